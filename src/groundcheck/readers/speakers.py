"""Who speaks where nobody is said to speak: interviews and transcripts with labels.

A paragraph that begins with ``A:`` or ``NAME:`` is that person's own words up to the next
label. The one who asks is the outlet; what it asserts is its own voice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from groundcheck.model import Span, When
from groundcheck.readers.document import Document, within
from groundcheck.text.names import Name

_LABEL = re.compile(
    r"^[ \t]*(?P<label>Q|A|Question|Answer|"
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'.-]*)(?: [A-ZÀ-Þ][A-ZÀ-Þ'.-]*){0,3}):[ \t]",
    re.MULTILINE,
)
# Who asks is the outlet, unless a person's name asks; a person's words are that person's.
_IS_OUTLET = re.compile(
    r"^(?:Q|QUESTION|Question|HOST|PRESENTER|ANCHOR|MODERATOR|INTERVIEWER|REPORTER|JOURNALIST)$|"
    r"\b(?:RADIO|TV|FM|NEWS|TELEVISION|CHANNEL|PRESS|TIMES|POST|AGENCY|KANAL|MAGAZINE|DAILY)\b"
)
_OUTLET = re.compile(r"(?P<outlet>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}) (?:spoke|talked|sat down) ")


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's words in a transcript. ``speaker`` is "" for the one who asks.

    ``about`` is where the introduction says who the one who answers is.
    """

    span: Span
    label: Span
    speaker: str
    about: Span
    medium: str | None
    said: When | None


def find_turns(doc: Document) -> tuple[Turn, ...]:
    """The turns of an interview in order; none where the text is not one."""
    labels = list(_LABEL.finditer(doc.plain))
    if len(labels) < 3 or len({m["label"] for m in labels}) < 2:
        return ()
    asks = _who_asks(doc, labels)
    intro = Span(0, labels[0].start())
    ends = [m.start() for m in labels[1:]] + [len(doc.plain)]
    said = next(
        (d for d in within(doc.dates, intro) if d.start and d.end and (d.end - d.start).days == 1),
        None,
    )
    medium = _outlet(doc, intro, asks)
    guest = next(
        (n for m in labels if m["label"] != asks and (n := _speaker(doc, m["label"], intro))), None
    )
    about = Span(guest.span.start, intro.end) if guest else Span(0, 0)
    turns = []
    for match, end in zip(labels, ends, strict=True):
        answers = match["label"] != asks or _is_person(doc, asks, intro)
        name = _speaker(doc, match["label"], intro) if answers else None
        speaker = name.core if name else (match["label"].title() if answers else "")
        span, label = Span(match.end(), end), Span(match.start("label"), match.end("label"))
        turns.append(Turn(span, label, speaker, about, medium if answers else None, said))
    return tuple(turns)


def _who_asks(doc: Document, labels: list[re.Match[str]]) -> str:
    """The label whose turns end in questions most often."""
    ends = [m.start() for m in labels[1:]] + [len(doc.plain)]
    asked: dict[str, int] = {}
    for match, end in zip(labels, ends, strict=True):
        asked[match["label"]] = asked.get(match["label"], 0) + doc.plain[
            match.end() : end
        ].rstrip().endswith("?")
    return max(sorted(asked), key=lambda label: asked[label])


def _is_person(doc: Document, label: str, intro: Span) -> bool:
    """Whether the one who asks is a person rather than an outlet."""
    if _IS_OUTLET.search(label):
        return False
    name = _speaker(doc, label, intro)
    named = name is not None and name.kind == "person"
    return " " not in label or label.startswith("SPEAKER") or named


def _speaker(doc: Document, label: str, intro: Span) -> Name | None:
    people = [n for n in within(doc.names, intro) if n.kind == "person" or " " in n.core]
    named = [n for n in people if n.core.split()[-1].upper() == label or n.core.upper() == label]
    if named:
        return named[0]
    titled = [n for n in people if n.kind == "person" and n.title] or [
        n for n in people if n.kind == "person"
    ]
    return titled[0] if label in ("A", "Answer") and titled else None


def _outlet(doc: Document, intro: Span, asks: str) -> str | None:
    spoke = _OUTLET.search(doc.plain, intro.start, intro.end)
    if spoke:
        return spoke["outlet"]
    return asks.title() if _IS_OUTLET.search(asks) and len(asks.split()) > 1 else None
