"""The words that show who the actor of a clause is, as patterns: pronouns, "under X control"."""

from __future__ import annotations

import re

WE = re.compile(
    r"\W*(?:\d+\.\s+)?(?:(?:that|and|but|so|today|now|yesterday|then|since\s+then|(?:in|on|at|from|of|by)\s+[^,;]{2,40}?),?\s+)?"
    r"(?:we|(?:our|my)\s+(?:\w+\s+)?(?:country|forces|troops|units|men|fighters|army|pilots|soldiers|gunners|"
    r"side|navy|militia|people|boys|guys|comrades|mujahideen|heroes|brothers|brigades?|detachments))\b",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"\bthey\s+\w|\b(?:he|she|it|they)(?:\s*$|\s+(?:has|have|had|will|would|may|might|could|can|now|still|also|then|is|are|"
    r"was|were|\w+ed|\w+s|took|held|lost|won|hold|control|ran|left)\b)",
    re.IGNORECASE,
)
MUSING = re.compile(
    r"\s+(?:have\s+|had\s+|also\s+|still\s+|now\s+|continue\s+to\s+|cannot\s+|do\s+not\s+|can\s+)*(?:assess|judge|estimat|think|thought|believ|"
    r"say|said|see|saw|know|knew|expect|count|found|find|calculat|reckon|consider|compar|put|hear|heard|understand|"
    r"report|verif|record|confirm|document|observ|forecast|predict|anticipat|project|mark|map|show|track|log|list|geolocat)",
    re.IGNORECASE,
)
IN_OUR_HANDS = re.compile(
    r"\b(?:in|under|into|within)\s+our\s+(?:\w+\s+)?(?:hands|control|grip|rule|administration|protection)\b|"
    r"\b(?:is|are|be|was|were|been|entirely|all|now|become|became)\s+ours\b|\banswers?\s+to\s+us\b",
    re.IGNORECASE,
)
IMPERSONAL = re.compile(
    r"\W*(?:(?:\w+\s+){0,4}?)(?:it\s+(?:is|was|had\s+been|may\s+be|might\s+be|would\s+be|has\s+been)|it's|"
    r"th(?:at|is)\s+(?:is|was)|that's)\s+(?:\w+\s+){0,3}?(?:\d|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a\s+(?:half|third|quarter|fifth|tenth))",
    re.IGNORECASE,
)
IT_IS = re.compile(
    r"\W*(?:(?:that|this|there)(?:\s+(?:is|was|has|had|may|would)\b|'s\b)|"
    r"it(?:\s+(?:is|was|may|would|ha[sd]\s+(?:been|risen|fallen|grown|reached|dropped))\b|'s\b))",
    re.IGNORECASE,
)
IN_HANDS = re.compile(r"(?:under|in|left|leav)")
UNDER = re.compile(
    r"\b(?:under|with|(?:hands|control|rule|grip|administration|occupation)\s+of|left\s+to|belongs?\s+to|pass(?:es|ed)\s+to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
GAINS_OF = re.compile(r"(?:gains?|advances?|conquests)\s+of\s+(?:the\s+)?", re.IGNORECASE)
INTO = re.compile(r"\b(?<!out of )(?:in|into|under|of|to)\s+(?:the\s+)?$", re.IGNORECASE)
HANDS = re.compile(
    r"(?:'s?)?\s+(?:\w+\s+)?(?:hands|control|rule|occupation|grip|administration|influence)\b",
    re.IGNORECASE,
)
HANDS_END = re.compile(r"\b(?:hands|control|rule|occupation)$", re.IGNORECASE)
PEOPLE = re.compile(
    r"(?:soldiers|troops|forces|fighters|rebels|militants|insurgents|terrorists|gunmen|men|members|personnel|police|"
    r"officers|servicemen|conscripts|mercenaries|marines|\w+s)\b",
    re.IGNORECASE,
)
OURS = re.compile(r"\b(?:we|our|ours|us)\b", re.IGNORECASE)
YOURS = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
THEY = re.compile(r"\b(?:they|their|them|theirs)\b", re.IGNORECASE)
ITS = re.compile(r"\b(?:he|she|it|its|his|her)\b", re.IGNORECASE)
BEGINS = re.compile(
    r"\W*(?:(?:that|though|although|but|and|while)\s+)?(?:he|she|it|its|his|her)\b", re.IGNORECASE
)
HELD = re.compile(r"\b(?:control|hands|occupation|rule)\b")
PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:(?:not|never|now|also|since|yet|again|already|\w+ly)\s+){0,2}"
    r"(?:\w+ed|taken|retaken|lost|held|put|won|overrun|cut\s+off)$",
    re.IGNORECASE,
)
LOCATED = re.compile(
    r"\b(?:in|of|into|from|across|inside|to|against|percent|cent|%|within|near|around|on|outside)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
OWN_FORCES = re.compile(
    r"\b(?:his|her|its|their)\s+(?:own\s+|country's\s+)?(?:\w+\s+)?(?:country|forces|troops|units|men|"
    r"fighters|army|pilots|soldiers|gunners|columns|detachments|side|navy|militia)\b",
    re.IGNORECASE,
)
HIS = re.compile(r"\b(?:his|her)\s", re.IGNORECASE)
THE_OTHER = re.compile(r"\W*(?:for\s+)?(?:the|a|an|this|that|these|those)\s+[\w'-]+", re.IGNORECASE)
OWN_PART = re.compile(
    r"\b(?:what|territory|land|ground|area|everything)\s+(?:that\s+|which\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
BARE_FORCES = re.compile(
    r"\W*(?:the\s+)?(?:(?:air\s+defen[cs]e|assault|special|border|naval|ground|engineer|artillery|missile|drone|mobile)\s+)?"
    r"(?:troops|forces|soldiers|fighters|units|crews|gunners|sappers)\s+(?:(?:this|last)\s+\w+\s+|on\s+\w+\s+|also\s+)?(?:have|had|has|were|are|"
    r"would|will|\w+ed|took|left|held|hold|retook|lost|shot)\b",
    re.IGNORECASE,
)
TO = re.compile(r"\s+to\s+(?:the\s+)?", re.IGNORECASE)
SUBJECTLESS = re.compile(
    r"(?:\b(?:and|but|also|has|have|had|is|are|was|were|been|being|will|would|may|might|must|can|could|should|"
    r"now|still|already|then|later|again|reportedly|probably|likely|fully|largely|since|on|in|at|by|of|the|a|an|"
    r"that|who|which|it|its|he|his|she|her|they|their|them|we|our|us|you|your|to|not|never|no|there|all|"
    r"today|yesterday|recently|only|just|from|with|both|more|than|about|some|over|under|up|down|back)\b|"
    r"\w+ly\b|[^A-Za-z])+",
    re.IGNORECASE,
)
BY = re.compile(
    r"(?<!backed )(?<!\bled )(?<!supported )(?<!issued )(?<!published )(?<!released )(?<!cited )"
    r"(?<!followed )(?<!said )(?<!launched )(?<!fired )\bby\s+(?:the\s+)?"
    r"(?:(?:\w+\s+){0,2}?(?:fighters|forces|troops|gunmen|militants|rebels|units|men|soldiers|members|insurgents)\s+"
    r"(?:of|from|loyal\s+to)\s+(?:the\s+)?(?!\w+day\b|[a-z]{3,9}\.?\s+\d))?",
    re.IGNORECASE,
)
AUXILIARY = re.compile(r"(?:\s+(?:has|have|had|\w+ly|also|now|still|then|since))*\s+")
HAS_DONE = re.compile(
    r"\s+(?:(?:has|have|had|is|are|was|were|\w+ly|also|now|still|since)\s+){0,3}(?:\w+ed\s+)?"
)
FEW = 3
CUT_OFF = re.compile(r"encircl|surround|besieg|cut off|bombard|shelled")
VERB_FIRST = re.compile(
    r"\W*(?:and\s+|also\s+|has\s+|have\s+|had\s+)*(?:\w{3,}ed|took|lost|held|shot|hit|sent|put|drove|won)\b"
)
OWNS = re.compile(
    r"'s?\s+(?!(?:[\w-]+\s+){0,3}?(?:forces|troops|army|fighters|units|men|soldiers|militias?|wing|rebels|artillery|aircraft|"
    r"jets|drones|police|government|military|navy|gains|losses|advance|offensive|attack|assault|strikes|capture|hands|"
    r"control|share|part|portion|areas?|zone|ground|grip|territory|hold|figures?|toll|dead|casualties|commands?|bases|positions|strongholds)\b)\w"
)
SOLDIERS = re.compile(
    r"(?:\S+\s+){1,3}?(?:government\s+|army\s+)?(?:soldiers|troops|servicemen|policemen)\b(?!\s+of\b)"
)
LEADING = re.compile(r"\W*(?:\d+\.\s+)?(?:the\s+)?", re.IGNORECASE)
WON_BACK = re.compile(r"re|liberat|free|clear|secur|won back|taken back|tak\w+ it back")
CIVIL = re.compile(
    r"\b(?:civilians?|residents|inhabitants|famil(?:y|ies)|children|women|households|displaced|refugees|"
    r"migrants|evacuees|returnees|detainees|patients|houses|homes|schools|hospitals|citizens|people(?!'s)|persons|"
    r"population|deaths?|died|fled|flee|displac\w+|homeless)\b",
    re.IGNORECASE,
)
OF_PEOPLE = re.compile(
    r"\b(?:population|people|residents|inhabitants|children|women|civilians|them|those|cases|patients)\b",
    re.IGNORECASE,
)
RATE = re.compile(
    r"\W*[\w' -]{3,40}?\s"
    r"(?:fell|rose|dropped|increased|decreased|grew|declined|climbed|jumped|doubled|halved|soared)\b"
)
ITS_OWN = re.compile(r"\b(?:its|their|his|her)\s+(?:own\s+)?$", re.IGNORECASE)
OF_THEM = re.compile(r"\b(?:of|among)\s+(?:them|these|those|whom|which)\b", re.IGNORECASE)
OWN_MEN = re.compile(
    r"\S+\s+(?:\S+\s+){0,3}?(?:of\s+)?(?:its|his|her|their)\s+(?:own\s+)?(?:\w+\s+)?(?:servicemen|soldiers|troops|men|fighters|"
    r"personnel|officers|forces|members|pilots|tanks|vehicles|aircraft|drones)\b",
    re.IGNORECASE,
)
# What flies is brought down by those at whom it was sent.
DOWNED = re.compile(
    r"\b(?:were|was|been|being)\s+(?:\w+ly\s+)?(?:shot\s+down|downed|intercepted|jammed|brought\s+down|neutrali[sz]ed|"
    r"suppressed)\b",
    re.IGNORECASE,
)
DENIES = re.compile(r"\bden(?:y|ies|ied|ying)\b|\breject|\bdismiss|\bdisput|\brefut", re.IGNORECASE)
# What goes on with the subject of the clause before: "…, now has", "… and still hold".
AUXILIARY_FIRST = re.compile(
    r"\W*(?:(?:and|but|then|now|also|still|already|since|\w+ly)\s+)*(?:has|have|had|is|are|was|were|will|would|can|could)\b",
    re.IGNORECASE,
)
JOINED = re.compile(
    r"\b(?:and|but)\s+(?:(?:has|have|had|now|also|still|then|later|will|would|is|are|was|were|\w+ly)\s+)*$",
    re.IGNORECASE,
)
COMES_UNDER = re.compile(
    r"\b(?:under|into|in|to)\b.*\b(?:control|hands|rule|occupation)\b", re.IGNORECASE
)
NOBODY = re.compile(
    r"\W*(?:neither\s+(?:side|party|army|force)|nobody|no\s+(?:one|side|party)|"
    r"(?:the\s+|a\s+)?(?:\w+\s+)?(?:war|conflict|fighting|clashes|truce|cease-?fire|famine|cholera)\s+(?:\w+ly\s+)?(?:that\s|which\s|between\b|"
    r"in\b|began|broke|erupted|started|has|had|was|is|ended))",
    re.IGNORECASE,
)
# "The war between X and Y": neither of them does it.
BETWEEN = re.compile(
    r"\bbetween\s+(?:the\s+)?(?:[^,.;:]{2,40}\s+and\s+(?:the\s+)?)?$", re.IGNORECASE
)
TO_HAVE = re.compile(r"\W*(?:to\s+have|having)\s+(?!been\b)\w+", re.IGNORECASE)
TOGETHER = re.compile(r"\W*(?:(?:together|along)\s+with|as\s+well\s+as)\b", re.IGNORECASE)
# "Part of X": whose a place is by law.
PART_OF = re.compile(r"\b(?:part|subject|possession)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
AN_ORGANISATION = re.compile(
    r"\b(?:charity|agency|organi[sz]ation|hospital|clinic|mission|fund|program(?:me)?|committee|foundation|society|ngo)\b",
    re.IGNORECASE,
)
HE = re.compile(r"\W*(?:(?:that|but|and|while)\s+)?(?:he|his)\b", re.IGNORECASE)
OWN_HANDS = re.compile(
    r"\b(?:in|under|into|within)\s+(its|their|his|her)\s+(?:own\s+|full\s+|firm\s+|\w+\s+)?"
    r"(?:hands|control|grip|rule|occupation|administration)\b",
    re.IGNORECASE,
)
# What may stand between a verb of saying and a deed that is named without who did it.
NOMINAL = re.compile(
    r"\W*(?:(?:of|to|having|have|the|its|their|complete|full|total|final|swift|partial|recent|new|earlier|also|already|"
    r"fully|completely|successfully|in|been)\s+)+",
    re.IGNORECASE,
)
BLAMES = re.compile(r"accus|blam|charg|suspect|condemn", re.IGNORECASE)
DESTROYED = re.compile(
    r"\b(?:were|was|been|being)\s+(?:\w+ly\s+)?(?:destroyed|burn(?:ed|t)|eliminated|captured|seized|damaged|hit|struck|"
    r"knocked\s+out)\b",
    re.IGNORECASE,
)
HELPED = re.compile(
    r"\b(?:backed|supported|armed|trained|funded|financed|helped|aided|sponsored|equipped|advised)\s+by\s+(?:the\s+)?"
    r"(?:(?-i:[A-Z])[\w.]*(?:\s(?-i:[A-Z])\w+){0,2}(?:,|,?\s+and)\s+(?:the\s+)?){0,2}$",
    re.IGNORECASE,
)
# A clause that a pronoun opens has its subject: a party named behind the verb is the object.
OPENED = re.compile(
    r"\W*(?:so\s+)?(?:that\s+)?(?:it|he|she|they)\s+(?:(?:also|now|still|then|since|has|have|had|would|will|could|\w+ly)\s+)+"
    r"(?!been\b)\w+",
    re.IGNORECASE,
)
