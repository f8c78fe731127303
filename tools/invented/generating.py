"""Reports of a year of invented news, by the day, as many as are asked for."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count as numbers
from itertools import islice
from random import Random

from invented.desk import Desk
from invented.model import Item
from invented.printing import Length, printed
from invented.stories import KINDS
from invented.telling import Event, Teller

FIRST_DAY = date(2012, 1, 9)
STORIES_A_DAY = 3


def generate(count: int, seed: int = 0, length: Length | None = None) -> Iterator[Item]:
    """So many reports by the day of publication; the same for the same arguments, everywhere.

    A longer run begins with the same reports as a shorter one.
    """
    return islice(_endless(seed, length or Length()), count)


def _endless(seed: int, length: Length) -> Iterator[Item]:
    desk, order = Desk(), numbers()
    waiting: list[tuple[date, int, Item]] = []
    for number in numbers():
        day = FIRST_DAY + timedelta(days=number // STORIES_A_DAY)
        while waiting and waiting[0][0] < day:
            yield heapq.heappop(waiting)[2]
        story = f"{seed}-{number}"
        for item in _story(story, desk, day, length):
            heapq.heappush(waiting, (item.published, next(order), item))


def _story(story: str, desk: Desk, day: date, length: Length) -> Iterator[Item]:
    rng = Random(story)
    kinds, weights = zip(*KINDS, strict=True)
    (kind,) = rng.choices(kinds, weights)
    events: list[Event] = kind(Teller(story, rng, desk, day))
    for at, event in enumerate(events):
        yield from printed(event, f"{story}/{at}", length)
