"""Things in the order of a text, looked up by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Protocol, Self, TypeVar

from groundcheck.model import Span


class HasSpan(Protocol):
    """Anything that may stand somewhere in a text."""

    @property
    def span(self) -> Span | None: ...  # noqa: D102


T = TypeVar("T", bound=HasSpan)
V = TypeVar("V")


class Placed(tuple[V, ...]):
    """A tuple in the order of the text that knows where its items begin.

    Looking up in it takes a tenth of the time that a plain sequence takes, which matters where
    every clause of a report asks for what stands in it.
    """

    starts: list[int]

    def __new__(cls, items: Iterable[V] = ()) -> Self:  # noqa: D102
        made = super().__new__(cls, items)
        made.starts = [start_of(item) for item in made]
        return made


def within(items: Sequence[T], span: Span) -> tuple[T, ...]:
    """Those of ``items`` (in the order of the text) that lie wholly inside ``span``."""
    begun = starting_within(items, span)
    return tuple([item for item in begun if item.span and item.span.end <= span.end])


def starting_within(items: Sequence[T], span: Span) -> tuple[T, ...]:
    """Those of ``items`` (in the order of the text) that begin inside ``span``."""
    if isinstance(items, Placed):
        first = bisect_left(items.starts, span.start)
        return tuple(items[first : bisect_left(items.starts, span.end, first)])
    first = bisect_left(items, span.start, key=start_of)
    return tuple(items[first : bisect_left(items, span.end, first, key=start_of)])


def start_of(item: object) -> int:
    """Where something begins; what stands nowhere counts as standing at the front."""
    span = getattr(item, "span", None)
    return span.start if span else 0
