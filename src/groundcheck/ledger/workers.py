"""Work in several processes, its results in order, where one job can cost no more than itself.

A job that kills its process (the system was out of memory, a library crashed) or takes too long
is answered by ``Lost``; its process is replaced and the rest goes on.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Generic, TypeVar

from groundcheck.errors import GroundcheckError

A = TypeVar("A")
R = TypeVar("R")
P = TypeVar("P")

_AHEAD = 8
"""So many jobs for each process may be begun before the result of the first is taken."""

_BEGINNING = 120.0
"""Seconds that a process may take until it can work: a machine may be very busy."""


@dataclass(frozen=True, slots=True)
class Job(Generic[A]):
    """Something for a process to do."""

    argument: A


@dataclass(frozen=True, slots=True)
class Lost(Generic[A]):
    """A job without a result, and why, as one line; ``fault`` where the program is to blame."""

    job: Job[A]
    reason: str
    fault: bool = False


@dataclass(frozen=True, slots=True)
class Staff(Generic[A, R]):
    """Who works: ``begin`` is called once in each process and gives what does one job.

    Both must be importable by name from a fresh process. ``seconds`` is the longest for one job.
    """

    begin: Callable[[], Callable[[A], R]]
    count: int
    seconds: float


class _Worker:
    """One process with one job at a time, so that it is known whose fault its end is."""

    def __init__(self, staff: Staff[Any, Any]) -> None:
        # Never forked: a fork copies the locks of threads that it does not copy.
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=_work, args=(theirs, staff.begin), daemon=True
        )
        with _uninterrupted():
            self.process.start()
        theirs.close()
        self.number: int | None = None
        self.job: Job[Any] | None = None
        self.began = 0.0
        self.ready = False

    def give(self, number: int, job: Job[Any]) -> None:
        self.number, self.job = number, job
        # A process that has ended shows when its answer is asked for.
        with suppress(OSError):
            self.pipe.send(job.argument)
        self.began = time.monotonic()

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


class Workers(Generic[A, R]):
    """Processes that are started when there is work and end with the ``with``."""

    def __init__(self, staff: Staff[A, R]) -> None:
        self._staff = staff
        self._workers: list[_Worker] = []

    def __enter__(self) -> Workers[A, R]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def kill(self) -> None:
        """End the processes, from another thread; what they work on is lost."""
        for worker in tuple(self._workers):
            with suppress(ValueError):
                worker.process.kill()

    def results(self, given: Iterable[Job[A] | P]) -> Iterator[R | Lost[A] | P]:
        """For each job its result or why there is none, in order; what is no job passes through.

        Little is taken of ``given`` ahead of what is asked for. Raises ``GroundcheckError`` where
        no process can be got to begin.
        """
        coming = iter(given)
        done: dict[int, Any] = {}
        taken = told = 0
        more = True
        while True:
            while told in done:
                yield done.pop(told)
                told += 1
            while more and self._free() and taken - told < _AHEAD * self._staff.count:
                one = next(coming, _END)
                if one is _END:
                    more = False
                elif isinstance(one, Job):
                    self._someone().give(taken, one)
                    taken += 1
                else:
                    done[taken] = one
                    taken += 1
                    if told in done:
                        break
            if told in done:
                continue
            if told == taken and not more:
                return
            done.update(self._answers())

    def _free(self) -> bool:
        busy = sum(worker.job is not None for worker in self._workers)
        return busy < self._staff.count

    def _someone(self) -> _Worker:
        for worker in self._workers:
            if worker.job is None:
                return worker
        self._workers.append(_Worker(self._staff))
        return self._workers[-1]

    def _answers(self) -> Iterator[tuple[int, Any]]:
        """Wait for something to happen; the jobs that have ended by it, well or not."""
        busy = [worker for worker in self._workers if worker.job is not None]
        now = time.monotonic()
        first = min(map(self._latest, busy))
        ready = wait([worker.pipe for worker in busy], max(0.0, first - now))
        for worker in busy:
            if worker.pipe in ready or time.monotonic() > self._latest(worker):
                yield from self._answer(worker)

    def _latest(self, worker: _Worker) -> float:
        """The moment until which an answer is waited for; beginning takes longer than a job."""
        longest = self._staff.seconds
        return worker.began + (longest if worker.ready else max(longest, _BEGINNING))

    def _answer(self, worker: _Worker) -> Iterator[tuple[int, Any]]:
        number, job = worker.number, worker.job
        if number is None or job is None:
            return
        try:
            # What came in while nobody looked is no less an answer.
            if worker.pipe.poll():
                word, said = worker.pipe.recv()
                if word == "cannot":
                    raise GroundcheckError(said)
                if word == "begun":
                    worker.ready, worker.began = True, time.monotonic()
                    return
                worker.number = worker.job = None
                yield number, said if word == "done" else Lost(job, said, word == "fault")
                return
            reason = f"took longer than {self._staff.seconds:g} seconds"
        except (EOFError, OSError):
            worker.process.join()
            reason = f"the process that worked on it ended ({_end(worker.process.exitcode)})"
            if not worker.ready:
                raise GroundcheckError(f"no process can be begun: {reason}") from None
        self._workers.remove(worker)
        worker.end()
        yield number, Lost(job, reason)


_END = object()


def _work(pipe: Connection, begin: Callable[[], Callable[[Any], Any]]) -> None:
    """What a process does until the other end of the pipe is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            do = begin()
        except GroundcheckError as error:
            pipe.send(("cannot", str(error)))
            return
        pipe.send(("begun", None))
        while True:
            argument = pipe.recv()
            try:
                answer = ("done", do(argument))
            except GroundcheckError as error:
                answer = ("failed", str(error))
            except Exception as error:
                answer = ("fault", f"a fault of the program: {type(error).__name__}: {error}")
            pipe.send(answer)


def _end(code: int | None) -> str:
    if code == -9:
        return "killed, as systems do when memory runs out"
    return f"code {code}"


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """What is started inside never hears Ctrl-C, which a terminal sends to all at once."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Once it runs it leaves the mask alone; starting, it takes every signal out of it.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
