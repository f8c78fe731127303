"""Asking feeds again and again."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from groundcheck.ledger.watch_list import Feed


@dataclass(frozen=True, slots=True)
class Clock:
    """The time in seconds, and how to let some of it pass."""

    now: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = time.sleep


def watch(feeds: Sequence[Feed], poll: Callable[[Feed], None], clock: Clock | None = None) -> None:
    """Call ``poll`` with each feed when its time has come, the longest overdue first.

    Ends only by an exception, such as the ``KeyboardInterrupt`` of being stopped.
    """
    clock = clock or Clock()
    due = dict.fromkeys(feeds, clock.now())
    while True:
        feed = min(feeds, key=lambda one: due[one])
        pause = due[feed] - clock.now()
        if pause > 0:
            clock.wait(pause)
        poll(feed)
        due[feed] = clock.now() + feed.every
