"""An annotator's claims of a report, as JSON beside its text, read and held against their form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from groundcheck.errors import BadValue
from groundcheck.evaluation.corpus import Paired
from groundcheck.evaluation.slots import SLOTS
from groundcheck.model import Span

_NAMES = ("actor", "source", "medium")


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim that an annotator sees: its words and where they stand, and its slots.

    A slot that may be filled in several ways has a list of them; ``places`` is a list of lists.
    """

    quote: str
    span: Span
    slots: Mapping[str, Any]


def gold_claims(report: Paired) -> tuple[GoldClaim, ...]:
    """The claims of ``{"claims": [{"quote", "kind", "actor", …}], "place_names": {id: name}}``.

    Raises ``BadValue`` with the file's name where it has another form, or where a quote does not
    stand exactly once in the text.
    """
    try:
        data = json.loads(report.notes)
        known = data.get("place_names", {})
        return tuple(_claim(one, known, report.text) for one in data["claims"])
    except ValueError as error:
        raise BadValue(f"{report.notes_name}: {error}") from None
    except (KeyError, TypeError, AttributeError):
        form = '{"claims": [{"quote": …, "kind": …}]}'
        raise BadValue(f"{report.notes_name}: not of the form {form}") from None


def _claim(data: dict[str, Any], known: dict[str, str], text: str) -> GoldClaim:
    quote = data["quote"]
    times = text.count(quote) if quote else 0
    if times != 1:
        raise BadValue(f"stands {times} times in the text, not once: {quote[:80]!r}")
    slots: dict[str, Any] = {name: data.get(name) for name in SLOTS}
    places = data.get("places") or []
    if not all(isinstance(place, str) for place in places):
        raise BadValue(f"places of {quote[:80]!r} are not a list of ids")
    slots["places"] = [
        [place, *([f"name:{known[place]}"] if place in known else [])] for place in places
    ]
    for figure in slots["quantities"] or []:
        _check_figure(figure)
    for name in _NAMES:
        options = slots[name] if isinstance(slots[name], list) else [slots[name]]
        if not all(option is None or isinstance(option, str) for option in options):
            raise BadValue(f"{name} of {quote[:80]!r} is neither a name nor a list of names")
    start = text.index(quote)
    return GoldClaim(quote, Span(start, start + len(quote)), slots)


def _check_figure(figure: dict[str, Any]) -> None:
    value = figure["value"]
    numbers = value if isinstance(value, list) else [value]
    plain = all(
        isinstance(n, int | float) and not isinstance(n, bool) and isfinite(n) for n in numbers
    )
    if not (plain and isinstance(figure["unit"], str) and isinstance(figure["bound"], str)):
        raise BadValue(f"not a figure with value, unit and bound: {figure!r}")
