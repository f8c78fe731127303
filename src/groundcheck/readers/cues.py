"""Verbs of saying, and the words that colour what is said, as data."""

from __future__ import annotations

import re

from groundcheck.text.alternatives import any_of

SAYING = (
    "said says saying tells told telling claimed claims claiming announced announces reported "
    "reports wrote writes stated states stating added adds adding confirmed confirms acknowledged "
    "acknowledges admitted admits insisted insists maintained maintains argued argues estimated "
    "estimates reckoned reckons believes thinks expects expected asserted asserts alleged alleges "
    "conceded concedes noted notes explained explains recalled predicted predicts warned warns "
    "declared declares vowed vows promised promises pledged pledges testified boasted boasts "
    "indicated indicates indicating suggested suggests assessed assesses counted counts recorded "
    "records shows showed shown informed informs spoke posted replied replies answered answers "
    "concluded concludes calculated calculates accepted briefed tweeted described describes "
    "describing denounced denouncing warning called calling calls demanded demands demanding urged "
    "urges ordered orders asked asks puts put gave gives accused accuses offered offers "
    "accusing say claim estimate insist report believe admit warn argue think expect acknowledge "
    "confirm announce maintain "
    "show "
    "affirmed affirms affirming reiterated reiterates reiterating contended contends specified "
    "specifies emphasised emphasises emphasized emphasizes stressed stresses stressing underlined "
    "underlines underscored remarked remarks commented observed observes retorted countered "
    "responded mentioned mentions revealed reveals revealing disclosed discloses clarified "
    "clarifies assured assures assuring cautioned cautions boasting lamented complained "
    "complains reported reporting judged judges agreed agrees hinted implied implies swore "
    "swears related recounted documented documents verified verifies registered registers "
    "tallied tallies reckoning considers consider considered reckon calculate assess say "
    "found finds find allowed allows continued continues guesses guessed speaks speak thought "
    "stress affirm concede declare state note contend add write tell placed places "
    "evoked evokes relayed relays joked shouted whispered muttered insisting arguing conceding "
    "admitting noting explaining recalling confirming repeated repeats"
).split()
DENYING = (
    "denied denies deny denying rejected rejects rejecting dismissed dismisses dismissing disputed "
    "disputes refuted refutes"
).split()
DEMANDING = "demanded demands demanding urged urges ordered orders called calls calling".split()
# As often a noun or another verb: a subject must stand right before them.
NEEDS_SUBJECT = frozenset(
    "claims reports states estimates counts notes records shows shown put puts gave gives asks "
    "asked answers answered calls called calling accepted orders ordered demands expected spoke "
    "posted described warns showed remarks documents finds places allows considered found agreed "
    "verified registered allowed continued revealed thought judged placed related relayed "
    "recounted specified implied observed tallied considers considers documented reckoning "
    "stressed guesses registers".split()
)
# Ordinary verbs too: they say something only where "that" or a quotation follows, or stand at
# the end of what is said ("…, the captain went on").
NEEDS_THAT = frozenset(
    "found finds find agreed agrees observed observes revealed reveals revealing disclosed "
    "discloses judged judges hinted implied implies swore swears related recounted allowed "
    "allows continued continues thought underlined underlines underscored mentioned mentions "
    "guesses guessed commented responded relayed relays stress state note complained complains "
    "assured assures assuring emphasised emphasises emphasized emphasizes stressed stresses "
    "stressing consider considers considered put puts places placed evoked evokes speaks "
    "spoke speak declared declares repeated repeats".split()
) | {"went on", "goes on"}
# The plural present, as often an infinitive or a noun: the source must be several.
NEEDS_PLURAL = frozenset(
    "say claim estimate insist report believe admit warn argue think expect acknowledge confirm "
    "announce maintain deny show".split()
)
# Those that may stand before their source: "…," said X.
SAID_OF = frozenset(
    "said says added adds wrote writes claimed claims announced announces warned warns reported "
    "reports explained explains insisted insists noted notes admitted admits stated states told "
    "affirmed affirms confirmed confirms conceded concedes acknowledged acknowledges maintained "
    "maintains recalled recounted recounts remarked remarks observed observes continued continues "
    "indicated indicates estimated estimates replied replies answered answers reckons reckoned "
    "predicted predicts specified specifies declared declares assured assures stressed stresses "
    "emphasised emphasized argued argues complained complains joked posted tweeted concluded "
    "concludes calculates calculated reiterated repeated vowed".split()
)
SOURCE_AFTER = (
    r"according\s+to",
    r"by\s+the\s+(?:reckoning|count|estimate|tally|calculation|account)s?\s+of",
    r"(?:claims?|statements?|assertions?|allegations?|announcements?)\s+by",
    r"(?<=,\s)(?:as\s+)?per(?=\s+(?:the|a|an)\s)",
)
QUOTED_AS = (
    r"(?:is|was|were|are|been)\s+quoted\s+(?:by\s+[^,;:.]{2,60}?\s+)?"
    r"as\s+(?:having\s+said|saying|telling)"
)
SPELT_OUT = (
    r"(?:went|goes)\s+on|point(?:s|ed)\s+out|"
    r"(?:makes?|made)\s+(?:it\s+)?(?:clear|known|plain|precise)"
)
_AFTER = (
    "according",
    "by the",
    "claim",
    "statement",
    "assertion",
    "allegation",
    "announcement",
    "per ",
    "as per",
)

