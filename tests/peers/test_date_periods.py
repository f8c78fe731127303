"""How many of Recognizers-Text's date cases are read as its past resolution says.

The measure, and every class of case that fails, is in ``docs/peers_dates.md``.
"""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from groundcheck.dates import edtf
from groundcheck.dates.expressions import find_dates
from groundcheck.model import When

ROOT = Path(__file__).parents[2]
CASES = ROOT.parent / "shared" / "peers" / "recognizers"
NOWHERE = "0001-01-01"

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the peers' cases are not beside here")


def _cases(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((CASES / name).read_text(encoding="utf-8-sig"))
    return cases


def _floor(key: str) -> float:
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text())
    return float(floors["peers_dates"][key])


def _in_the_past(case: dict[str, Any]) -> str:
    """The sentence without its future tense where the peer's past and future readings differ.

    It is the past one that is asked for; where the two are the same the tense stays.
    """
    text: str = case["Input"]
    if case["Results"]:
        value = case["Results"][0]["Value"]
        if value["PastResolution"] == value["FutureResolution"]:
            return text
    return re.sub(r"['’]ll\b|\bwill\b", " was", text)


def _found(case: dict[str, Any]) -> list[When]:
    said = case.get("Context", {}).get("ReferenceDateTime")
    anchor = date.fromisoformat(said[:10]) if said else None
    return [when for when in find_dates(_in_the_past(case), anchor) if when.resolved]


def _past(case: dict[str, Any]) -> dict[str, str]:
    resolution: dict[str, str] = case["Results"][0]["Value"]["PastResolution"]
    return resolution


def _is_period(when: When, wanted: dict[str, str], strict: bool) -> bool:
    """Start and end equal; unless strict, the end of a range may be its last named date.

    The peer ends "4 to 22 May" before the 22nd, and "2014 to 2018" before 2018; we end it
    after them. Everything else is compared half-open.
    """
    starts, ends = (_day(wanted, key) for key in ("startDate", "endDate"))
    if when.edtf is None or when.start != starts:
        return False
    if when.end == ends:
        return True
    named = edtf.days_of(edtf.last_of(when.edtf))[0] if "/" in when.edtf and when.end else None
    return not strict and named is not None and named == ends


def _day(wanted: dict[str, str], key: str) -> date | None:
    """A day of the peer's resolution; ``None`` where it gives none, as for an open end."""
    return date.fromisoformat(wanted[key]) if key in wanted else None


def _period_right(case: dict[str, Any], strict: bool) -> bool | None:
    """Whether a case is right; ``None`` where the peer itself gives no days."""
    found = _found(case)
    if not case["Results"]:
        return not any("/" in (w.edtf or "") or len(w.edtf or "") < 10 for w in found)
    wanted = _past(case)
    return any(_is_period(when, wanted, strict) for when in found) if wanted else None


def _share(results: list[bool | None]) -> float:
    counted = [result for result in results if result is not None]
    return sum(counted) / len(counted)


@pytest.mark.parametrize(("strict", "key"), [(False, "date_periods"), (True, "periods_strict")])
def test_periods(strict: bool, key: str) -> None:
    share = _share([_period_right(case, strict) for case in _cases("DatePeriodParser.json")])
    assert share >= _floor(key), f"{key} {share:.4f}"


def _date_right(case: dict[str, Any]) -> bool:
    found = _found(case)
    wanted = _past(case)["date"] if case["Results"] else NOWHERE
    if wanted == NOWHERE:
        return not found
    return any(when.edtf == wanted for when in found)


def test_dates() -> None:
    share = _share([_date_right(case) for case in _cases("DateParser.json")])
    assert share >= _floor("dates"), f"dates {share:.4f}"
