"""The leading date of a report."""

import pytest

from groundcheck.text.header import find_header


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("date 2025-02-20 Title", ("date 2025-02-20", "2025-02-20")),
        ("\ufeff \n\tDate: 2025-02-20\n", ("Date: 2025-02-20", "2025-02-20")),
        ("date 2025-13-45", ("date 2025-13-45", "2025-13-45")),
        ("date 2025-02-200", None),
        ("The date 2025-02-20", None),
        ("date of 2025-02-20", None),
        ("dated 2025-02-20", None),
        ("date\n2025-02-20", None),
        ("", None),
    ],
)
def test_header(text, found):
    header = find_header(text)
    assert (header and (header[0].of(text), header[1])) == found
