"""What makers' maps show of a place over time, with the claims beside it: read once, then drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from groundcheck.errors import BadValue
from groundcheck.geo.control import ControlFigures
from groundcheck.geo.measure import Asked
from groundcheck.ledger.questions.history import Wanted, claims
from groundcheck.ledger.store import View
from groundcheck.publish import words
from groundcheck.publish.chart_data import Chart
from groundcheck.publish.plots import series_chart
from groundcheck.publish.site.timeline_asked import TimelineAsked
from groundcheck.publish.timeline import Claimed, Timeline, claimed, timeline_svg
from groundcheck.publish.timeline.drawing import Link
from groundcheck.publish.timeline.periods import Days


@dataclass(frozen=True, slots=True)
class Past:
    """All that is on record of how things stood in a place: the maps' figures and the claims."""

    place: str
    figures: tuple[ControlFigures, ...]
    claims: tuple[Claimed, ...]

    @property
    def credit(self) -> str:
        """Whose maps they are."""
        return words.maps_of(tuple(dict.fromkeys(one.maker for one in self.figures)))

    @property
    def days(self) -> Days:
        """From the first to the last day of which there is a map or on which a claim ends.

        A claim of long before runs in from the edge, or it would leave no room for the rest.
        """
        found = [day for one in self.figures for day in (one.first_day, one.last_day)]
        found += [one.until for one in self.claims if one.until]
        return (min(found), max(found)) if found else (date(2000, 1, 1), date(2000, 1, 1))


def past(view: View, place: str, figures: Sequence[ControlFigures]) -> Past:
    """What is on record of a place given by its id."""
    covering = tuple(one for one in figures if one.regions_of(place))
    holders = {one.holder for one in covering}
    return Past(place, covering, claimed(claims(view, place, Wanted()), holders))


def days_asked(of: Past, asked: TimelineAsked) -> Days:
    """The days to show. Raises ``BadValue`` where the last is before the first."""
    first, last = of.days
    if asked.since and asked.until and asked.since > asked.until:
        raise BadValue(f"--since {asked.since}: is after --until {asked.until}")
    since, until = asked.since or first, asked.until or last
    # One of them alone may lie outside what there is.
    return (since, until) if since <= until else (asked.since or until, asked.until or since)


def series_of(of: Past, asked: TimelineAsked) -> Chart:
    """What the maps show on the days to show."""
    days = days_asked(of, asked)
    chart = series_chart(of.figures, Asked((of.place,), *days), asked.unit, beyond=True)
    return replace(chart, span=days)


def drawn(of: Past, asked: TimelineAsked, link: Link) -> str:
    """The picture; its marks lead where ``link`` says."""
    kept = tuple(one for one in of.claims if asked.keeps(one))
    return timeline_svg(Timeline(series_of(of, asked), kept, asked.claim), link)
