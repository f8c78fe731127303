"""Which claims stand together: a row for each source, and what falls together in one as one mark.

However many claims there are, no more is drawn than can be told apart; each mark says for how many
it stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from groundcheck.publish.time_axis import days_in_words
from groundcheck.publish.timeline.claimed import Claimed
from groundcheck.publish.timeline.periods import Days, Period
from groundcheck.publish.words import plural

MOST_LANES = 12
"""Rows of a picture; the sources with the fewest claims share the last one."""
_NAMED = 3
_QUOTED = 2


@dataclass(frozen=True, slots=True)
class Clump:
    """Claims that stand together as one mark, by the last day that they speak of.

    ``lane`` is the number of their row, ``None`` where they are of several. ``days`` are those over
    which the mark stands; one for several claims stands at the middle of these.
    """

    claims: tuple[Claimed, ...]
    days: Days
    lane: int | None

    @property
    def certain(self) -> bool:
        """Whether all of them are simply stated."""
        return all(one.certainty == "stated" for one in self.claims)

    @property
    def middle(self) -> date:
        """The day at the middle of its days."""
        return self.days[0] + (self.days[1] - self.days[0]) / 2

    @property
    def says(self) -> str:
        """What stands behind the mark, in words."""
        if len(self.claims) == 1:
            return self.claims[0].told
        sources = tuple(dict.fromkeys(one.whose for one in self.claims))
        named = f"{'; '.join(sources[:_NAMED])}{' and others' if len(sources) > _NAMED else ''}"
        days = [one.until for one in self.claims if one.until]
        words = f"{len(self.claims)} claims · {named} · {days_in_words(min(days), max(days))}"
        told = Counter(one.figure for one in self.claims if one.figure).most_common()
        shown = "; ".join(f"{figure} ({count})" for figure, count in told[:_QUOTED])
        return f"{words} · {shown}{'; …' if len(told) > _QUOTED else ''}" if told else words


@dataclass(frozen=True, slots=True)
class Lane:
    """A row: whose claims they are, how many, and the marks in it."""

    name: str
    claims: tuple[Claimed, ...]
    clumps: tuple[Clump, ...]


def lanes(claims: Iterable[Claimed], period: Period) -> tuple[Lane, ...]:
    """The claims that have days, a row for each source and manner, most claims first.

    Those of the sources with the fewest stand in the last rows, simply stated or not.
    """
    rows: dict[str, list[Claimed]] = defaultdict(list)
    for one in claims:
        if one.until:
            rows[one.whose].append(one)
    names = sorted(rows, key=lambda name: (-len(rows[name]), name))
    many = len(names) > MOST_LANES
    named = names[: MOST_LANES - 2] if many else names
    found = [(name, rows[name]) for name in named]
    left = [rows[name] for name in names[len(named) :]]
    for certain, manner in ((True, ""), (False, ", not simply stated")):
        row = [row for row in left if (row[0].certainty == "stated") == certain]
        if row:
            few = plural(len({one.source for each in row for one in each}), "other source")
            found.append((f"{few}{manner}", [one for each in row for one in each]))
    return tuple(
        Lane(name, tuple(row), tuple(_clumps(row, number, period)))
        for number, (name, row) in enumerate(found)
    )


def _clumps(row: list[Claimed], number: int, period: Period) -> Iterator[Clump]:
    def key(one: Claimed) -> Days:
        return period(one.until or date.min)

    ordered = sorted(row, key=lambda one: (one.until or date.min, one.id))
    for days, group in groupby(ordered, key=key):
        together = tuple(group)
        yield Clump(together, days_of(together) or days, number)


def days_of(together: tuple[Claimed, ...]) -> Days | None:
    """The days of a claim that stands alone, or of several that speak of the same ones."""
    (since, until), *others = dict.fromkeys((one.since, one.until) for one in together)
    return (since, until) if since and until and not others else None
