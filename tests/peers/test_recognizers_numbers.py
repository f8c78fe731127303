"""Numbers and percentages against the public cases of another recogniser, by its own words.

A case is right when the numbers found are all of the results it lists and no other, in order,
each with the same words (folded to lower case, as the cases are) and the same value. Every
English case counts, also those that list no result or mark a platform "NotSupported"; a
result whose value is "null" is a percent sign without a number, which we find as an open share.

Two conventions of the cases are put on top of ours, which are wider: they leave out ordinals,
and a number glued to letters that are no scale of it ("180ml") is a dimension there.
"""

import json
import tomllib
from pathlib import Path

import pytest

from groundcheck.text.numbers import find_numbers
from groundcheck.text.quantities import find_quantities
from groundcheck.text.shares import open_shares

ROOT = Path(__file__).parents[2]
CASES = ROOT.parent / "shared" / "peers" / "recognizers"
FLOORS = tomllib.loads((ROOT / "tests" / "floors.toml").read_text())["peers"]


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
    found = [(q.span, q.value) for q in find_quantities(text) if q.unit == "percent"]
    found += [(span, None) for span in open_shares(text)]
    return [(s.of(text).lower(), value) for s, value in sorted(found, key=lambda f: f[0].start)]


def expected(case):
    for result in case["Results"]:
        value = result["Resolution"]["value"].removesuffix("%")
        yield result["Text"].lower(), None if value == "null" else float(value)


def is_right(case, read):
    wanted, found = list(expected(case)), read(case["Input"])
    return len(wanted) == len(found) and all(
        words == words_found and value_found == (value and pytest.approx(value, rel=1e-9))
        for (words, value), (words_found, value_found) in zip(wanted, found, strict=True)
    )


@pytest.mark.parametrize(
    ("name", "read", "key"),
    [
        ("NumberModel.json", numbers, "recognizers_numbers"),
        ("PercentModel.json", percentages, "recognizers_percentages"),
    ],
)
def test_values_and_words_reach_the_floor(name, read, key):
    results = [is_right(case, read) for case in cases(name)]
    assert sum(results) / len(results) >= FLOORS[key]
