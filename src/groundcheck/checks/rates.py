"""So much a day, over so many days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundcheck.checks.figures import Figure, Figures, likely, loose
from groundcheck.checks.reckoning import Reckoned
from groundcheck.checks.wording import figure, middle
from groundcheck.model import Interval, Step

_PER = re.compile(
    r"(?:(?:[^\W\d]|[²\s]|\.(?=\s*(?-i:[a-z]))){0,25}?\s(?:an?|per|each|every)\s+(day|week|month|year)\b|\s+(dai)ly\b)"
    r"(?!\s+(?:earlier|ago|later|before|after|old|long|or|and)\b)",
    re.IGNORECASE,
)
_DAYS = {"day": 1.0, "dai": 1.0, "week": 7.0, "month": 30.436875, "year": 365.2425}
# "300 sq km in April 2024, some 10 a day": nothing but the time stands between them.
_BESIDE = re.compile(r"[^.;:]{0,50}?(?:,|\(|—|–|\bor\b|\bat\b)\s*(?:or|at|an average of)?\s*$")
_REACH = 30
_TOTALS = 5
_PACE = re.compile(
    r"\b(?:at|on)\s+(?:this|that|such a|the\s+\w+)\s+(?:pace|rate|speed|tempo)\b", re.I
)


def per_day(figures: Figures) -> Iterator[Reckoned]:
    """Each rate beside the total it was made from and the days of that total.

    Of several totals before a rate the nearest that gives it is taken, else the nearest.
    """
    for at, rate in enumerate(figures.items):
        unit = _PER.match(figures.after(rate))
        if not unit:
            continue
        word = (unit.group(1) or unit.group(2)).lower()
        totals = [t for t in figures.items[max(0, at - _TOTALS) : at] if _gives(figures, t, rate)]
        made = [_of(figures, total, rate, word) for total in reversed(totals)]
        fits = [r for r in made if r.found.overlaps(likely(rate))]
        yield from (fits or made)[:1]


def _gives(figures: Figures, total: Figure, rate: Figure) -> bool:
    """Whether a figure may be the total that a rate was made from."""
    near = figures.sentence(rate) - figures.sentence(total) <= 1
    alike = total.unit == rate.unit or not rate.quantity.unit_said
    return near and alike and total.unit not in ("percent", "days") and bool(_length(total))


def _of(figures: Figures, total: Figure, rate: Figure, unit: str) -> Reckoned:
    beside = figures.sentence(rate) == figures.sentence(total)
    sure = beside and bool(_BESIDE.match(figures.between(total, rate)))
    return _rate(total, rate, _length(total) or 1, unit, sure)


def _length(item: Figure) -> int | None:
    when = item.claim.when
    if when is None or when.start is None or when.end is None:
        return None
    days = (when.end - when.start).days
    return days if days > 1 else None


def _rate(total: Figure, rate: Figure, days: int, unit: str, sure: bool) -> Reckoned:
    factor = _DAYS[unit]
    exact = middle(total.quantity.value) / days * factor
    said = total.quantity
    return Reckoned(
        figure=rate,
        # The first or the last day may or may not be counted.
        found=_per(likely(total), days, factor),
        widest=_per(loose(total), days, factor),
        says=f"{said.text} in {days} days is {figure(exact)} a {'day' if unit == 'dai' else unit}",
        steps=(
            Step("count the days", (said.text, total.claim.when.edtf or ""), f"{days} days")
            if total.claim.when
            else Step("count the days", (said.text,), f"{days} days"),
            Step("divide", (said.text, f"{days} days"), f"{exact:.4g}"),
        ),
        doubt=None if sure or same_days(total, rate) else "which days the rate is of",
    )


def _per(total: Interval, days: int, factor: float) -> Interval:
    low = 0.0 if total.low is None else total.low / (days + 1) * factor
    return Interval(low, None if total.high is None else total.high / (days - 1) * factor)


def same_days(total: Figure, rate: Figure) -> bool:
    """Whether the two speak of the same days by the same source."""
    a, b = total.claim, rate.claim
    if a.id == b.id:
        return True
    same_time = a.when is not None and b.when is not None and a.when.edtf == b.when.edtf
    return same_time and a.attribution.source == b.attribution.source


def at_that_pace(figures: Figures) -> Iterator[Reckoned]:
    """How long a rest takes "at that pace": kept where a rest named before gives those days."""
    rate: Figure | None = None
    areas: list[Figure] = []
    for item in figures.items:
        unit = _PER.match(figures.after(item))
        if unit and (unit.group(1) or unit.group(2)).lower() in ("day", "dai"):
            rate = item
        elif item.is_area:
            areas.append(item)
        elif item.unit == "days" and rate and _PACE.search(figures.before(item, 120)):
            yield from _pace(areas, rate, item)


def _pace(areas: list[Figure], rate: Figure, days: Figure) -> Iterator[Reckoned]:
    speed = likely(rate)
    if not speed.low or not speed.high:
        return
    for area in reversed(areas[-_REACH:]):
        rest = likely(area)
        if rest.low is None or rest.high is None:
            continue
        found = Interval(rest.low / speed.high, rest.high / speed.low)
        exact = middle(area.quantity.value) / (middle(rate.quantity.value) or 1.0)
        if found.overlaps(likely(days)):
            yield Reckoned(
                figure=days,
                found=found,
                widest=found,
                says=(
                    f"{area.quantity.text} at {rate.quantity.text} a day take {figure(exact)} days"
                ),
                steps=(
                    Step("divide", (area.quantity.text, rate.quantity.text), f"{exact:.4g} days"),
                ),
            )
            return
