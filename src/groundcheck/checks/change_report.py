"""Differences of maps in the words of a finding."""

from __future__ import annotations

from collections.abc import Iterator

from groundcheck.checks.differences import NET, Differences, Spoken
from groundcheck.checks.map_words import surveys
from groundcheck.checks.measuring import who
from groundcheck.checks.verdicts import span_of
from groundcheck.checks.wording import amount, figure, interval
from groundcheck.model import Interval, Step


def shows(spoken: Spoken, found: Differences, unit: str) -> str:
    """What each maker's maps show, the first in a sentence and the others after it."""
    parts: list[str] = []
    for maker in dict.fromkeys(who(item.maps.series) for item in found.items):
        own = [item for item in found.items if who(item.maps.series) == maker]
        sign = 1 if found.grows else -1
        net = span_of(sign * found.value(item, unit, NET) for item in own)
        first = min(item.change.old.day for item in own)
        last = max(item.change.new.day for item in own)
        holder, where = own[0].maps.series.holder, spoken.where
        more = _net(net, unit)
        parts.append(
            f"{maker}'s {first} to {last}: {more}"
            if parts
            else f"{maker}'s maps from {first} to {last} show {more} of {where} held by {holder}"
        )
    layers = {item.maps.series.layer: item.maps.series for item in found.items}
    return "; ".join(parts) + surveys(layers)


def _net(net: Interval, unit: str) -> str:
    """A change as words: "a net 470–490 km² more"."""
    low, high = net.low or 0.0, net.high or 0.0
    if low >= 0:
        return f"a net {interval(net, unit)} more"
    if high <= 0:
        return f"a net {interval(Interval(-high, -low), unit)} less"
    return f"between a net {amount(-low, unit)} less and {amount(high, unit)} more"


def steps(found: Differences) -> Iterator[Step]:
    """A step for each difference and what moved in it, and one for each sudden change."""
    for item in found.items:
        m = item.change.new
        counted = ", contested ground counted" if m.contested else ""
        source = f"{item.maps.series.maker}, on the outlines of {m.boundary_set}{counted}"
        days = f"{item.change.old.day} to {m.day}"
        yield Step("subtract", (days,), f"{figure(item.change.km2)} km² net", source)
        moved = item.moved
        both = f"{amount(moved.rises, 'km2')} more and {amount(moved.falls, 'km2')} less"
        yield Step("sum up map by map and region by region", (days,), both, source)
    jumps = {
        (who(item.maps.series), day): km2 for item in found.items for day, km2 in item.moved.jumps
    }
    for (maker, day), km2 in sorted(jumps.items()):
        says = f"{figure(km2)} km² from one map to the next, which may be a revision"
        yield Step("mark a jump", (str(day),), says, maker)
