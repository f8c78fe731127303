"""Work in several processes: order, bounds, and jobs that kill, hang or fail."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest

from groundcheck.errors import GroundcheckError
from groundcheck.ledger.workers import Job, Lost, Staff, Workers

# The processes are given this path; the name of a test module would mean nothing to them.
sys.path.append(str(Path(__file__).parent))

from odd_jobs import begin, cannot_begin, dies_at_once


def done(given, count=2, seconds=60.0, start=begin):
    with Workers(Staff(start, count, seconds)) as workers:
        return list(workers.results(given))


def values(results):
    return [one if isinstance(one, str | Lost) else one[1] for one in results]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_results_come_in_order_whatever_is_done_first(count):
    sizes = [10**6, 1, 10**5, 2, 3, 10**6, 4, 5, 6, 7]
    given = itertools.chain.from_iterable((Job(("spin", n)), f"beside {n}") for n in sizes)
    expected = list(itertools.chain.from_iterable((n, f"beside {n}") for n in sizes))
    results = done(given, count)
    assert values(results) == expected
    processes = {one[0] for one in results if not isinstance(one, str)}
    assert 1 <= len(processes) <= count
    assert os.getpid() not in processes


def test_nothing_is_nothing():
    assert done([]) == []
    assert done(iter("abc")) == ["a", "b", "c"]


HIT = "the process that worked on it ended (killed, as systems do when memory runs out)"


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("die", HIT),
        ("leave", "the process that worked on it ended (code 3)"),
        ("refuse", "2: is refused"),
        ("fault", "a fault of the program: KeyError: 2"),
    ],
)
@pytest.mark.parametrize("count", [1, 2])
def test_a_bad_job_costs_only_itself(kind, reason, count):
    bad = Job((kind, 2))
    given = [Job(("", 0)), Job(("", 1)), bad, "beside", Job(("", 3)), Job(("", 4))]
    lost = Lost(bad, reason, fault=kind == "fault")
    assert values(done(given, count)) == [0, 1, lost, "beside", 3, 4]


def test_a_job_that_takes_too_long_costs_only_itself():
    bad = Job(("hang", 0))
    assert values(done([bad, Job(("", 1)), Job(("", 2))], 1, seconds=1.0)) == [
        Lost(bad, "took longer than 1 seconds"),
        1,
        2,
    ]


def test_every_job_may_be_bad():
    bad = [Job(("leave", n)) for n in range(3)]
    assert [one.job for one in done(bad, 1)] == bad


def test_processes_that_cannot_begin_end_it():
    with pytest.raises(GroundcheckError, match=r"^nothing to begin with$"):
        done([Job(("", 0))], start=cannot_begin)
    with pytest.raises(GroundcheckError, match=r"^no process can be begun: .* \(code 5\)$"):
        done([Job(("", 0))], start=dies_at_once)


def test_little_is_taken_ahead():
    taken = []

    def endless():
        for number in itertools.count():
            taken.append(number)
            yield Job(("", number)) if number % 3 else str(number)

    with Workers(Staff(begin, 2, 60.0)) as workers:
        results = workers.results(endless())
        for told in range(200):
            next(results)
            assert len(taken) <= told + 1 + 2 * 8


def test_no_process_outlives_the_block():
    with Workers(Staff(begin, 1, 60.0)) as workers:
        (process, _), *_ = workers.results([Job(("", 0))])
        os.kill(process, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


INTERRUPTED = """
import os, signal, sys
from multiprocessing import active_children
from groundcheck.ledger.workers import Job, Staff, Workers
sys.path.append(sys.argv[1])
from odd_jobs import begin

def jobs():
    for number in range(4):
        yield Job(("", number))
        for child in active_children():
            os.kill(child.pid, signal.SIGINT)

if __name__ == "__main__":
    with Workers(Staff(begin, 2, 60.0)) as workers:
        print([number for _, number in workers.results(jobs())])
"""


def test_an_interruption_at_the_terminal_is_not_theirs(tmp_path):
    """Not even just after they were started, in a program that has never started any."""
    script = tmp_path / "script.py"
    script.write_text(INTERRUPTED)
    command = [sys.executable, str(script), str(Path(__file__).parent)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "[0, 1, 2, 3]\n", "")
