from datetime import date

import pytest

from groundcheck.checks.shifting import shifted


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (date(2031, 3, 1), -1, date(2031, 2, 28)),
        (date(2031, 12, 31), 1, date(2032, 1, 1)),
        (date.max, 14, date.max),
        (date.min, -60, date.min),
        (date(9999, 12, 30), 1, date.max),
    ],
)
def test_the_calendar_has_ends(day, days, expected):
    assert shifted(day, days) == expected


def test_statements_of_its_last_day_are_compared(one):
    from groundcheck.checks.corroboration import check, relation
    from groundcheck.checks.drift import drifted
    from groundcheck.checks.self_correction import revisions

    said = [
        one(f"Swedish forces hold {words}, {who} said.", date.max)
        for words in ("62% of the Nordland region", "the town of Narvik in Norway")
        for who in ("Ada Rowe", "Ivo Brandt")
    ]
    assert relation(said[0], said[1]).word == "agrees"
    assert check(said[2], said)[0].verdict == "agrees"
    assert not list(drifted(said[:2])) + list(revisions(said[:2]))
