"""The engine for this machine: processes, each with one partition at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from groundcheck.bulk.steps import Doing
from groundcheck.ledger.workers import Job, Lost, Staff, Workers


def run(work: Doing, partitions: Sequence[int], workers: int) -> Iterator[int]:
    """Do the partitions; the numbers of those that are done, in order.

    A partition whose process ended is left out. Raises ``GroundcheckError`` where no process can
    begin.
    """
    # How long a partition may take is not known; what hangs is found text by text.
    staff = Staff(work.begin, workers, _LONGEST)
    with Workers(staff) as processes:
        for one in processes.results(map(Job, partitions)):
            if not isinstance(one, Lost):
                yield one


_LONGEST = 3600.0
"""Seconds for a partition of some 8 MB, which takes minutes."""
