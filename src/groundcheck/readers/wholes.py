"""What a share is of: ground, or people, goods and other things that no map shows."""

from __future__ import annotations

import re

# Head nouns of "40% of the …" that are ground; any other noun makes it a share of that.
_GROUND = (
    "territory|territories|land|lands|area|areas|ground|region|regions|country|countries|nation|"
    "provinces?|states?|oblasts?|governorates?|districts?|counties|county|prefectures?|raions?|cantons?|"
    "departments?|municipalit(?:y|ies)|townships?|communes?|localit(?:y|ies)|wards?|zones?|city|"
    "cities|towns?|villages?|settlements?|suburbs?|neighbou?rhoods?|quarters?|blocks?|streets?|"
    "surface|soil|countryside|coast|coastline|border|frontier|front|line|strip|enclave|pocket|"
    "peninsula|island|islands|valley|desert|hills|mountains|ridge|jungle|forest|bank|banks|sector|"
    "sectors|capital|cent(?:re|er)|outskirts|perimeter|salient|bridgehead|republic|emirate|place|"
    "map|it|km2|km²|kilomet(?:re|er)s|miles|hectares|north|south|east|west|part|half|number|camp|camps|"
    "barangays|farmland|road|roads|highway|corridor|archipelago|interior|hinterland"
)
_OF = re.compile(r"\s*(?:each\s+)?of\s+")
_WORD = re.compile(r"[\"“']?([\w²][\w²,.'’-]*)")
_ENDS = re.compile(
    r"\s+(?:of|in|on|at|that|which|who|whom|where|when|is|are|was|were|has|have|had|will|would|may|might|"
    r"could|can|must|should|and|or|but|by|for|from|to|into|under|with|since|as|after|before|during|now|"
    r"today|tonight|already|currently|still|against|compared|along|there|here|remains?|lies?|lives?)\b|[.,;:)(\"]|\s-|$"
)
_OWN_CLAUSE = re.compile(
    r"\s+(?:(?:that|which)\s+)?(?:[A-Z][\w-]*|it|they|he|she|we|the\s+\w+)\s+(?:\w+\s+)?(?:had|has|have|was|were|seized|took|"
    r"captured|lost|held|controlled|conquered|ruled)\b|\s+(?:seized|taken|lost|captured|recaptured|"
    r"overrun|gained|conquered|liberated)\b"
)
_GAINED = re.compile(
    r"\b(?:lost|seized|captured|gained|conquered|recaptured|former)\s", re.IGNORECASE
)
_PHRASE_BEFORE = re.compile(
    r"\bof\s+([^,;:.]{2,48}?)(?:,|\s+(?:at|to|is|was|as|from|has|have|had|rose|grew|fell|shrank|pass(?:es|ed)|reach(?:es|ed)|stands|stood))\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_NOUNS_ON = re.compile(rf"\s+(?:\w+\s+){{0,2}}?(?:{_GROUND})\b", re.IGNORECASE)
_NATIONS = re.compile(
    r"(?:[A-Z]\w+(?:ans|ians|is|ese|men|ites|ards)|Afghans|Kurds|Arabs|Turks|Serbs)$"
)
_BEFORE = re.compile(
    r"\b(?:of|among)\s+(?:(?:the|these|those|them|our|its|their|his|all|whom|\w+'s)\s+){0,2}"
    r"(?:people|population|residents|families|civilians|displaced|refugees|children|women|men|troops|"
    r"soldiers|fighters|dead|killed|wounded|households|forces|force|army|voters|schools|hospitals|"
    r"vehicles|tanks|drones|homes|houses)\b|\brate\s+of\b",
    re.IGNORECASE,
)
_PREDICATED = re.compile(
    r"\s+(?:of\s+(?:them|whom|these|those)\s+)?(?:is|are|was|were|being|a|an)?\s*(?:\w+\s+)?(?:children|women|men|"
    r"girls|boys|civilians|foreigners|minors|women\s+and\s+children|dead|displaced|minors|elderly|refugees|recruits|"
    r"prisoners|conscripts|volunteers)\b",
    re.IGNORECASE,
)


def is_of_ground(before: str, share: str, after: str) -> bool | None:
    """Whether the words round a share name ground as its whole; ``None`` where none is named.

    "Of the urban area", "of Ukraine" is ground; "of the population", "of Ukraine's steel",
    "of what had been seized", "of the area that they had held" is not ground by itself.
    """
    if re.search(r"\bof(?:\s+all)?$", share):
        return _is_ground(after.lstrip())
    of = _OF.match(after)
    if of:
        return _is_ground(after[of.end() :])
    if _PREDICATED.match(after) or _BEFORE.search(before):
        return False
    fronted = _PHRASE_BEFORE.search(before + " ")
    return True if fronted and _is_ground(fronted[1]) else None


def _is_ground(rest: str) -> bool | None:
    if re.match(r"(?:what|those|them|these|whom)\b", rest, re.IGNORECASE):
        return re.match(r"what\s+(?:[A-Z]\w+\s+was|is\s+now)\b", rest) is not None
    end = _ENDS.search(rest)
    phrase = rest[: end.start()] if end else rest
    words = list(_WORD.finditer(phrase))
    if not words or (_GAINED.search(phrase) and not phrase[:1].isupper()):
        return False if words else None
    for at, match in enumerate(words):
        word = match[1]
        named = word != word.lower() and not word.endswith(("'s", "’s", "s'"))
        ground = re.fullmatch(_GROUND, word, re.IGNORECASE) is not None or word[0].isdigit()
        following = words[at + 1][1] if at + 1 < len(words) else ""
        in_name = word[0].isupper() and following[:1].isupper()  # "North Kivu"
        if ground and not in_name and not re.fullmatch(_GROUND, following or "x", re.IGNORECASE):
            return _OWN_CLAUSE.match(rest, match.end()) is None
        if named and following == following.lower() and not _NOUNS_ON.match(phrase, match.end()):
            return not (_NATIONS.match(word) and len(words) == 1)
    return False
