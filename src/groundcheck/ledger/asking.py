"""Questions of ground as a person asks them, answered from the package and the user's store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from groundcheck.errors import BadValue
from groundcheck.geo import measure as ground
from groundcheck.geo.asked import name, place_id
from groundcheck.geo.control import ControlFigures
from groundcheck.geo.measure import Asked, By, ChangeRow, ReachedRow, Row
from groundcheck.ledger import evidence

Days = tuple[str | None, str | None, str | None]
"""``--on``, ``--since`` and ``--until`` as written."""


@dataclass(frozen=True, slots=True)
class Layers:
    """What is asked of: the layers in the package and those in ``store`` (it need not exist).

    ``holder`` and ``names`` choose among them; empty, they choose all.
    """

    store: Path | None = None
    holder: str = ""
    names: tuple[str, ...] = ()

    def figures(self) -> tuple[ControlFigures, ...]:
        """The figures asked of. Raises ``BadValue`` where no layer or holder is so named."""
        found = evidence.figures(self.store)
        _known("--layer", self.names, {one.layer for one in found})
        _known("--holder", (self.holder,) if self.holder else (), {one.holder for one in found})
        return tuple(
            one
            for one in found
            if (not self.names or one.layer in self.names)
            and self.holder.lower() in ("", one.holder.lower())
        )

    def asked(
        self, places: Sequence[str], days: Days, by: str = "day", whole: bool = False
    ) -> Asked:
        """The question; without days the last one, or with ``whole`` all of them.

        Raises ``BadValue`` for a place or day that cannot be.
        """
        if by not in ("day", "week", "month"):
            raise BadValue(f"--by {by}: wants day, week or month")
        ids = tuple(dict.fromkeys(place_id(place) for place in places))
        since, until = self.days(days, whole, ids)
        return Asked(ids, since, until, cast(By, by))

    def days(
        self, days: Days, whole: bool = False, places: Sequence[str] = ()
    ) -> tuple[date, date]:
        """The days that are meant, where none is given those of layers that cover the places.

        Raises ``BadValue`` for what is no day.
        """
        on, since, until = (day and _day(day) for day in days)
        if on and (since or until):
            raise BadValue("--on: goes without --since and --until")
        figures = self.figures()
        covering = [f for f in figures if all(f.regions_of(place) for place in places)]
        figures = tuple(covering) or figures
        first, last = min(f.first_day for f in figures), max(f.last_day for f in figures)
        if not (since or until or whole):
            return on or last, on or last
        found = since or first, until or last
        if found[0] > found[1]:
            raise BadValue(f"--since {found[0]}: is after --until {found[1]}")
        return found

    def measure(self, asked: Asked, told_apart: bool = True) -> tuple[Row, ...]:
        """What was held; for a single day what is not held is ``told_apart`` where it can be.

        Raises ``BadValue`` where no layer at hand covers the places then.
        """
        rows = ground.measure(self.figures(), asked)
        if not rows:
            raise BadValue(self.uncovered(asked))
        if asked.since == asked.until and told_apart:
            # Slow to import, and only one day is worth it.
            from groundcheck.ledger.day_view import with_slivers  # noqa: PLC0415

            rows = with_slivers(self.store, rows)
        return rows

    def change(self, asked: Asked) -> tuple[ChangeRow, ...]:
        """What changed between the two days. Raises ``BadValue`` as ``measure`` does."""
        if asked.since == asked.until:
            raise BadValue("--change: wants --since and --until, two different days")
        rows = ground.change(self.figures(), asked)
        if not rows:
            raise BadValue(self.uncovered(asked))
        return rows

    def reached(self, words: Sequence[str]) -> tuple[ReachedRow, ...]:
        """The answer to "Donetsk reached 75%". Raises ``BadValue`` where it is no question."""
        *places, share = (word for word in words if word.lower() != "reached")
        try:
            percent = float(share.removesuffix("%").replace(",", "."))
        except ValueError:
            percent = -1.0
        if not places or not 0 <= percent <= 100:
            raise BadValue(f"{' '.join(words)!r}: wants regions and a share, like Donetsk 75%")
        asked = self.asked(places, (None, None, None))
        rows = ground.reached(self.figures(), asked, percent)
        if not rows:
            raise BadValue(self.uncovered(asked))
        return rows

    def uncovered(self, asked: Asked) -> str:
        """What to say where no layer has an answer."""
        spans = "; ".join(
            f"{one.layer} ({one.holder} in {one.country}, {one.first_day} to {one.last_day})"
            for one in self.figures()
        )
        when = f"on {asked.until}"
        if asked.since != asked.until:
            when = f"from {asked.since} to {asked.until}"
        where = name("+".join(asked.places))
        partly = [
            one.layer
            for one in self.figures()
            if one.partial and one.change(asked.places, one.first_day, one.last_day)
        ]
        hint = f"; {', '.join(partly)} can tell changes there (--change)" if partly else ""
        return f"{where} {when}: no layer covers that{hint}; there is {spans}"


def _known(option: str, wanted: Sequence[str], known: set[str]) -> None:
    for one in wanted:
        if one.lower() not in {each.lower() for each in known}:
            raise BadValue(f"{option} {one}: there is {', '.join(sorted(known))}")


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BadValue(f"{written!r} is not a day like 2025-02-20") from None
