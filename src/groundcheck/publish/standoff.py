"""The lines of brat's standoff format, parsed and written.

One annotation a line: ``T`` entities, ``E`` events, ``R`` and ``*`` relations, ``A`` and ``M``
attributes, ``N`` normalisations, ``#`` notes. Offsets count the code points of the text as it
stands in its file, a byte-order mark and carriage returns included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groundcheck.errors import BadValue
from groundcheck.model import Span

_ENTITY = re.compile(r"(T\w+)\t(\S+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*) ?\t(.*)", re.DOTALL)
_EVENT = re.compile(r"(E\w+)\t([^\s:]+):(\S+)((?: +[^\s:]+:[^\s:]+)*)\s*")
_RELATION = re.compile(r"(R\w+)\t(\S+)((?: +[^\s:]+:[^\s:]+)+)\s*")
_EQUIVALENCE = re.compile(r"(\*)\t(\S+)((?: +[^\s:]+)+)\s*")
_REMARK = re.compile(r"([AMN#]\w+)\t(\S+) (\S+)(?: ([^\t]*))?(?:\t(.*))?")
_FORMS = {
    "T": "T1<tab>Type 12 20;25 30<tab>words",
    "E": "E1<tab>Type:T1 Role:T2",
    "R": "R1<tab>Type Arg1:T1 Arg2:T2",
    "*": "*<tab>Type T1 T2",
    "A": "A1<tab>Name T1 value",
    "M": "M1<tab>Name T1",
    "N": "N1<tab>Reference T1 Source:id<tab>words",
    "#": "#1<tab>Type T1<tab>words",
}


@dataclass(frozen=True, slots=True)
class Entity:
    """A ``T`` line: words of the text in one or more pieces, as the line orders them."""

    id: str
    kind: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An ``E`` line (with its ``trigger``), an ``R`` line, or a ``*`` line (roles are ``""``).

    ``arguments`` are pairs of a role and the id of what plays it.
    """

    id: str
    kind: str
    arguments: tuple[tuple[str, str], ...]
    trigger: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """An ``A``, ``M``, ``N`` or ``#`` line: something said about ``target``.

    ``value`` stands behind the target, ``text`` behind a tab.
    """

    id: str
    kind: str
    target: str
    value: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Standoff:
    """The annotations of one text, each kind in the order of its lines."""

    entities: tuple[Entity, ...] = ()
    links: tuple[Link, ...] = ()
    remarks: tuple[Remark, ...] = ()


def parse(lines: str, text: str, name: str = "annotations") -> Standoff:
    """The annotations that ``lines`` make of ``text``.

    Words behind a ``T`` line run on over several lines where its span does, as some tools write
    them. Raises ``BadValue`` with ``name`` and the line's number for a line of no known form, an
    id given twice or not given, and a span that the text does not have or where it has other
    words, since then the annotations are of another text.
    """
    found: list[tuple[int, Entity | Link | Remark]] = []
    ids: set[str] = set()
    for number, line in _whole(lines, text):
        try:
            one = _parsed(line, text)
            if one.id != "*" and one.id in ids:
                raise BadValue(f"{one.id} is given twice")
        except BadValue as error:
            raise BadValue(f"{name}: line {number}: {error}") from None
        ids.add(one.id)
        found.append((number, one))
    for number, one in found:
        for target in _targets(one):
            if target not in ids:
                raise BadValue(f"{name}: line {number}: {one.id} names {target}, which is missing")
    ones = [one for _, one in found]
    return Standoff(
        tuple(one for one in ones if isinstance(one, Entity)),
        tuple(one for one in ones if isinstance(one, Link)),
        tuple(one for one in ones if isinstance(one, Remark)),
    )


def render(standoff: Standoff, text: str) -> str:
    """The annotations as lines, each with its end; "" where there are none.

    ``parse`` gives them back where ids are unique, and no span, value or note has a line end.
    """
    lines = [_entity_line(one, text) for one in standoff.entities]
    lines += [_link_line(one) for one in standoff.links]
    lines += [_remark_line(one) for one in standoff.remarks]
    return "".join(f"{line}\n" for line in lines)


