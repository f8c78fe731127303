"""The published form of the model: what ``--format json`` prints and the schema describes.

It is the model's own JSON with three changes, made for those who read it without this package:
a span is ``[start, end]``; an interval is ``[low, high]`` with ``null`` for an end without
limit, beside it its words under ``NAME_words`` ("(99, 100]": a round bracket leaves the end
out); and a claim has flat slots beside its objects: ``time``, ``source``, ``mode``, ``medium``,
``said_on``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from groundcheck.model import Claim, Interval, Outcome, Span, hull


def published(value: Any) -> Any:
    """A value of the model as objects, arrays, strings, numbers, booleans and null."""
    if value is None or isinstance(value, str | float | int):
        return value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Interval):
        return [value.low, value.high]
    if is_dataclass(value) and not isinstance(value, type):
        return _published_object(value)
    if isinstance(value, tuple | list):
        return [published(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def _published_object(value: Any) -> dict[str, Any]:
    shape: dict[str, Any] = {}
    for name, is_interval in _fields(value.__class__):
        item = getattr(value, name)
        shape[name] = published(item)
        if is_interval:
            shape[f"{name}_words"] = None if item is None else str(item)
    if isinstance(value, Claim):
        shape |= flat_slots(value)
    return shape


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, bool], ...]:
    """The fields of a dataclass, each with whether it is an interval."""
    return tuple((field.name, "Interval" in str(field.type)) for field in fields(kind))


def flat_slots(claim: Claim) -> dict[str, str | None]:
    """The slots of a claim that stand deeper in its objects, at hand on one level."""
    said = claim.attribution.said
    day = said.start.isoformat() if said is not None and said.start is not None else None
    return {
        "time": claim.when.edtf if claim.when is not None else None,
        "source": claim.attribution.source,
        "mode": claim.attribution.mode,
        "medium": claim.attribution.medium,
        "said_on": day if said is not None and day == said.edtf else None,
    }


def in_order(claims: Sequence[Claim]) -> list[Claim]:
    """The claims in the order of the text."""
    return sorted(claims, key=lambda claim: hull(claim.spans or (Span(0, 0),)))


def outcome_data(outcome: Outcome, checked: bool) -> dict[str, Any]:
    """A whole outcome, claims in the order of the text; ``findings`` only where ``checked``.

    Findings stand in the order of their claims, those of one claim in the order of the checks.
    """
    claims = in_order(outcome.claims)
    data = {
        "report": published(outcome.report),
        "claims": published(claims),
        "notes": list(outcome.notes),
    }
    if checked:
        order = {claim.id: number for number, claim in enumerate(claims)}
        last = len(order)
        findings = sorted(outcome.findings, key=lambda found: order.get(found.claim, last))
        data["findings"] = published(findings)
    return data
