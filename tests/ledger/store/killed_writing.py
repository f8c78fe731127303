"""Writes reports without end, each in a block of its own, and says so; the test kills it.

With a second argument the file may grow to so many bytes and no further.
"""

import importlib.util
import resource
import signal
import sys
from pathlib import Path

from groundcheck.errors import DataError
from groundcheck.ledger.store.opening import open_ledger

spec = importlib.util.spec_from_file_location("made", Path(__file__).parent / "made.py")
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)


def report(number):
    words = f"Line {number} of {number * 7919 % 1009} and {number * 104729 % 997}. " * 20
    claims = [{"words": f"hold town {number} {at}", "places": ["UA-14"]} for at in range(8)]
    findings = [(at, "control", "agrees", 1.0) for at in range(8)]
    return made.filed(words, claims, findings=findings, checked_by="c", published=made.DAY)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
    try:
        ledger = open_ledger(sys.argv[1])
        for number in range(10**6):
            with ledger.writing() as writer:
                result = writer.add(report(number))
            sys.stdout.write(f"{number} {result}\n")
            sys.stdout.flush()
    except DataError as error:
        sys.exit(str(error))