def _whole(lines: str, text: str) -> Iterator[tuple[int, str]]:
    """The number of each line and the line, with those on which its words run on."""
    rows = [row.removesuffix("\r") for row in lines.split("\n")]
    at = 0
    while at < len(rows):
        more = _run_on(rows, at, text)
        if rows[at].strip():
            yield at + 1, "\n".join(rows[at : at + 1 + more])
        at += 1 + more


def _run_on(rows: Sequence[str], at: int, text: str) -> int:
    entity = _ENTITY.fullmatch(rows[at])
    if entity is None:
        return 0
    words = _words(text, _pieces(entity[3]))
    more = words.count("\n")
    together = "\n".join([entity[4], *rows[at + 1 : at + 1 + more]])
    return more if more and _same(together, words) and not _same(entity[4], words) else 0


def _parsed(line: str, text: str) -> Entity | Link | Remark:
    if entity := _ENTITY.fullmatch(line):
        return _entity(entity, text)
    if event := _EVENT.fullmatch(line):
        return Link(event[1], event[2], _arguments(event[4]), event[3])
    if link := _RELATION.fullmatch(line) or _EQUIVALENCE.fullmatch(line):
        return Link(link[1], link[2], _arguments(link[3]))
    if remark := _REMARK.fullmatch(line):
        return Remark(*remark.groups())
    if line[0] not in _FORMS:
        raise BadValue(f"begins with {line[0]!r}, no kind of annotation")
    raise BadValue(f"not of the form {_FORMS[line[0]]}")


def _entity(match: re.Match[str], text: str) -> Entity:
    name, kind, offsets, said = match.groups()
    pieces = _pieces(offsets)
    for start, end in pieces:
        if start >= end:
            raise BadValue(f"{name} has the piece {start} {end}, which holds nothing")
        if end > len(text):
            raise BadValue(f"{name} ends at {end}, but the text has {len(text)} characters")
    words = _words(text, pieces)
    if said and not _same(said, words):
        raise BadValue(f"{name} says {_short(said)} where the text has {_short(words)}")
    return Entity(name, kind, tuple(Span(*piece) for piece in pieces))


def _pieces(offsets: str) -> list[tuple[int, int]]:
    numbers = [int(number) for number in offsets.replace(";", " ").split()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _words(text: str, pieces: Sequence[tuple[int, int]]) -> str:
    return " ".join(text[start:end] for start, end in pieces)


def _same(one: str, other: str) -> bool:
    """Some tools write the line ends of a span as blanks."""
    return one.split() == other.split()


def _short(words: str) -> str:
    return repr(words if len(words) <= 40 else f"{words[:39]}…")


def _arguments(written: str) -> tuple[tuple[str, str], ...]:
    pairs = (argument.rpartition(":") for argument in written.split())
    return tuple((role, target) for role, _, target in pairs)


def _targets(one: Entity | Link | Remark) -> list[str]:
    if isinstance(one, Remark):
        return [one.target]
    if isinstance(one, Link):
        return [target for _, target in one.arguments] + ([one.trigger] if one.trigger else [])
    return []


def _entity_line(one: Entity, text: str) -> str:
    pieces = [(span.start, span.end) for span in one.spans]
    offsets = ";".join(f"{start} {end}" for start, end in pieces)
    return f"{one.id}\t{one.kind} {offsets}\t{_words(text, pieces)}"


def _link_line(one: Link) -> str:
    head = one.kind if one.trigger is None else f"{one.kind}:{one.trigger}"
    arguments = (f"{role}:{target}" if role else target for role, target in one.arguments)
    return f"{one.id}\t{' '.join([head, *arguments])}"


def _remark_line(one: Remark) -> str:
    value = "" if one.value is None else f" {one.value}"
    text = "" if one.text is None else f"\t{one.text}"
    return f"{one.id}\t{one.kind} {one.target}{value}{text}"
