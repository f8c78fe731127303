import json

from groundcheck.evaluation import tables
from groundcheck.evaluation.counts import Counts
from groundcheck.evaluation.gold import Miss

ROWS = {"segments.cue": Counts(1, 2, 4), "tokens.cue": Counts(1234, 2000, 0), "relations": Counts()}


def test_a_table():
    assert tables.text("Two texts", ROWS).splitlines() == [
        "Two texts",
        "",
        "                 precision   recall      F1   right   wanted   given",
        " ────────────────────────────────────────────────────────────────────",
        "  segments cue       0.250    0.500   0.333       1        2       4",
        "",
        "  tokens cue         0.000    0.617   1.234   1,234    2,000       0",
        "",
        "  relations          0.000    0.000   0.000       0        0       0",
    ]


def test_names_from_a_file_do_not_steer_the_screen():
    assert "\x1b" not in tables.text("t", {"spans.\x1b[31m[red]x": Counts()})
    assert "[red]x" in tables.text("t", {"spans.[red]x": Counts()})


def test_json_for_programs():
    data = json.loads(tables.json(2, ROWS, misses=[]))
    assert data["documents"] == 2
    assert data["misses"] == []
    assert data["rows"]["segments.cue"] == {
        "precision": 0.25,
        "recall": 0.5,
        "f1": 2 / 6,
        "right": 1,
        "wanted": 2,
        "given": 4,
    }


def test_misses_by_slot():
    figure = {"value": 80, "unit": "percent", "bound": "exact", "hedge": ""}
    found = [
        Miss("one", "It fell", "actor", ["Russia", "army"], None),
        Miss("one", "It fell", "quantities", [figure], []),
        Miss("two", "They left", "actor", None, "Ukraine"),
        Miss("two", "They left", "places", [["UA-14"]], [{"id": "UA-65", "name": "Kherson"}]),
    ]
    assert (
        tables.misses(found)
        == """
actor
  one “It fell”: wanted [Russia, army], found nothing
  two “They left”: wanted nothing, found Ukraine

quantities
  one “It fell”: wanted [exact 80 percent], found []

places
  two “They left”: wanted [[UA-14]], found [UA-65]
"""
    )
    assert tables.misses([]) == ""
