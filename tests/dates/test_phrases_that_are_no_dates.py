"""Words that look like a date and are the name of a place, or a verb."""

from datetime import date

import pytest

from groundcheck.dates.expressions import find_dates

DAY = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They took the May 22 Hospital.", []),
        ("The 7 July district was cleared.", []),
        ("They took the hospital on May 22.", ["2025-05-22"]),
        ("Output is expected to fall this year.", ["2026"]),
        ("In the past fortnight two towns were lost.", ["2026-03-06/2026-03-20"]),
        ("No soldier will be left there by 1 May.", ["../2026-05-01"]),
    ],
)
def test_what_is_a_date(text, found):
    assert [when.edtf for when in find_dates(text, DAY)] == found
