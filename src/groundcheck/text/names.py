"""Names of people, bodies and other things, by their capitals, titles and head words.

No list of names is used: a name is a run of capitalised words, with the particles inside it
and the titles before it. What the words of the text itself show decides the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from groundcheck.model.span import Span
from groundcheck.text.name_runs import Word, runs_of, words_of
from groundcheck.text.sentences import sentences
from groundcheck.text.wordlists import (
    ADJECTIVES,
    ALSO_IN_NAMES,
    BODY_HEADS,
    CALENDAR_SHORT,
    MONTHS,
    OFFICES,
    ORDINARY,
    ORDINARY_ENDINGS,
    SPEECH,
    TITLE_MODIFIERS,
    TITLES,
    WEEKDAYS,
)

NameKind = Literal["person", "body", "proper"]

_ACRONYM = re.compile(r"[ \t\u00a0]{1,2}\(([A-Z][A-Z0-9./-]{1,11}s?)\)")
_ROLES = (
    r"(?:head|chief|commander|spokes\w+|governor|mayor|leader|minister|president|general|advis[eo]r"
    r"|director|deputy|chair\w*|officer|envoy|analyst|secretary|premier|colonel)"
)
_ROLE_AFTER = re.compile(rf",\s+(?:\d\d,|(?:[\w'’-]+\s+){{0,6}}?(?:{_ROLES}|who|whose)\b)")
_ROLE_BEFORE = re.compile(rf"\b{_ROLES},\s$")
_LONGEST = 12
_CALENDAR = WEEKDAYS | MONTHS | CALENDAR_SHORT


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text.

    ``span`` and ``text`` take in the title ("Lt. Gen. Jane Roe"), ``core`` is the name
    without it, on one line and with single spaces. ``acronym`` is what brackets right after
    the name give for it, ``""`` where none does. A ``proper`` name is one that shows no more
    than that: a place, a newspaper, a person without title.
    """

    span: Span
    text: str
    title: str
    core: str
    kind: NameKind
    acronym: str = ""


def find_names(text: str) -> tuple[Name, ...]:
    """The names of ``text`` in order; they do not overlap.

    Capitals that are no names are left out: ordinary words at a sentence's head (and any word
    there that the text also writes small), weekdays, months, adjectives of nations on their
    own, and headlines of four or more words in capitals.
    """
    words = [list(words_of(text, sentence)) for sentence in sentences(text)]
    small = {word.text for line in words for word in line if word.text.islower()}
    found = [
        name
        for line in words
        for run in runs_of(text, line)
        if (name := _name(text, run, small)) is not None
    ]
    return tuple(_known(found))


def _name(text: str, run: list[Word], small: set[str]) -> Name | None:
    run = _bare(run, small)
    lows = [word.low for word in run]
    if not run or len(run) > _LONGEST or (len(run) == 1 and _says_nothing(run[0])):
        return None
    heads = [i for i, low in enumerate(lows) if low in BODY_HEADS and not _is_office(lows, i)]
    # "General Staff Gen. Jane Roe" is a general: a title behind the body counts first.
    first, past = _title(lows, heads[-1] + 1) if heads else (0, 0)
    if not past:
        first, past = _title(lows, 0)
    is_body = bool(heads) and heads[-1] >= past
    if is_body:
        first = past = 0
    if past == len(run):
        return None
    span = Span(run[first if past else 0].start, run[-1].end)
    core = " ".join(text[run[past].start : run[-1].end].split())
    title = " ".join(text[span.start : run[past].start].split()) if past else ""
    kind: NameKind = "body" if is_body else "person" if title else "proper"
    if kind == "proper" and len(run) > 1 and _is_person(text, run):
        kind = "person"
    acronym = _ACRONYM.match(text, span.end)
    return Name(span, span.of(text), title, core, kind, acronym[1] if acronym else "")


def _bare(run: list[Word], small: set[str]) -> list[Word]:
    """The run without ordinary words at its head and small ones at its end."""
    start, end = 0, len(run)
    while end and not run[end - 1].capital:
        end -= 1
    while start < end and _is_ordinary(run[start], small, alone=end - start == 1):
        start += 1
    if start < end and run[start].text[0].isdigit():
        start += not any(word.low in BODY_HEADS for word in run[start:end])
    return run[start:end]


def _says_nothing(word: Word) -> bool:
    known = word.low in ADJECTIVES or word.low.rstrip("s") in ADJECTIVES
    return known or word.low in _CALENDAR or len(word.text) == 1


def _is_ordinary(word: Word, small: set[str], *, alone: bool) -> bool:
    if word.text in ("I", "A") or word.low in ("the", "an"):
        return True
    shouts = word.text.isupper() and len(word.text) < 5 and word.low != "live"
    if not word.initial or shouts or not word.text[0].isupper():
        return False
    head = word.low.split("-")[0] if word.text[word.text.find("-") + 1].islower() else ""
    if word.low in ORDINARY or head in ORDINARY:
        return alone or word.low not in ALSO_IN_NAMES
    return alone and (word.low in small or word.low.endswith(ORDINARY_ENDINGS))


def _title(lows: list[str], start: int) -> tuple[int, int]:
    """Where the title from ``start`` on begins and ends; ``(0, 0)`` where there is none."""
    ends = [i for i, low in enumerate(lows) if i >= start and low in TITLES]
    if not ends:
        return 0, 0
    past = ends[0] + 1
    while past < len(lows) and (lows[past] in TITLES or lows[past] in TITLE_MODIFIERS):
        past += 1
    while past > ends[0] + 1 and lows[past - 1] not in TITLES:
        past -= 1
    if past + 1 < len(lows) and _is_office(lows, past + 1):
        past += 2
        while past < len(lows) and lows[past] in TITLES:
            past += 1
    first = ends[0]
    while first and lows[first - 1] in TITLE_MODIFIERS:
        first -= 1
    return first, past


def _is_office(lows: list[str], at: int) -> bool:
    """Whether the word is only what a title is of: "Chief of Staff"."""
    return at > 1 and lows[at] in OFFICES and lows[at - 1] == "of" and lows[at - 2] in TITLES


def _is_person(text: str, run: list[Word]) -> bool:
    """Whether a role in apposition or a verb of speech shows that a person is meant."""
    start, end = run[0].start, run[-1].end
    if _ROLE_AFTER.match(text, end, end + 120) or _ROLE_BEFORE.search(
        text[max(0, start - 24) : start]
    ):
        return True
    after = text[end : end + 24].split(None, 1)
    before = text[max(0, start - 16) : start].split()
    heads = run[0].initial or bool(before and before[-1] in SPEECH)
    speaks = bool(after and after[0].rstrip(",.:") in SPEECH) or bool(
        before and before[-1] in SPEECH
    )
    return heads and speaks and run[0].low not in ADJECTIVES


def _known(names: list[Name]) -> Iterator[Name]:
    """The names, each given the kind that a fuller form of it shows elsewhere."""
    kinds: dict[str, NameKind] = {}
    for name in names:
        if name.kind == "person":
            kinds.setdefault(name.core.casefold(), "person")
            kinds.setdefault(name.core.split()[-1].casefold(), "person")
        elif name.kind == "body":
            initials = "".join(letter for letter in name.core if letter.isupper())
            kinds.setdefault((name.acronym or initials).casefold(), "body")
    last = ""
    for name in names:
        last, repeated = name.acronym, last != "" and name.core == last
        if repeated:
            continue
        kind = kinds.get(name.core.casefold(), name.kind)
        yield replace(name, kind=kind) if name.kind == "proper" else name
