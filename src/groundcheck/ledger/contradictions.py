"""Groups of statements on record that cannot all be so, with the gap, the origins and the days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from groundcheck.checks.bearing import ANOTHER_TIME, Bearing, bearing
from groundcheck.checks.corroboration import is_unnamed
from groundcheck.checks.holds import Hold, excluded
from groundcheck.checks.measures import amount_of
from groundcheck.ledger.known import Known
from groundcheck.model import Statement

MOST = 300
"""How many of the next statements each one is held against, in the order of the days spoken of.

So the work grows with the number of statements and not with its square. Statements that say the
same of the same days count once.
"""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Statements of two origins or more that contradict each other, by the day they were said.

    ``why`` says over what, ``gap`` is the widest in ``unit``, ``None`` where nothing is counted.
    ``pairs`` are the ids of the claims that do not go together, every pair of them once.
    """

    statements: tuple[Statement, ...]
    pairs: tuple[tuple[str, str], ...]
    why: tuple[str, ...]
    gap: float | None
    unit: str | None

    @property
    def origins(self) -> tuple[str, ...]:
        """Whose the statements are, sorted."""
        return tuple(sorted({one.origin for one in self.statements}))

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which they were said, sorted."""
        return tuple(sorted({one.said for one in self.statements if one.said is not None}))

    @property
    def reports(self) -> int:
        """How many reports hold them."""
        return len({one.report for one in self.statements})


def of_one_proposition(statements: Iterable[Statement], known: Known) -> Iterator[Contradiction]:
    """The contradictions among statements of one proposition."""
    held = _same(statements, _says)

    def far(one: Statement, other: Statement) -> bool:
        return _start(other) - _end(one) > ANOTHER_TIME

    order = sorted((same[0] for same in held.values()), key=_place)
    yield from _groups(held, order, far, lambda a, b: _of_two(a, b, known))


def of_one_place(holds: Iterable[Hold], known: Known) -> Iterator[Contradiction]:
    """The contradictions among statements on who holds one place."""
    kept: dict[str, Hold] = {}
    for hold in holds:
        kept.setdefault(hold.statement.claim.id, hold)
    found = [hold.statement for hold in kept.values()]
    held = _same(found, lambda one: (*_says(one), one.proposition.key))

    def far(one: Statement, other: Statement) -> bool:
        mine, theirs = kept[one.claim.id], kept[other.claim.id]
        return (theirs.first - mine.last).days > ANOTHER_TIME

    def of_two(one: Statement, other: Statement) -> Bearing | None:
        found = excluded(kept[one.claim.id], kept[other.claim.id])
        return found if found is not None and _independent(one, other, known) else None

    first = (same[0] for same in held.values())
    order = sorted(first, key=lambda one: (kept[one.claim.id].first, one.claim.id))
    yield from _groups(held, order, far, of_two)


def _of_two(one: Statement, other: Statement, known: Known) -> Bearing | None:
    found = bearing(one, other)
    return found if found is not None and _independent(one, other, known) else None


def _independent(one: Statement, other: Statement, known: Known) -> bool:
    """Whether two statements are of two sources: who is not named may be either's."""
    if one.origin == other.origin or is_unnamed(one) or is_unnamed(other):
        return False
    return not known.may_be_one(one, other)


def _groups(
    held: dict[str, list[Statement]],
    order: Sequence[Statement],
    far: Callable[[Statement, Statement], bool],
    of_two: Callable[[Statement, Statement], Bearing | None],
) -> Iterator[Contradiction]:
    """What contradicts what, each with all that are tied to it, in ``order``."""
    found: list[tuple[int, int, Bearing]] = []
    for at, one in enumerate(order):
        for to in range(at + 1, min(len(order), at + 1 + MOST)):
            if far(one, order[to]):
                break
            how = of_two(one, order[to])
            if how is not None and how.word == "contradicts":
                found.append((at, to, how))
    for tied in _tied(found):
        yield _contradiction(held, order, tied)


def _tied(pairs: Sequence[tuple[int, int, Bearing]]) -> list[list[tuple[int, int, Bearing]]]:
    of: dict[int, int] = {}

    def root(at: int) -> int:
        while of.setdefault(at, at) != at:
            of[at] = of[of[at]]
            at = of[at]
        return at

    for one, other, _ in pairs:
        low, high = sorted((root(one), root(other)))
        of[high] = low
    groups: dict[int, list[tuple[int, int, Bearing]]] = defaultdict(list)
    for pair in pairs:
        groups[root(pair[0])].append(pair)
    return [groups[at] for at in sorted(groups)]


def _contradiction(
    held: dict[str, list[Statement]],
    order: Sequence[Statement],
    tied: Sequence[tuple[int, int, Bearing]],
) -> Contradiction:
    members = sorted({at for one, other, _ in tied for at in (one, other)})
    said = sorted((of for at in members for of in held[order[at].claim.id]), key=_told)
    widest = max((how for *_, how in tied), key=lambda how: how.gap or 0.0)
    pairs = sorted((order[one].claim.id, order[other].claim.id) for one, other, _ in tied)
    why = sorted({how.why for *_, how in tied})
    return Contradiction(tuple(said), tuple(pairs), tuple(why), widest.gap, widest.unit)


def _same(
    statements: Iterable[Statement], says: Callable[[Statement], Hashable]
) -> dict[str, list[Statement]]:
    """Statements that say the same, under the id of the first of them."""
    found: dict[Hashable, list[Statement]] = defaultdict(list)
    for one in sorted(statements, key=_told):
        found[says(one)].append(one)
    return {same[0].claim.id: same for same in found.values()}


def _says(one: Statement) -> tuple[Hashable, ...]:
    told = amount_of(one.claim)
    figure = (told.bounds, told.unit, told.implied) if told else (one.claim.text,)
    of_days = (one.since, one.until, one.said)
    return (one.origin, one.claim.certainty, one.claim.readings, *of_days, *figure)


def _told(one: Statement) -> tuple[str, str, str]:
    published = one.appeared.published
    return str(one.said or "9999"), str(published or "9999"), one.claim.id


def _place(one: Statement) -> tuple[int, int, str]:
    return _start(one), _end(one), one.claim.id


def _start(one: Statement) -> int:
    day = one.since or one.said or one.until
    return day.toordinal() if day else 0


def _end(one: Statement) -> int:
    day = one.until or one.said or one.since
    return day.toordinal() if day else 0
