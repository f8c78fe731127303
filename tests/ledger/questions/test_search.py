from dataclasses import replace
from datetime import date

import pytest

from groundcheck.ledger.questions.search import main_figure, said_row, search
from groundcheck.ledger.store import Query
from groundcheck.model import Attribution

KHERSON = Query(place="UA-65")


def test_a_row_has_who_says_so_in_which_words_and_where(record):
    (row,) = search(record, replace(KHERSON, source="Olha Stepko"))
    assert (row.said, row.source, row.outlet) == (date(2025, 6, 13), "Olha Stepko", "Dnipro Wire")
    assert row.words == "Russian forces controlled about 71% of the Kherson region."
    assert (row.figure, row.low, row.high, row.bounds) == ("about 71%", 70, 72, "[70, 72]")
    assert (row.place_ids, row.place_names, row.unit) == (("UA-65",), ("Kherson",), "percent")
    assert row.url == "https://wire.example.org/adviser-kherson"
    assert "control: depends" in row.verdicts
    assert record.statement(row.claim).report == row.report


def test_an_end_without_limit_and_one_left_out_are_told(record):
    (row,) = search(record, replace(KHERSON, words='"more than 80"'))
    assert (row.low, row.high, row.bounds) == (80, 100, "(80, 100]")


def test_the_order_and_the_number_are_the_query_s(record):
    days = [row.said for row in search(record, KHERSON)]
    assert days == sorted(days, reverse=True)
    assert [row.said for row in search(record, replace(KHERSON, oldest_first=True))] == days[::-1]
    assert len(search(record, replace(KHERSON, limit=2, skip=4))) == 1


def test_those_who_passed_it_on_are_named_nearest_first(record):
    said = next(record.statements(KHERSON))
    chain = Attribution("A", "direct")
    for name in ("B", "C"):
        chain = Attribution(name, "direct", via=chain)
    row = said_row(replace(said, claim=replace(said.claim, attribution=chain)))
    assert (row.source, row.via) == ("C", ("B", "A"))


def test_the_whole_that_a_figure_is_a_part_of_is_not_the_figure(record):
    claim = next(record.statements(KHERSON)).claim
    (figure,) = claim.quantities
    whole = replace(figure, role="whole")
    assert main_figure(replace(claim, quantities=(whole, figure))) == figure
    assert main_figure(replace(claim, quantities=(whole,))) is None


@pytest.mark.parametrize("query", [Query(words="xyzzy"), Query(source="Nobody"), Query(limit=0)])
def test_nothing_is_no_rows(record, query):
    assert search(record, query) == ()
