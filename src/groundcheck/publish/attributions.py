"""Attribution relations as brat events, in the form that the corpus PolNeAR has them.

An event ``E1 Attribution:T4 Content:T3 Cue:T2 Source:T1`` stands on its cue; a part that several
entities play together is numbered from the second on: ``Content2``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from groundcheck.model import AttributionRelation, Span, hull
from groundcheck.publish.standoff import Entity, Link, Remark, Standoff

KINDS = ("Attribution", "Attribution-no-source")
CONFIDENCE = "Confidence"
_ROLE = re.compile(r"(Source|Cue|Content)\d*")
# Characters at which one program or another ends a line; brat cannot hold one in a span. A mark
# of byte order is no part of what is said either.
_LINES = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029\ufeff]+")


def relations(standoff: Standoff) -> tuple[AttributionRelation, ...]:
    """The attribution events as relations, in the order of their first words.

    Events of another kind are passed over, and those of which no part is known.
    """
    entities = {one.id: one.spans for one in standoff.entities}
    sure = {one.target: one.text for one in standoff.remarks if one.kind == CONFIDENCE}
    found = []
    for link in standoff.links:
        if link.kind not in KINDS or link.trigger is None:
            continue
        parts: dict[str, set[Span]] = {"Source": set(), "Cue": set(), "Content": set()}
        for role, target in link.arguments:
            if played := _ROLE.fullmatch(role):
                parts[played[1]] |= set(entities.get(target, ()))
        if any(parts.values()):
            source, cue, content = (tuple(sorted(part)) for part in parts.values())
            confidence = _number(sure.get(link.id))
            found.append(AttributionRelation(source, cue, content, confidence))
    return tuple(sorted(found, key=_first))


def standoff(found: Sequence[AttributionRelation], text: str) -> Standoff:
    """The relations as entities and events; what ``relations`` gives back.

    A piece that goes on over a line's end is written as a piece for each line, since brat has no
    form for a line's end within one. A relation without any words is left out.
    """
    entities: list[Entity] = []
    links: list[Link] = []
    remarks: list[Remark] = []

    def entity(kind: str, spans: tuple[Span, ...]) -> str:
        entities.append(Entity(f"T{len(entities) + 1}", kind, spans))
        return entities[-1].id

    for one in found:
        parts = {
            "Source": lines(one.source, text),
            "Cue": lines(one.cue, text),
            "Content": lines(one.content, text),
        }
        trigger = parts["Cue"] or parts["Source"] or parts["Content"]
        if not trigger:
            continue
        kind = KINDS[0] if parts["Source"] else KINDS[1]
        arguments = tuple((role, entity(role, spans)) for role, spans in parts.items() if spans)
        links.append(Link(f"E{len(links) + 1}", kind, arguments, entity(kind, trigger)))
        if one.confidence != 1:
            remarks.append(
                Remark(f"#{len(remarks) + 1}", CONFIDENCE, links[-1].id, text=repr(one.confidence))
            )
    return Standoff(tuple(entities), tuple(links), tuple(remarks))


def lines(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, cut where a line ends, without the blanks around each piece.

    Pieces that overlap become one, since brat refuses them.
    """
    found: list[Span] = []
    for piece in sorted(_pieces(spans, text)):
        if found and piece.start < found[-1].end:
            found[-1] = hull((found[-1], piece))
        else:
            found.append(piece)
    return tuple(found)


def _pieces(spans: Sequence[Span], text: str) -> Iterator[Span]:
    for span in spans:
        for line in _LINES.finditer(text, span.start, span.end):
            words = line[0]
            start = line.start() + len(words) - len(words.lstrip())
            if words.strip():
                yield Span(start, start + len(words.strip()))


def _first(one: AttributionRelation) -> tuple[Span, ...]:
    return tuple(sorted((*one.source, *one.cue, *one.content)))


def _number(written: str | None) -> float:
    try:
        return float(written or 1)
    except ValueError:
        return 1.0
