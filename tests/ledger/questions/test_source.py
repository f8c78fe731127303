from dataclasses import replace
from datetime import date

from groundcheck.ledger.questions.source import LATEST, ComparedRow, compared, source
from groundcheck.ledger.store import Query, Tally

FROLOV = Query(source="Gennady Frolov")


def test_a_page_counts_what_was_said(record):
    page = source(record, FROLOV)
    assert (page.statements, record.count(FROLOV)) == (4, 6)
    assert (page.first, page.last) == (date(2025, 6, 12), date(2025, 7, 21))
    assert page.kinds == (("control", 2), ("capture", 1), ("opinion", 1))
    assert len(page.latest) == min(LATEST, 4)
    assert {row.source for row in page.latest} == {"Gennady Frolov"}


def test_how_it_compared_is_told_with_counts_and_the_median_gap(record):
    rows = [row for row in source(record, FROLOV).compared if row.check == "control"]
    (first, *_) = record.statements(replace(FROLOV, oldest_first=True, outlet="Steppe Courier"))
    (gap,) = [f.gap for f in record.findings(first.claim.id) if f.gap is not None]
    assert rows == [
        ComparedRow("control", 2025, "control", "depends", 1, 2, 50.0, "percent", 0, None),
        ComparedRow(
            "control", 2025, "control", "more than measured", 1, 2, 50.0, "percent", 1, gap
        ),
    ]


def test_the_rest_of_the_query_narrows_it(record):
    page = source(record, Query(source="Gennady Frolov", kind="capture", limit=0))
    assert (page.statements, page.kinds, page.latest) == (1, (("capture", 1),), ())
    assert {row.kind for row in page.compared} == {"capture"}


def test_a_share_is_of_all_units_and_verdicts_of_one_kind_year_and_check():
    tallies = [
        Tally("control", None, "control", "not covered", 1),
        Tally("control", 2025, "control", "more than measured", 1, "percent", 1, 3.0),
        Tally("control", 2025, "control", "more than measured", 2, "km2", 2, 90.0),
        Tally("control", 2025, "control", "agrees", 1, "percent"),
        Tally("control", 2024, "geography", "agrees", 7),
    ]
    found = [(row.year, row.verdict, row.unit, row.count, row.of, row.share)
             for row in compared(tallies)]  # fmt: skip
    assert found == [
        (2024, "agrees", None, 7, 7, 100.0),
        (2025, "agrees", "percent", 1, 4, 25.0),
        (2025, "more than measured", "km2", 2, 4, 50.0),
        (2025, "more than measured", "percent", 1, 4, 25.0),
        (None, "not covered", None, 1, 1, 100.0),
    ]


def test_what_it_said_otherwise_later_and_what_outlets_changed(record, monkeypatch):
    page = source(record, FROLOV)
    (correction,), (drift,) = page.corrections, page.drifts
    assert (correction.check, drift.check) == ("self-correction", "drift")
    assert record.statement(drift.claim).appeared.outlet == "The Harbour Post"
    assert "73%" in record.statement(correction.claim).claim.text
    monkeypatch.setattr("groundcheck.ledger.questions.source.MOST", page.statements - 1)
    page = source(record, FROLOV)
    assert (page.corrections, page.drifts) == (None, None)


def test_nothing_said_is_an_empty_page(record):
    page = source(record, Query(source="Nobody"))
    assert (page.statements, page.first, page.last, page.kinds, page.compared, page.latest) == (
        0, None, None, (), (), (),
    )  # fmt: skip
