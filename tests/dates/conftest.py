"""The patterns of dates are compiled at their first use, which is no part of what tests time."""

from __future__ import annotations

from datetime import date

import pytest

from groundcheck.dates.expressions import find_dates
from groundcheck.dates.phrases import _compiled, _openers


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    """Compile what a text could ask for."""
    for rules in _openers()[1].values():
        for rule in rules:
            _compiled(rule.pattern)
    find_dates("It fell two days after 5 May.", date(2025, 5, 9))
