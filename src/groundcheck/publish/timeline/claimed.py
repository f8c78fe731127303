"""Claims as a timeline shows them: whose, of which days, and how much of whose ground."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from groundcheck.checks.bearing import comparable
from groundcheck.model import THE_REPORT, Certainty, Interval, Kind, Statement
from groundcheck.publish import figures
from groundcheck.publish.safe import shortened
from groundcheck.publish.time_axis import days_in_words

_DAY = timedelta(days=1)
_WORDS = 300


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim of how things stood on the days from ``since`` to ``until``.

    Both days are ``None`` where it gives none and none is known on which it was said. ``source``
    is who says so, an outlet in its own voice by its name. ``percent`` and ``km2`` are what its
    words commit to, ``None`` where they give no such figure or one of ground that the maps at hand
    do not show; ``figure`` is what they say in words, in the unit that they say it in.
    """

    id: str
    source: str
    kind: Kind
    certainty: Certainty
    words: str
    outlet: str
    since: date | None
    until: date | None
    percent: Interval | None
    km2: Interval | None
    figure: str

    def stated(self, unit: str) -> Interval | None:
        """What it commits to in "percent" or "km2"."""
        return self.percent if unit == "percent" else self.km2

    @property
    def whose(self) -> str:
        """Whose it is and, where it is not simply stated, how it was said: "A, denied"."""
        return self.source if self.certainty == "stated" else f"{self.source}, {self.certainty}"

    @property
    def told(self) -> str:
        """All of it on one line: whose, in which words, where it stood, of which days, how much."""
        carried = f" ({self.outlet})" if self.outlet and self.outlet not in self.source else ""
        parts = [f"{self.whose}: “{self.words}”{carried}"]
        if self.since and self.until:
            parts.append(days_in_words(self.since, self.until))
        return " · ".join([*parts, self.figure] if self.figure else parts)


def claimed(statements: Iterable[Statement], holders: Collection[str]) -> tuple[Claimed, ...]:
    """The statements in their order; ``holders`` are those whose ground the maps show."""
    return tuple(_one(each, holders) for each in statements)


def _one(said: Statement, holders: Collection[str]) -> Claimed:
    claim, outlet = said.claim, shortened(said.appeared.outlet, 80)
    last = said.until - _DAY if said.until else said.said
    since = said.since or said.said
    if since is None or last is None:
        since = last = None
    figure = next((one for one in claim.quantities if one.role == "figure"), None)
    return Claimed(
        id=claim.id,
        source=_source(claim.attribution.source, outlet),
        kind=claim.kind,
        certainty=claim.certainty,
        words=shortened(claim.text, _WORDS),
        outlet=outlet,
        since=since,
        until=max(since, last) if since and last else None,
        percent=_stated(said, "percent", holders),
        km2=_stated(said, "km2", holders),
        figure=figures.interval(figure.bounds, figure.unit) if figure else "",
    )


def _source(name: str, outlet: str) -> str:
    if name == THE_REPORT:
        # Each report has a voice of its own: they are not one source.
        return f"{outlet or 'a report'}, in its own voice"
    return shortened(name, 80) or "no name"


def _stated(said: Statement, unit: str, holders: Collection[str]) -> Interval | None:
    """What the words commit to, where it is of the same kind as what the maps show.

    A forecast or a demand does not say how things stand; another party's ground, or ground that is
    contested, is not what the maps' lines show.
    """
    claim, actor = said.claim, said.proposition.actor
    if claim.kind != "control" or not comparable(claim):
        return None
    if actor is not None and holders and actor not in holders:
        return None
    found = (one for one in claim.quantities if one.unit == unit and one.role != "whole")
    return next((one.bounds for one in found), None)
