"""The clock and the log, which tests replace."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any


def _tell(line: dict[str, Any]) -> None:
    when = datetime.now(UTC).isoformat(timespec="milliseconds")
    sys.stderr.write(json.dumps({"time": when} | line) + "\n")


def _today() -> date:
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class Outside:
    """What the server needs of the world: seconds that only grow, the day, where its log goes."""

    now: Callable[[], float] = time.monotonic
    today: Callable[[], date] = _today
    tell: Callable[[dict[str, Any]], None] = _tell
