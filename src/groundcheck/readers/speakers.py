"""Who speaks where nobody is said to speak: interviews and transcripts with labels.

A paragraph that begins with ``A:`` or ``NAME:`` is that person's own words up to the next
label. The one who asks is the outlet; what it asserts is its own voice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from groundcheck.model import Span
from groundcheck.readers.document import Document, within
from groundcheck.readers.exchanges import find_exchanges
from groundcheck.readers.introduction import day_of_talk
from groundcheck.readers.labels import Label, find_labels
from groundcheck.readers.media import interviewed_by
from groundcheck.readers.posts import find_posts
from groundcheck.readers.turn import Turn
from groundcheck.text.names import Name

# Who asks is the outlet, unless a person's name asks; a person's words are that person's.
_STAFF = re.compile(
    r"Q|QUESTION|HOST|PRESENTER|ANCHOR|NEWSREADER|ANNOUNCER|MODERATOR|INTERVIEWER|REPORTER|"
    r"JOURNALIST|CORRESPONDENT|STUDIO|NARRATOR|VOICE-?OVER|EDITOR",
    re.IGNORECASE,
)
_IS_OUTLET = re.compile(
    r"\b(?:RADIO|TV|FM|NEWS|TELEVISION|CHANNEL|PRESS|TIMES|POST|AGENCY|KANAL|MAGAZINE|DAILY)\b",
    re.IGNORECASE,
)
_ITS_NAME = re.compile(r"\((?:[^()\n]*\s)?(?P<last>[^\s()]+)\)")
_BESIDE = 80
_PIECES = re.compile(r"\s[|·•-]+\s|[,:|(]")
_OWN_WORDS = re.compile(r"\b(?:I|we|our|us|my|me)\b")


def find_turns(doc: Document) -> tuple[Turn, ...]:
    """The turns of an interview, or the posts of a digest; none where the text is neither."""
    labels = find_labels(doc.plain)
    if not labels:
        return find_posts(doc) or find_exchanges(doc)
    ends = _ends(doc, labels)
    intro = Span(0, labels[0].span.start)
    asks = _who_asks(doc, labels, ends)
    guest = next(
        (n for one in labels if one.words not in asks and (n := _name(doc, one, intro))), None
    )
    about = _about(doc, guest, intro) if guest else Span(0, 0)
    asked = next((a for a in asks if _IS_OUTLET.search(a) and " " in a), None)
    medium = interviewed_by(doc, intro) or _named_so(doc, asks, intro) or (asked and asked.title())
    said = day_of_talk(doc, intro)
    turns = []
    for one, end in zip(labels, ends, strict=True):
        answers = one.words not in asks
        name = _name(doc, one, intro) if answers else None
        core = name.core if name else (one.name.title() if answers else "")
        speaker = core.title() if core.isupper() else core
        turns.append(
            Turn(
                Span(one.after, end),
                one.span,
                speaker,
                _about(doc, name, intro) if name else about,
                medium if answers and not _is_clip(doc, one) else None,
                None if _is_clip(doc, one) else said,
            )
        )
    return tuple(turns)


def _is_clip(doc: Document, label: Label) -> bool:
    """Whether a recording is played, which was made elsewhere: "[CLIP] MAYOR COSTA:"."""
    line = doc.plain[doc.plain.rfind("\n", 0, label.span.start) + 1 : label.span.start]
    return "[" in line and any(c.isalpha() for c in line)


def _ends(doc: Document, labels: Sequence[Label]) -> list[int]:
    """Where each turn ends; a closing note without label is no part of the last one."""
    ends = [one.span.start for one in labels[1:]]
    turns = [Span(one.after, end) for one, end in zip(labels, ends, strict=False)]
    end = len(doc.plain)
    if all("\n\n" not in doc.plain[t.start : t.end].strip("*_ \n") for t in turns):
        first = bisect_left(doc.paragraphs, labels[-1].after, key=lambda p: p.start)
        later = doc.paragraphs[first:]
        end = next((p.start for p in later if _is_closing(doc, p)), end)
    return [*ends, end]


def _about(doc: Document, guest: Name, intro: Span) -> Span:
    """Where it is said who the guest is: the introduction, or the words after a later naming."""
    start = guest.span.start
    return Span(start, max(intro.end, min(start + _BESIDE, len(doc.plain))))


def _is_closing(doc: Document, paragraph: Span) -> bool:
    return _OWN_WORDS.search(doc.plain, paragraph.start, paragraph.end) is None


def _who_asks(doc: Document, labels: Sequence[Label], ends: Sequence[int]) -> frozenset[str]:
    """The outlet's labels: those of its staff, and the one whose turns end in questions most."""
    asked: dict[str, int] = {}
    for one, end in zip(labels, ends, strict=True):
        question = doc.plain[one.after : end].rstrip().rstrip("*_").endswith("?")
        asked[one.words] = asked.get(one.words, 0) + question
    most = max(sorted(asked), key=lambda words: asked[words])
    staff = {words for words in asked if _STAFF.fullmatch(words)}
    named = {
        m["last"].upper()
        for one in labels
        if one.words in staff and (m := _ITS_NAME.search(doc.plain, one.span.start, one.after))
    }
    staff |= {one.words for one in labels if one.last in named}
    return frozenset(staff | ({most} if not _is_person(doc, most, labels[0]) else set()))


def _is_person(doc: Document, words: str, first: Label) -> bool:
    """Whether the one who asks is a person rather than an outlet."""
    if _STAFF.fullmatch(words) or _IS_OUTLET.search(words):
        return False
    name = _name(doc, Label(first.span, words, first.after), Span(0, first.span.start))
    named = name is not None and name.kind == "person"
    return " " not in words or words.startswith("SPEAKER") or named


def _name(doc: Document, label: Label, intro: Span) -> Name | None:
    """The person of the introduction whom a label stands for: by name, initials, or as "A"."""
    people = [n for n in within(doc.names, intro) if n.kind == "person" or " " in n.core]
    said = label.name.upper()
    later = [n for n in doc.names if n.span.start > intro.end and " " in n.core]
    for name in [*people, *later]:
        words = name.core.upper().split()
        initials = "".join(word[0] for word in words)
        if said in (
            words[-1],
            " ".join(words[1:]),
            " ".join(words),
            initials,
            ".".join(initials) + ".",
        ):
            return name
    titled = [n for n in people if n.kind == "person" and n.title] or [
        n for n in people if n.kind == "person"
    ]
    return titled[0] if said in ("A", "ANSWER") and titled else None


def _named_so(doc: Document, asks: frozenset[str], intro: Span) -> str | None:
    """The outlet in the heading of what its own staff asks: "RADIO KESH | The Hour"."""
    if not any(_STAFF.fullmatch(words) for words in asks):
        return None
    lines = doc.plain[intro.start : intro.end].strip().splitlines()[:2]
    for piece in (p.strip() for line in lines for p in _PIECES.split(line)):
        if 1 < len(piece.split()) < 5 and _IS_OUTLET.search(piece):
            return piece.title() if piece.isupper() else piece
    return None
