"""Numbers and percentages against the public cases of another recogniser, by its own words.

A case is right when the numbers found are all of the results it lists and no other, in order,
each with the same words (folded to lower case, as the cases are) and the same value. Every
English case counts, also those that list no result or mark a platform "NotSupported"; a
result whose value is "null" wants a percent sign without a number and is counted as missed.

Two conventions of the cases are put on top of ours, which are wider: they leave out ordinals,
and a number glued to letters that are no scale of it ("180ml") is a dimension there.
"""

import json
import tomllib
from pathlib import Path

import pytest

from groundcheck.text.numbers import find_numbers
from groundcheck.text.quantities import find_quantities

ROOT = Path(__file__).parents[2]
CASES = ROOT.parent / "shared" / "peers" / "recognizers"
FLOOR = tomllib.loads((ROOT / "tests" / "floors.toml").read_text())["peers"]["recognizers_numbers"]


def cases(name):
    path = CASES / name
    if not path.exists():
        pytest.skip("the peers' cases are not beside the repository")
    return json.loads(path.read_text(encoding="utf-8-sig"))


def numbers(text):
    return [
        (n.text.lower(), n.value)
        for n in find_numbers(text)
        if n.kind != "ordinal" and not text[n.span.end : n.span.end + 1].isalpha()
    ]


def percentages(text):
    return [(q.text.lower(), q.value) for q in find_quantities(text) if q.unit == "percent"]


def expected(case):
    for result in case["Results"]:
        value = result["Resolution"]["value"].removesuffix("%")
        yield result["Text"].lower(), None if value == "null" else float(value)


def is_right(case, read):
    wanted, found = list(expected(case)), read(case["Input"])
    return len(wanted) == len(found) and all(
        words == words_found and value is not None and value_found == pytest.approx(value, rel=1e-9)
        for (words, value), (words_found, value_found) in zip(wanted, found, strict=True)
    )


def test_numbers_and_percentages_together_reach_the_floor():
    results = [is_right(case, numbers) for case in cases("NumberModel.json")]
    results += [is_right(case, percentages) for case in cases("PercentModel.json")]
    assert sum(results) / len(results) >= FLOOR
