"""The introduction of an interview: on what day the talk was, and who is talked to."""

from __future__ import annotations

import re

from groundcheck.model import Span, When
from groundcheck.readers.document import Document, within
from groundcheck.text.names import Name

TALKED = re.compile(
    r"\b(?:spoke|speaks|speaking|talked|talks|interview(?:ed)?|received|recorded|broadcast|aired|repl\w+|"
    r"answer(?:s|ed)?|conversation|sat\s+down|joined|met|held|conducted|transcript|programme|program)\b",
    re.IGNORECASE,
)


def day_of_talk(doc: Document, intro: Span) -> When | None:
    """The day in the introduction that stands nearest after a word of talking, else the first."""
    days = [
        d for d in within(doc.dates, intro) if d.start and d.end and (d.end - d.start).days == 1
    ]
    talked = [m.end() for m in TALKED.finditer(doc.plain, intro.start, intro.end)]

    def far(day: When) -> int:
        start = day.span.start if day.span else 0
        before = [start - at for at in talked if at <= start]
        return min(before) if before else intro.end + start

    return min(days, key=far, default=None)


def guest_in(doc: Document, intro: Span, outlet: str | None) -> Name | None:
    """The person who is talked to: titled, or known for one, or of two words and no place."""
    names = [
        n
        for n in within(doc.names, intro)
        if n.kind != "body" and not (outlet and n.core in outlet) and not _by(doc, n)
    ]
    people = [n for n in names if n.kind == "person"]
    places = {p.span for p in within(doc.places, intro) if p.span}
    for one in (
        [n for n in people if n.title],
        people,
        [n for n in names if " " in n.core and n.span not in places],
    ):
        if one:
            return one[0]
    return None


def _by(doc: Document, name: Name) -> bool:
    """Whether a name is the writer's: "By Jane Roe", "Interview: Jane Roe"."""
    before = doc.plain[max(0, name.span.start - 16) : name.span.start]
    return re.search(r"(?:\b[Bb]y|[Ii]nterview(?:er)?:)\s+$", before) is not None
