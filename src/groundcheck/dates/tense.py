"""Whether the words around a date speak of what is to come."""

from __future__ import annotations

import re

_REACH = 240
_BREAK = re.compile(
    r"[.!?][\"”’»)\]]*(?:\s+(?=[\"“‘«(\[]?[A-Z])|(?=[A-Z][a-z]))|\n\s*\n|\n(?=[A-Z\"“])"
)
_CUE = re.compile(
    r"\b(?:(?P<future>(?:will|shall|won['’]t|would|could|can|should|must|might)(?:\s+(?:not|be|have|been|also|\w+ly"
    r"|\w+ed|taken|held|left|lost|gone|driven|thrown|given|put|sent|cut|made|won|brought|back))*"
    r"|(?:is|are|was|were)\s+(?:due|set|scheduled|expected|planned|likely|about)\b(?:\s+to)?"
    r"|(?:going|plans?|planned|intends?|aims?|hopes?|wants?|vow(?:s|ed)?|promis(?:es|ed)|threaten(?:s|ed)"
    r"|order(?:s|ed)|told|ask(?:s|ed)|prepar(?:es|ed|ing))(?:\s+[\w']+){0,4}?\s+to\s+\w+"
    r"|expects?|forecasts?|deadline|upcoming|ahead\s+of)|"
    r"(?P<past>said|says|told|was|were|had|has|have|did|been|took|fell|left|held|began|broke|lost"
    r"|won|drove|went|came|made|gave|saw|struck|hit|shot|killed|ran|sent|put|met|spoke|wrote|cut"
    r"|[a-z]{2,}ed)"
    r")\b|(?P<will>['’]ll)\b",
    re.IGNORECASE,
)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence or part of one that holds ``start`` to ``end``.

    A sentence longer than a few lines is cut, so that the work does not grow with its length.
    """
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    for found in _BREAK.finditer(text, low, start):
        low = found.end()
    after = _BREAK.search(text, end, high)
    return low, after.start() if after else high


def is_future(text: str, start: int, end: int, bounds: tuple[int, int]) -> bool | None:
    """Whether the date at ``start`` to ``end`` lies ahead; ``None`` where no verb says.

    The nearest verb before the date decides ("will leave on Friday"), else the first after
    it ("On Friday he said that ... will").
    """
    low, high = bounds
    before = list(_CUE.finditer(text, low, start))
    cue = before[-1] if before else _CUE.search(text, end, high)
    return None if cue is None else cue["past"] is None
