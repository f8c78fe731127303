"""Claims and attributions as brat's standoff, and the configuration of brat that goes with it.

Each claim is an event on its words, of the claim's kind, with its places, figures, time and
source as arguments, certainty and mode as attributes, and what the words were taken for as notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from groundcheck.model import (
    AttributionRelation,
    Certainty,
    Claim,
    Finding,
    Kind,
    Mode,
    Outcome,
    Quantity,
    Span,
)
from groundcheck.publish import attributions
from groundcheck.publish.safe import one_line
from groundcheck.publish.shape import in_order
from groundcheck.publish.standoff import Entity, Link, Remark, Standoff
from groundcheck.publish.standoff import render as render_lines

NOTE = "AnnotatorNotes"
_SLOTS = ("Place", "Figure", "Time", "Source")


def render(outcome: Outcome, relations: Sequence[AttributionRelation]) -> str:
    """The lines of the ``.ann`` file that goes with the report's text."""
    return render_lines(standoff(outcome, relations), outcome.report.text)


def standoff(outcome: Outcome, relations: Sequence[AttributionRelation]) -> Standoff:
    """The attribution relations of a report and its claims, in the order of the text.

    What checks found about a claim stands in notes on its event.
    """
    made = _Made(outcome.report.text, attributions.standoff(relations, outcome.report.text))
    found: dict[str, list[Finding]] = {}
    for finding in outcome.findings:
        found.setdefault(finding.claim, []).append(finding)
    for claim in in_order(outcome.claims):
        made.claim(claim, found.get(claim.id, []))
    return Standoff(tuple(made.entities), tuple(made.links), tuple(made.remarks))


class _Made:
    """What has been written so far; words that play a part twice are one entity."""

    def __init__(self, text: str, begun: Standoff) -> None:
        self._text = text
        self.entities = list(begun.entities)
        self.links = list(begun.links)
        self.remarks = list(begun.remarks)
        self._known = {(one.kind, one.spans): one.id for one in begun.entities}
        self._attributes = 0

    def claim(self, claim: Claim, found: Sequence[Finding]) -> None:
        trigger = self._entity(claim.kind.capitalize(), claim.spans)
        if trigger is None:
            return
        named = list(self._arguments(claim))
        event = Link(f"E{len(self.links) + 1}", claim.kind.capitalize(), tuple(named), trigger)
        self.links.append(event)
        self._attribute("Certainty", event.id, claim.certainty)
        self._attribute("Mode", event.id, claim.attribution.mode)
        self._note(event.id, _whole(claim))
        for finding in found:
            self._note(event.id, f"{finding.check}: {finding.verdict}: {finding.summary}")

    def _arguments(self, claim: Claim) -> Iterator[tuple[str, str]]:
        for slot, found in zip(_SLOTS, _slots(claim), strict=True):
            ids = []
            for span, meaning in found:
                entity = self._entity(slot, (span,), meaning)
                if entity is not None and entity not in ids:
                    ids.append(entity)
            for number, entity in enumerate(ids, 1):
                yield (slot if number == 1 else f"{slot}{number}"), entity

    def _entity(self, kind: str, spans: Sequence[Span], meaning: str = "") -> str | None:
        """The id of the words at ``spans``, None where they hold nothing but blanks."""
        pieces = attributions.lines(spans, self._text)
        if not pieces:
            return None
        known = self._known.get((kind, pieces))
        if known is None:
            known = self._known[kind, pieces] = f"T{len(self.entities) + 1}"
            self.entities.append(Entity(known, kind, pieces))
            self._note(known, meaning)
        return known

    def _attribute(self, kind: str, target: str, value: str) -> None:
        self._attributes += 1
        self.remarks.append(Remark(f"A{self._attributes}", kind, target, value))

    def _note(self, target: str, words: str) -> None:
        if words:
            number = 1 + len(self.remarks) - self._attributes
            self.remarks.append(Remark(f"#{number}", NOTE, target, text=one_line(words)))


def _slots(claim: Claim) -> Iterator[list[tuple[Span, str]]]:
    """For each of ``_SLOTS`` the words that were said, and what they were taken for."""
    yield [(one.span, f"{one.id} {one.name}") for one in claim.places if one.span]
    yield [(one.span, _figure(one)) for one in claim.quantities]
    when, source = claim.when, claim.attribution
    yield [(when.span, when.edtf or when.note)] if when and when.span else []
    yield [(source.source_span, source.source)] if source.source_span else []


def _figure(one: Quantity) -> str:
    value = one.value if isinstance(one.value, tuple) else (one.value,)
    return f"{one.bound} {' to '.join(f'{v:g}' for v in value)} {one.unit} {one.bounds}"


def _whole(claim: Claim) -> str:
    """What of a claim has no words of its own in it."""
    said = claim.attribution.said
    parts = {
        "actor": claim.actor,
        "source": claim.attribution.source,
        "medium": claim.attribution.medium,
        "said": said.edtf if said else None,
        "time": claim.when.edtf if claim.when else None,
        "readings": " or ".join(claim.readings),
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items() if value)


def configuration() -> str:
    """The ``annotation.conf`` with which brat shows what ``render`` writes."""
    slots = ", ".join(f"{slot}*:{slot}" for slot in _SLOTS)
    claims = "\n".join(f"{kind.capitalize()}\t{slots}" for kind in get_args(Kind))
    parts = "Source*:Source, Cue*:Cue, Content*:Content"
    said = "\n".join(f"{kind}\t{parts}" for kind in attributions.KINDS)
    return f"""\
# annotation.conf for what `groundcheck read FILE --format brat` prints.

[entities]
Source
Cue
Content
Place
Figure
Time

[relations]

[events]
# who says what
{said}
# claims, by kind
{claims}

[attributes]
Certainty\tArg:<EVENT>, Value:{"|".join(get_args(Certainty))}
Mode\tArg:<EVENT>, Value:{"|".join(get_args(Mode))}
"""
