"""What is told of a claim without its being made: withdrawn, doubted, without confirmation."""

from __future__ import annotations

import re

from groundcheck.model import Span
from groundcheck.readers.document import Document

_CLAIMS = r"(?:claims?|reports?|statements?|assertions?|allegations?|rumou?rs?|suggestions?)"
_WITHDRAWN = (
    r"(?:retract|recant|disavow|revok|withdr[ae]w|back(?:s|ed|ing)?\s+(?:away|down)\s+from"
    r"|(?:walk|row|roll|t(?:ake|aking|ook))\w*\s+back|backtrack\w*\s+on|apologi[sz]\w+\s+for)\w*"
)
_UNMADE = re.compile(
    rf"\b(?:{_WITHDRAWN}\s+(?:[\w'’-]+\s+){{1,5}}?{_CLAIMS}"
    rf"|(?:question(?:s|ed|ing)?|comments?\s+on)\s+(?:[\w'’-]+\s+){{0,5}}?{_CLAIMS}"
    rf"|contrary\s+to\s+(?:[\w'’-]+\s+){{0,5}}?{_CLAIMS}"
    r"|(?<!no\s)(?<!not\s)(?<!never\s)(?<!n't\s)(?<!without\s)(?<!without\sa\s)doubt(?:s|ed|ful|ing)?"
    r"|(?:no|without|lacks?|lacked)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:confirmation|evidence|proof|signs?|indications?|information|reports?)"
    r"|(?:not|n't|never)\s+(?:\w+\s+){0,2}?(?:confirm|verif)\w*"
    r"|un(?:able|willing)\s+to\s+(?:\w+ly\s+)?(?:confirm|verify)"
    r"|(?:declined|refused|failed)\s+to\s+(?:confirm|verify))"
    r"\s+(?:that|whether|if)\s+[^,;.]*$",
    re.IGNORECASE,
)


def is_disowned(doc: Document, sentence: Span, at: int) -> bool:
    """Whether the sentence leads to ``at`` so that neither it nor its source says what follows.

    "X took back his claim that A had fallen", "there is no evidence that B is lost".
    """
    return _UNMADE.search(doc.plain[sentence.start : at]) is not None
