"""The page of a timeline: the picture, what of it is shown, and the same as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from groundcheck.geo.measure import Asked, Row, measure
from groundcheck.ledger.questions.measured import Maps, Shown
from groundcheck.model import Interval
from groundcheck.publish import figures
from groundcheck.publish.safe import one_line
from groundcheck.publish.site.links import Links
from groundcheck.publish.site.parts import Link, Pager
from groundcheck.publish.site.timeline import Past, days_asked, drawn
from groundcheck.publish.site.timeline_asked import TimelineAsked, moved, zoomed
from groundcheck.publish.site.timeline_rows import shown
from groundcheck.publish.timeline import Claimed
from groundcheck.publish.timeline.lanes import Clump
from groundcheck.publish.timeline.periods import Days

PER_PAGE = 100
_SOURCES = 16
_IN, _OUT = 0.5, 2.0


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen: its name, how many claims it has, whether it is chosen."""

    name: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A claim in the table, with what the maps of its last day show."""

    said: Claimed
    path: str
    maps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What is shown of a place: ``path`` is the page's address without its query.

    ``days`` are those shown, ``whole`` all there are. ``moves`` are words, name and query of what
    leads to other days, ``months`` the last map of each month.
    """

    template: ClassVar[str] = "timeline"

    title: str
    id: str
    place: str
    path: str
    asked: TimelineAsked
    days: Days
    whole: Days
    svg: str
    credit: str
    moves: tuple[tuple[str, str, str], ...]
    sources: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    certainties: tuple[Choice, ...]
    chosen: Link | None
    rows: tuple[SaidRow, ...]
    pager: Pager
    undated: int
    months: tuple[Row, ...]


def timeline_page(of: Past, name: str, asked: TimelineAsked, maps: Maps, at: Links) -> TimelinePage:
    """The page of what is asked for; ``maps`` show the place on single days."""
    days, path = days_asked(of, asked), at.timeline(of.place, "")

    def address(to: TimelineAsked, part: str = "") -> str:
        return f"{path}{'?' if to.query else ''}{to.query}{part}"

    said = shown(of, asked)
    begin = (asked.page - 1) * PER_PAGE
    pages = max(1, -(-len(said) // PER_PAGE))
    chosen = next((one for one in of.claims if one.id == asked.claim), None)
    return TimelinePage(
        title=f"{one_line(name)} over time",
        id=one_line(of.place),
        place=at.place(of.place),
        path=path,
        asked=asked,
        days=days,
        whole=of.days,
        svg=drawn(of, asked, _leads(asked, days, address, at)),
        credit=of.credit,
        moves=_moves(asked, days, of.days, address),
        sources=_choices((one.source for one in of.claims), asked.sources, _SOURCES),
        kinds=_choices((one.kind for one in of.claims), asked.kinds),
        certainties=_choices((one.certainty for one in of.claims), asked.certainties),
        chosen=Link(chosen.told, at.claim(chosen.id)) if chosen else None,
        rows=tuple(_row(one, maps, asked.unit, at) for one in said[begin : begin + PER_PAGE]),
        pager=Pager(
            asked.page, pages, len(said), lambda page: address(replace(asked, page=page), "#claims")
        ),
        undated=sum(asked.keeps(one) and not one.until for one in of.claims),
        months=measure(of.figures, Asked((of.place,), *days, "month")) if of.figures else (),
    )


Address = Callable[..., str]


def _leads(asked: TimelineAsked, days: Days, address: Address, at: Links) -> Callable[[Clump], str]:
    """A mark for one claim leads to it, one for several to their days, or to them in the table."""

    def leads(clump: Clump) -> str:
        if len(clump.claims) == 1:
            return at.claim(clump.claims[0].id)
        if clump.days != days and days[0] < days[1]:
            return address(asked.over(clump.days))
        sources = tuple(dict.fromkeys(one.source for one in clump.claims))
        return address(replace(asked.over(clump.days), sources=sources[:_SOURCES]), "#claims")

    return leads


def _moves(
    asked: TimelineAsked, days: Days, whole: Days, address: Address
) -> tuple[tuple[str, str, str], ...]:
    first, last = min(days[0], whole[0]), max(days[1], whole[1])
    since, until = zoomed(days, _OUT)
    to = {
        "in": ("Zoom in", zoomed(days, _IN)),
        "out": ("Zoom out", (max(since, first), min(until, last))),
        "earlier": ("Earlier", moved(days, -1, (first, last))),
        "later": ("Later", moved(days, 1, (first, last))),
        "all": ("All days", None),
    }
    return tuple(
        (label, name, address(asked.over(to_days))) for name, (label, to_days) in to.items()
    )


def _choices(names: Iterable[str], chosen: tuple[str, ...], most: int = 99) -> tuple[Choice, ...]:
    """The most frequent, and those that are chosen."""
    counted = Counter(names)
    ordered = sorted(counted, key=lambda name: (-counted[name], name))
    kept = [name for number, name in enumerate(ordered) if number < most or name in chosen]
    return tuple(Choice(name, counted[name], name in chosen) for name in kept)


def _row(one: Claimed, maps: Maps, unit: str, at: Links) -> SaidRow:
    beside = maps.on(one.until, unit) if one.until and one.kind != "share" else ()
    return SaidRow(one, at.claim(one.id), tuple(map(_map, beside)))


def _map(of: Shown) -> str:
    maker = of.maker.split(" (")[0]
    if of.low is None:
        return f"{maker}: {of.words}"
    return f"{maker} ({of.layer}): {figures.interval(Interval(of.low, of.high), of.unit)}"
