"""Which statements of one proposition are one statement, carried by several reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain as chain_of

from groundcheck.checks.bearing import comparable
from groundcheck.checks.measures import figure_of
from groundcheck.checks.shifting import shifted
from groundcheck.model import Statement
from groundcheck.text.shingles import words

MANY_WORDS = 12
"""So many words, all the same and of one day, are one statement whoever is named for them."""

_LATE = timedelta(days=1)


def chains(statements: Iterable[Statement]) -> Iterator[list[Statement]]:
    """Statements of one proposition, those that may be one statement together, earliest first."""
    left = sorted((one for one in statements if comparable(one.claim)), key=age)
    by_group: dict[str, list[Statement]] = defaultdict(list)
    by_day: dict[tuple[str, date | None], list[Statement]] = defaultdict(list)
    by_words: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for one in left:
        by_group[one.group].append(one)
        by_day[one.origin, one.said].append(one)
        by_words[words(one.claim.text)].append(one)
    taken: set[str] = set()
    for first in left:
        if first.claim.id in taken:
            continue
        near = [by_day[first.origin, day] for day in _days_near(first.said)]
        near.append(by_words[words(first.claim.text)])
        chain = {first.claim.id: first}
        for one in chain_of(by_group[first.group], *near):
            if one.claim.id not in taken and _carries(first, one):
                chain[one.claim.id] = one
        taken.update(chain)
        if len({one.report for one in chain.values()}) > 1:
            yield sorted(chain.values(), key=age)


def _days_near(day: date | None) -> list[date]:
    return [] if day is None else sorted({shifted(day, days) for days in (-1, 0, 1)})


def _carries(first: Statement, one: Statement) -> bool:
    if first.group == one.group:
        return True
    if first.said is None or one.said is None:
        return False
    late = abs(first.said - one.said) <= _LATE
    if first.origin != one.origin:
        return late and _in_the_same_words(first, one)
    if first.said == one.said:
        return True
    return late and not (_says_day(first) and _says_day(one)) and value(first) == value(one)


def _in_the_same_words(first: Statement, one: Statement) -> bool:
    said = words(first.claim.text)
    return len(said) >= MANY_WORDS and said == words(one.claim.text)


def value(one: Statement) -> object:
    """The figure that a statement gives, ``None`` where it gives none."""
    figure = figure_of(one.claim)
    return (figure.value, figure.unit) if figure else None


def age(one: Statement) -> tuple[str, str, str]:
    """By what statements are put in order: the day of the report first, none of these last."""
    published = one.appeared.published
    return (str(published) if published else "9999", one.report, one.claim.id)


def _says_day(one: Statement) -> bool:
    said = one.claim.attribution.said
    return said is not None and said.start is not None
