from dataclasses import replace

import pytest

from groundcheck.ledger.questions.contradictions import contradictions, rows
from groundcheck.ledger.store import Query

ALL = Query()


def test_the_latest_stands_first_and_each_statement_is_a_row_with_what_it_is_against(record):
    found = contradictions(record, ALL)
    assert [(one.gap, one.unit) for one in found] == [(None, None), (8.0, "points")]
    said = list(rows(found))
    assert [row.number for row in said] == [1, 1, 2, 2, 2, 2]
    for row in said:
        others = {
            one.claim for one in said if one.number == row.number and one.source != row.source
        }
        assert set(row.against) <= others
    stepko = next(row for row in said if row.number == 2 and row.source == "Olha Stepko")
    assert len(stepko.against) == 2
    assert (stepko.words, stepko.bounds) == (
        "Russian forces controlled about 71% of the Kherson region.",
        "[70, 72]",
    )


@pytest.mark.parametrize(
    ("query", "min_gap", "gaps"),
    [
        (ALL, 0, [8.0]),
        (ALL, 8.0, [8.0]),
        (ALL, 8.1, []),
        (Query(place="UA-65"), None, [8.0]),
        (Query(kind="capture"), None, [None]),
        (Query(source="Olha Stepko"), None, [None, 8.0]),
        (Query(source="Olha Stepko", certainty="denied"), None, [None]),
        (Query(outlet="The Harbour Post"), None, [8.0]),
        (Query(outlet="Nowhere Post"), None, []),
        (replace(ALL, limit=1), None, [None]),
        (replace(ALL, skip=1), None, [8.0]),
        (replace(ALL, skip=2), None, []),
        (replace(ALL, limit=1), 1, [8.0]),
    ],
)
def test_what_is_asked_for(record, query, min_gap, gaps):
    assert [one.gap for one in contradictions(record, query, min_gap)] == gaps