CUE = re.compile(
    rf"\b(?:{'|'.join(SOURCE_AFTER)}|{QUOTED_AS}|{SPELT_OUT}|"
    rf"{any_of(sorted({*SAYING, *DENYING}))})\b",
    re.IGNORECASE,
)


def is_phrase(cue: str) -> bool:
    """Whether a cue is a phrase with its source after it: "according to"."""
    return (" " in cue.strip() and cue.lower().startswith(_AFTER)) or cue.lower() == "per"


def speaks(words: str) -> bool:
    """Whether the words hold a verb that is one of saying wherever it stands."""
    return any(cue[0].lower() not in NEEDS_THAT for cue in CUE.finditer(words))


REFUTED = re.compile(
    r"\b(?:is|are|was|were)\s+(?:(?:simply|plainly|completely|entirely|also|likewise)\s+)?[\"“]?"
    r"(?:false|untrue|a\s+fabrication|fabricated|fabrications|fake|a\s+fake|a\s+lie|lies|invented"
    r"|baseless|unfounded|not\s+true|not\s+correct|wrong)\b"
    r"|\b(?:does|do|did)\s+not\s+correspond\s+to\s+(?:the\s+)?(?:reality|facts|truth)"
    r"|\b(?:false|untrue)\s+(?:is|are)\s+the\b",
    re.IGNORECASE,
)
HEDGED = re.compile(
    r"\b(?:likely|unlikely|probabl[ey]|(?-i:may)|might|reportedly|apparent(?:ly)?|appears?|appeared"
    r"|seems?|seemed|allegedly|supposedly|purportedly|possibly|perhaps|maybe|presumably"
    r"|unconfirmed|(?:not|n't)\s+(?:yet\s+)?be(?:en)?\s+(?:\w+ly\s+)?(?:verified|confirmed|checked)"
    r"|it\s+(?:is|was)\s+(?:said|reported|claimed|alleged|rumou?red)\s+that|if\s+(?:\w+\s+){1,4}accurate|could\s+have|(?:moderate|low)\s+confidence"
    r"|(?:is|are|was|were)\s+(?:thought|believed|understood|feared|said|reported|rumou?red)\s+to)\b",
    re.IGNORECASE,
)
FORECAST = re.compile(
    r"\b(?:will|would|won't|could(?!\s+(?:not|have|only|be\s+(?:seen|heard|confirmed|verified)))|going\s+to|about\s+to|expects?\s+to|expects?\b[^,;.]{0,60}?\sto\s|(?:is|are|was|were)\s+expected\b"
    r"|(?:is|are)\s+(?:also\s+)?to\s+(?!say\b|be\s+(?:seen|found|blame))[a-z]+"
    r"|(?-i:may)\s+(?:soon\s+|yet\s+|well\s+)?(?:reach|rise|grow|climb|exceed|top|double|fall)\b|we\s+shall|i\s+shall"
    r"|plans?\s+to|intends?\s+to|aims?\s+to|vow(?:s|ed)\s+to|promise[sd]?\s+to|pledge[sd]?\s+to"
    r"|offer(?:s|ed)\s+to|by\s+next|on\s+course\s+to|set\s+to|(?:my|our)\s+(?:own\s+)?guess"
    r"|risk(?:s|ed)?\s+losing)\b",
    re.IGNORECASE,
)
DEMANDED = re.compile(
    r"\b(?:must|should|(?<!we\s)(?<!\bi\s)shall|has\s+to|have\s+to|had\s+to|ought\s+to|needs?\s+to"
    r"|call(?:s|ed)?\s+(?:for|on)|told\s+(?:the\s+)?\w+\s+to|order(?:ed|s)?\s+\w+\s+to"
    r"|demand(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"\b(?:not|never|no\s+part|none|nothing|neither|nobody|no\s+longer\s+(?:controls?|holds?|has|have|runs?|governs?|occup\w+|in\s|under\s|ours|theirs)"
    r"|no\s+more(?!\s+than)"
    r"|no\s+(?!more\b|less\b|fewer\b|later\b|doubt\b|sooner\b|further\b|longer\b|other\b|matter\b|way\b|\w+er\s+than\b)\w+)\b"
    r"|n't\b",
    re.IGNORECASE,
)
COUNTING = re.compile(
    r"\b(?:cover(?:s|ed)?|measur(?:e|es|ed)|spans?|makes?\s+up|an\s+area\s+of|in\s+area"
    r"|the\s+size\s+of)\b",
    re.IGNORECASE,
)
