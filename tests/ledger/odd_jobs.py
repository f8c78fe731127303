"""Jobs for ``test_workers.py``, importable by name from a process that knows no test modules."""

from __future__ import annotations

import os
import signal
import threading

from groundcheck.errors import BadValue


def begin():
    return work


def work(argument):
    kind, value = argument
    if kind == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif kind == "leave":
        os._exit(3)
    elif kind == "hang":
        threading.Event().wait()
    elif kind == "refuse":
        raise BadValue(f"{value}: is refused")
    elif kind == "fault":
        raise KeyError(value)
    elif kind == "spin":
        # The later of two jobs given at once is done first.
        sum(range(value))
    return os.getpid(), value


def cannot_begin():
    raise BadValue("nothing to begin with")


def dies_at_once():
    os._exit(5)
