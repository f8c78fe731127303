"""What maps show, in the words of a finding: its summary, its working, its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from groundcheck.checks.choices import by_choice, extent
from groundcheck.checks.evidence import ControlSeries
from groundcheck.checks.measuring import LeftOut, Maps, Measured, Shown, who
from groundcheck.checks.wording import amount, figure, interval
from groundcheck.model import Evidence, Interval, Measurement, Step


def shows(found: Measured, unit: str) -> str:
    """What each maker's maps show, the first in a sentence and the others after it."""
    options = found.options(unit)
    said: list[str] = []
    for maker in dict.fromkeys(option.maker for option in options):
        own = [option for option in options if option.maker == maker]
        maps = [each.measurement for each in found.shown if who(each.series) == maker]
        value = interval(extent(own), unit)
        when = of_days(m.day for m in maps)
        if said:
            said.append(f"{maker}'s {when} {value}")
            continue
        most = "at most " if found.complement else ""
        side = f"{'not ' if found.complement else ''}held by {maps[0].holder}"
        one = "s" if when.startswith("map ") else ""
        detail = f" ({_by_set(by_choice(own, 'outlines'))})"
        said.append(f"{maker}'s {when} show{one} {most}{value} of {found.where} {side}{detail}")
    return "; ".join(said) + surveys({each.series.layer: each.series for each in found.shown})


def of_days(days: Iterable[date]) -> str:
    """ "map of 2031-05-08", "maps of 2031-05-08 to 2031-05-15"."""
    known = sorted(set(days))
    return f"map of {known[0]}" if len(known) == 1 else f"maps of {known[0]} to {known[-1]}"


def surveys(series: dict[str, ControlSeries]) -> str:
    """How many surveys the layers rest on, where there is more than one layer."""
    if len(series) < 2:
        return ""
    origins = {each.origin or each.maker for each in series.values()}
    return f" ({len(origins)} independent surveys)" if len(origins) > 1 else " (one survey)"


def _by_set(sets: dict[str, Interval]) -> str:
    return ", ".join(f"{_plain(found)} on {name}" for name, found in sets.items())


def _plain(found: Interval) -> str:
    low, high = figure(found.low or 0.0), figure(found.high or 0.0)
    return low if low == high else f"{low}–{high}"


def steps(found: Measured, unit: str) -> tuple[Step, ...]:
    """A step for each measurement, and one for each layer that was left out."""
    operation = "measure what is not held" if found.complement else "measure"
    return (
        *(
            measured_step(series, m, operation, amount(found.value(m, unit), unit))
            for series, _, m in distinct(found.shown)
        ),
        *left_out_steps(found.left_out),
    )


def left_out_steps(left_out: Sequence[LeftOut]) -> tuple[Step, ...]:
    """A step for each layer that could not be compared with the others."""
    return tuple(Step("leave out a layer", (each.series.layer,), each.why) for each in left_out)


def measured_step(series: ControlSeries, m: Measurement, operation: str, result: str) -> Step:
    """What was held on one map, of what, on which outlines, contested ground counted or not."""
    return Step(
        operation,
        (
            str(m.day),
            f"{amount(m.km2, 'km2', 0)} held of {amount(m.whole_km2, 'km2', 0)}",
            "contested ground counted as held" if m.contested else "contested ground not counted",
        ),
        result,
        f"{series.maker}, on the outlines of {m.boundary_set}",
    )


def distinct(shown: Iterable[Shown]) -> tuple[Shown, ...]:
    """Each map, boundary set and counting once."""
    found: dict[object, Shown] = {}
    for each in shown:
        m = each.measurement
        found.setdefault((m.layer, m.day, m.boundary_set, m.contested, m.place), each)
    return tuple(found.values())


def evidence(shown: Iterable[Shown], where: str) -> tuple[Evidence, ...]:
    """What the makers' maps say, one statement for each map, boundary set and counting."""
    return tuple(
        Evidence(
            source=series.maker,
            says=(
                f"{m.holder} holds {amount(m.share, 'percent')} of {where}"
                f"{', contested ground counted in' if m.contested else ''}: "
                f"{amount(m.km2, 'km2', 0)} of {amount(m.whole_km2, 'km2', 0)} "
                f"on the outlines of {m.boundary_set}; {series.definition}"
            ),
            day=str(m.day),
            inputs=m.inputs,
        )
        for series, _, m in distinct(shown)
    )


def became_so(found: Measured, threshold: float | None) -> str | None:
    """When each maker's maps first show ``threshold`` percent, or that they never do."""
    if threshold is None or found.complement:
        return None
    said = []
    for maker in dict.fromkeys(who(each.series) for each in found.shown):
        of_maker = [
            maps
            for maps in found.maps
            if who(maps.series) == maker and any(s.series is maps.series for s in found.shown)
        ]
        held = _first_days(found, of_maker, threshold, contested=False)
        words = _since(held, of_maker)
        if any(maps.series.contested for maps in of_maker):
            own = [maps for maps in of_maker if maps.series.contested]
            with_it = _since(_first_days(found, own, threshold, contested=True), own)
            words += f"; with contested ground {with_it}" if with_it != words else ""
        said.append(f"{maker}'s map shows {amount(threshold, 'percent')} of {found.where}: {words}")
    return ". ".join(said)


def _first_days(
    found: Measured, maps: Sequence[Maps], threshold: float, *, contested: bool
) -> dict[str, date | None]:
    """By boundary set the first day on any of the layers."""
    ids = tuple(place.id for place in found.places)
    days: dict[str, list[date | None]] = {}
    for each in maps:
        own = (s.measurement for s in found.shown if s.series is each.series)
        for name in dict.fromkeys(m.boundary_set for m in own if m.contested == contested):
            days.setdefault(name, []).append(each.first_day(ids, threshold, name, contested))
    return {name: min((d for d in of if d), default=None) for name, of in days.items()}


def _since(days: dict[str, date | None], maps: Sequence[Maps]) -> str:
    first = min(each.series.first_day for each in maps)
    last = max(each.series.last_day for each in maps)
    said = {
        name: f"never up to its last map of {last}"
        if day is None
        else f"since before its first map of {first}"
        if day <= first
        else f"from {day}"
        for name, day in days.items()
    }
    if len(set(said.values())) == 1 and len(said) > 1:
        return next(iter(said.values()))
    return ", ".join(f"{words} ({name})" for name, words in said.items())
