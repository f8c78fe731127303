import itertools
from datetime import date

import pyarrow as pa
import pytest
from pyarrow import parquet

from groundcheck.errors import DataError
from groundcheck.geo.gazetteer import find, towns
from groundcheck.geo.stretches import STEPS_KM
from groundcheck.ledger.shipped_settlements import load_histories, read_histories


def test_what_ships_is_small_and_sound():
    histories = load_histories()
    ids = {town.id for town in towns()}
    assert {(h.origin, h.holder) for h in histories} >= {
        ("DeepState", "Russia"), ("DeepState", "Ukraine"), ("Liveuamap", "Russia"),
    }  # fmt: skip
    for history in histories:
        assert set(history.stretches) <= ids
        assert history.first_day < history.last_day
        assert all(len(digest) == 64 for digest in history.inputs)
        for rows in history.stretches.values():
            assert all(a.last < b.first for a, b in itertools.pairwise(rows))
            assert all(row.line_km in STEPS_KM for row in rows)
            assert {row.holder for row in rows} <= {"", history.holder}


def test_a_town_behind_the_line_is_held_throughout():
    (town, *_) = find("Melitopol")
    held = [h.history(town) for h in load_histories() if h.holder == "Russia"]
    assert held
    assert all(all(row.holder for row in rows) for rows in held)


def test_ground_of_before_is_not_shown_by_all():
    (town, *_) = find("Makiivka", {"UA"})
    shown = {h.origin: bool(h.history(town)) for h in load_histories() if h.holder == "Russia"}
    assert shown == {"DeepState": True, "ISW-CTP": True, "Liveuamap": False}


def test_an_old_map_under_a_new_day_was_left_out():
    (isw,) = [h for h in load_histories() if h.origin == "ISW-CTP"]
    assert isw.last_day == date(2025, 12, 28)


@pytest.mark.parametrize("damage", [b"", b"PAR1 nothing else PAR1"])
def test_a_damaged_file(damage):
    with pytest.raises(DataError, match=r"it\.parquet: the table of settlements is damaged"):
        read_histories(damage, "it.parquet")


@pytest.mark.parametrize("words", [None, "", "series = 3", "[[series]]\nlayer = 'x'"])
def test_a_table_without_its_provenance(words):
    names = ("series", "settlement", "first", "last", "standing", "line_km")
    metadata = {} if words is None else {"provenance": words}
    file = pa.BufferOutputStream()
    table = pa.table({name: pa.array([], pa.int8()) for name in names})
    parquet.write_table(table.replace_schema_metadata(metadata), file)
    with pytest.raises(DataError, match="damaged"):
        read_histories(file.getvalue().to_pybytes(), "it.parquet")
