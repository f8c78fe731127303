"""What pages are made of: rows, batches, the pages of a list, and figures of a source."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.ledger.store import Tally
from groundcheck.publish.site.parts import PER_PAGE, Pager, batches, grouped, many, pages_of
from groundcheck.publish.site.search_page import PART, index_parts
from groundcheck.publish.site.source_page import COLUMNS, compared


@given(st.lists(st.integers(), max_size=40), st.integers(1, 9))
def test_batches_hold_everything_in_order(items, size):
    found = list(batches(items, size))
    assert [item for batch in found for item in batch] == items
    assert {len(batch) for batch in found[:-1]} <= {size}
    assert len(found[-1]) <= size
    assert found


@pytest.mark.parametrize(
    ("total", "pages"), [(0, 1), (1, 1), (PER_PAGE, 1), (PER_PAGE + 1, 2), (20_000, 100)]
)
def test_a_list_has_a_page_and_no_empty_one_after_it(total, pages):
    assert pages_of(total) == pages


@pytest.mark.parametrize(
    ("page", "pages", "near"),
    [(1, 1, (1,)), (1, 9, (1, 2, 3, 9)), (5, 9, (1, 3, 4, 5, 6, 7, 9)), (9, 9, (1, 7, 8, 9))],
)
def test_a_pager_leads_to_both_ends_and_around(page, pages, near):
    assert Pager(page, pages, 0, str).near == near


def test_verdicts_are_grouped_in_the_order_of_their_looks():
    found = [("control", "depends"), ("control", "agrees"), ("geography", "agrees")]
    assert grouped(found) == (("agrees", "control, geography"), ("depends", "control"))
    assert grouped([]) == ()


@pytest.mark.parametrize(
    ("name", "is_many"),
    [
        ("the report", True),
        ("an unnamed speaker", True),
        ("senior officer", True),
        ("Western officials", True),
        ("", True),
        ("Ada Brook", False),
        ("defence ministry", False),
    ],
)
def test_names_that_stand_for_many_are_known(name, is_many):
    assert many(name) == is_many


def test_a_source_is_counted_by_kind_year_and_check_without_a_score():
    rows = compared(
        [
            Tally("control", 2025, "control", "agrees", 3),
            Tally("control", 2025, "control", "more than measured", 1, "percent", 1, 2.5),
            Tally("control", 2025, "control", "not covered", 4),
            Tally("change", 2024, "change", "more than measured", 2, "km2", 2, 40.0),
            Tally("change", 2024, "change", "more than measured", 1, "percent", 0, None),
            Tally("event", None, "chronology", "not covered", 1),
        ]
    )
    assert [(row.year, row.kind, row.total, row.aside) for row in rows] == [
        (2025, "control", 4, 4),
        (2024, "change", 3, 0),
        (None, "event", 0, 1),
    ]
    first, second, third = (dict(zip(COLUMNS, row.cells, strict=True)) for row in rows)
    assert (first["agrees"].count, first["agrees"].percent) == (3, "75%")
    assert first["more than measured"].gap == "median gap 2.5 percentage points"
    assert second["more than measured"].count == 3
    assert second["more than measured"].gap == "median gap 40 km² of 2"
    assert {cell.percent for cell in third.values()} == {""}


def test_the_index_has_every_claim_with_all_that_its_places_lie_in(ledger, setting):
    parts = list(index_parts(ledger, setting.at))
    assert len(parts) == -(-ledger.count() // PART)
    items = [
        item
        for _, content in parts
        for item in json.loads(
            content.decode("ascii").removeprefix("groundcheckIndex.push(").removesuffix(");\n")
        )
    ]
    assert len(items) == ledger.count()
    assert {item[2] for item in items} == {
        setting.at.claim(one.claim.id) for one in ledger.statements()
    }
    donetsk = next(item for item in items if ["Donetsk", "places/ua-14.html"] in item[6])
    assert "Ukraine" in donetsk[8]
    assert {item[10] for item in items} == {"", "denied"}
