from __future__ import annotations

import pytest

from groundcheck.dates.clock import find_clock_times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("08:15 — Shelling is heard.", ["08:15"]),
        ("It fell at 9 p.m. on Friday.", ["9 p.m."]),
        ("It fell at 9pm, others say 10 am.", ["9pm", "10 am"]),
        ("as of 03:00 UTC", ["03:00 UTC"]),
        ("between 08:00 and 11:30", ["08:00", "11:30"]),
        ("at 1800 GMT", ["1800 GMT"]),
        ("at 9:30 p.m. local time", ["9:30 p.m."]),
        ("at 5 o'clock", ["5 o'clock"]),
        ("14:05:33", ["14:05:33"]),
        ("a ratio of 25:70", []),
        ("9 pmol, 8 amps, 2024 men", []),
        ("45 percent", []),
        ("", []),
    ],
)
def test_times_of_day(text: str, times: list[str]) -> None:
    assert [span.of(text) for span in find_clock_times(text)] == times
