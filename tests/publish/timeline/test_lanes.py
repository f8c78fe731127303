from datetime import date

import pytest

from groundcheck.publish.timeline.lanes import MOST_LANES, lanes
from groundcheck.publish.timeline.periods import period

DAY, MONTH = period(1), period(31)


def test_a_row_for_each_source_and_manner_with_most_claims_first(claim):
    said = [
        claim(1, source="Bo Lind"),
        claim(2),
        claim(3),
        claim(4, certainty="denied"),
        claim(None),
    ]
    rows = lanes(said, DAY)
    assert [(row.name, len(row.claims)) for row in rows] == [
        ("Ada Brook", 2),
        ("Ada Brook, denied", 1),
        ("Bo Lind", 1),
    ]


def test_claims_of_one_time_are_one_mark_that_counts_them(claim):
    said = [claim(day) for day in (1, 5, 20, 40)]
    (row,) = lanes(said, MONTH)
    assert [len(clump.claims) for clump in row.clumps] == [3, 1]
    assert row.clumps[0].days == (date(2031, 1, 1), date(2031, 1, 31))
    assert row.clumps[0].middle == date(2031, 1, 16)
    assert row.clumps[1].days == (date(2031, 2, 10), date(2031, 2, 10))
    assert row.clumps[0].says == (
        "3 claims · Ada Brook · 2 January 2031 to 21 January 2031 · 60 to 61% (3)"
    )
    assert row.clumps[1].says == said[3].told


def test_claims_of_the_same_days_stand_on_these(claim):
    (row,) = lanes([claim(3, until=9), claim(3, until=9)], MONTH)
    assert [clump.days for clump in row.clumps] == [(date(2031, 1, 4), date(2031, 1, 10))]


@pytest.mark.parametrize("sources", [MOST_LANES, MOST_LANES + 1, 80])
def test_many_sources_share_the_last_rows_and_no_claim_is_lost(claim, sources):
    said = [
        claim(day, source=f"source {n}", certainty="denied" if n % 3 == 0 else "stated")
        for n in range(sources)
        for day in range(1 + n % 4)
    ]
    rows = lanes(said, MONTH)
    assert min(sources, MOST_LANES - 1) <= len(rows) <= MOST_LANES
    drawn = [one.id for row in rows for clump in row.clumps for one in clump.claims]
    assert sorted(drawn) == sorted(one.id for one in said)
    # A denial is never counted with what was said.
    assert all(len({one.certainty == "stated" for one in row.claims}) == 1 for row in rows)
    if sources > MOST_LANES:
        last = [row.name for row in rows if "other source" in row.name]
        assert last
        assert [name.endswith("not simply stated") for name in last] == [False, True][: len(last)]
