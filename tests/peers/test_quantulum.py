"""Quantities against the public cases of another parser of quantities, on value and unit.

A case is right when the quantities found are all of those it lists and no other, in order, each
with the same value (to one in a thousand: a sixth is printed as 16.67 percent) and unit. Its unit
"dimensionless" stands for a counted noun and for no unit. It gives a range as its middle, and its
tables name a fraction a number, not a share; both are turned here, and nothing else is: years,
which it lists and we leave to the dates, are missed.
"""

import json
import tomllib
from pathlib import Path

import pytest

from groundcheck.text.quantities import find_quantities
from groundcheck.text.units import dimension

ROOT = Path(__file__).parents[2]
CASES = ROOT.parent / "shared" / "peers" / "quantulum3"
FLOOR = tomllib.loads((ROOT / "tests" / "floors.toml").read_text())["peers"]["quantulum3"]
FILES = ("quantities.json", "quantities.ambiguity.json")

NAMES = {
    "percent": "percentage", "km2": "square kilometre", "mi2": "square mile", "ha": "hectare",
    "km": "kilometre", "mi": "mile", "m": "metre", "nautical mile": "nautical mile",
    "centimeter": "centimetre", "millimeter": "millimetre", "nanometer": "nanometre",
    "picometer": "picometre", "days": "day", "weeks": "week", "months": "month", "years": "year",
    "cubic kilometer": "cubic kilometre", "cubic meter": "cubic metre", "liter": "litre",
    "centiliter": "centilitre", "milliliter": "cubic centimetre", "pound": "pound-mass",
    "kilometer per hour": "kilometre per hour", "meter per second": "metre per second",
    "degree Fahrenheit": "degree fahrenheit",
}  # fmt: skip
"""Our names of units where that parser has another."""


def cases():
    if not CASES.exists():
        pytest.skip("the peers' cases are not beside the repository")
    for name in FILES:
        yield from json.loads((CASES / name).read_text(encoding="utf-8"))


def found_in(text):
    for quantity in find_quantities(text):
        value, unit = quantity.value, quantity.unit
        if isinstance(value, tuple):
            value = sum(value) / 2
        if unit == "percent" and not any(
            sign in quantity.text for sign in ("%", "percent", "cent")
        ):
            value, unit = value / 100, "dimensionless"
        elif dimension(unit) == "count":
            unit = "dimensionless"
        yield value, NAMES.get(unit, unit)


def is_right(case):
    wanted = [(result["value"], result["unit"].lower()) for result in case["res"]]
    found = [(value, unit.lower()) for value, unit in found_in(case["req"])]
    return len(wanted) == len(found) and all(
        unit == unit_found and value_found == pytest.approx(value, rel=1e-3)
        for (value, unit), (value_found, unit_found) in zip(wanted, found, strict=True)
    )


def test_values_and_units_reach_the_floor():
    results = [is_right(case) for case in cases()]
    assert sum(results) / len(results) >= FLOOR
