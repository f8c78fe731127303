"""Quantities against the public cases of another parser of quantities, on value and unit.

A case is right when the quantities found are all of those it lists and no other, in order, each
with the same value (to one in a thousand: a sixth is printed as 16.67 percent) and unit. Its unit
"dimensionless" stands for a counted noun and for no unit. It gives a range as its middle, its
tables name a fraction a number, not a share, and a dozen of things a unit, not twelve of them;
these are turned here. A year is a plain number there, and what we read as a date is put beside
the quantities where it is one year or decade and nothing else. Nothing else is turned.
"""

import json
import re
import tomllib
from pathlib import Path

import pytest

from groundcheck.dates.expressions import find_dates
from groundcheck.text.quantities import find_quantities
from groundcheck.text.units import PER, dimension

ROOT = Path(__file__).parents[2]
CASES = ROOT.parent / "shared" / "peers" / "quantulum3"
FLOOR = tomllib.loads((ROOT / "tests" / "floors.toml").read_text())["peers"]["quantulum3"]
FILES = ("quantities.json", "quantities.ambiguity.json")

NAMES = {
    "percent": "percentage", "km2": "square kilometre", "mi2": "square mile", "ha": "hectare",
    "km": "kilometre", "mi": "mile", "m": "metre", "m2": "square metre",
    "nautical mile": "nautical mile",
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


def name_of(unit):
    if unit in NAMES:
        return NAMES[unit]
    return " per ".join(named(part) for part in unit.split(PER))


def named(part):
    """One unit of a compound, whose power stands before it."""
    power, _, rest = part.partition(" ")
    return (
        f"{power} {NAMES.get(rest, rest)}"
        if power in {"square", "cubic"} and part not in NAMES
        else NAMES.get(part, part)
    )


def quantities_in(text):
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
        yield quantity.span.start, value, name_of(unit)


def years_in(text):
    for when in find_dates(text, None):
        if when.edtf and (year := re.fullmatch(r"(?:\.\./)?(\d{4}|\d{3}X)(?:/\.\.)?", when.edtf)):
            yield when.span.start, float(year[1].replace("X", "0")), "dimensionless"


def found_in(text):
    found = sorted([*quantities_in(text), *years_in(text)])
    return [(value, unit) for _, value, unit in found]


def wanted_of(case):
    for result in case["res"]:
        value, unit = result["value"], result["unit"].lower()
        yield (12 * value, "dimensionless") if unit == "dozen" else (value, unit)


def is_right(case):
    wanted, found = list(wanted_of(case)), found_in(case["req"])
    return len(wanted) == len(found) and all(
        unit == unit_found.lower() and value_found == pytest.approx(value, rel=1e-3)
        for (value, unit), (value_found, unit_found) in zip(wanted, found, strict=True)
    )


def test_values_and_units_reach_the_floor():
    results = [is_right(case) for case in cases()]
    assert sum(results) / len(results) >= FLOOR
