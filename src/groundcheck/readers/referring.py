"""The words that point to somebody named elsewhere, and those that name nobody, as data."""

from __future__ import annotations

import re

SUBJECTIVE = {"his": "he", "him": "he", "them": "they", "her": "she", "its": "it", "their": "they"}
THE_RANK = re.compile(
    r"the\s+(?P<rank>general|colonel|major|captain|lieutenant|brigadier|admiral|sergeant|governor|"
    r"mayor|minister|president|senator|spokes\w+|commander|sheikh|bishop|professor|doctor|ambassador)",
    re.IGNORECASE,
)
SHORT = {
    "general": "gen",
    "colonel": "col",
    "major": "maj",
    "captain": "capt",
    "lieutenant": "lt",
    "brigadier": "brig",
    "admiral": "adm",
    "sergeant": "sgt",
    "governor": "gov",
    "senator": "sen",
    "doctor": "dr",
    "professor": "prof",
}
PAPER = re.compile(
    r"(?:the|that|this|its|his|her|their)\s+(?:statement|reply|answer|message|letter|post|note|communiqu[eé]|bulletin|"
    r"announcement|declaration|leaflet|video|recording|audio|tweet|thread|spokes\w+'s\s+statement)",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r",\s+(?:in|on|at|by|during|via|through|for|as|with|from|citing|quoting|quoted|cited|speaking|reached|joined|contacted|"
    r"interviewed|writing|after|before|when|while)\b|\s(?:quoted|cited|interviewed|reached|contacted)\s+by\b",
    re.IGNORECASE,
)
IS_NAMED = re.compile(
    r"\b(?:He|She|The\s+(?:man|woman|speaker|officer|official|commander))\s+(?:is|was)\s+"
    r"(?:later\s+)?(?:(?:identified|named|introduced|known)\s+as\s+)?(?=[A-Z])"
)
ANONYMOUS = re.compile(
    r"anonym|not\s+to\s+be\s+named|not\s+(?:authori[sz]ed|cleared|allowed)", re.IGNORECASE
)
