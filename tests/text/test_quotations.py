from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.text.quotations import quotations

PAIRS = ["“”", "„“", "„”", "«»", "»«", "‹›", "‘’", "‚‘", '""', ("''", "''"), ("``", "''")]
PAIRS += [(",,", "``"), ('""', '""'), ("« ", " »"), "'’", "''", "””", '“"']
MARKS = st.text(st.sampled_from("\"“”„«»‹›‘’‚'`, \nab1s.!"), max_size=80) | st.text(max_size=80)


def found(text: str) -> list[tuple[str, bool]]:
    return [(one.span.of(text), one.closed) for one in quotations(text)]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(
    "frame", ["He said {} today", "{}", "(see {}).", "He said: {}, she did.", "{} x\n\n{}"]
)
def test_every_style_of_mark(pair: str | tuple[str, str], frame: str) -> None:
    first, last = pair
    text = frame.replace("{}", f"{first}We hold it{last}")
    assert [one.inner.of(text) for one in quotations(text)] == ["We hold it"] * frame.count("{}")
    assert all(one.opened and one.closed for one in quotations(text))


@pytest.mark.parametrize(
    "text",
    [
        "the year's end, the soldiers' town, the '90s, rock 'n' roll, O'Neil, Sana’a, Ta‘iz",
        'a 9" pipe, a man of 5\'10" and an arc of 30° 15\' 20"',
        "never opened\" at all” or here» or here''",
        "'tis so, ’twas so",
        '""""""""""""',
        '""',
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He said ‘no’ to me”", [("“He said ‘no’ to me”", True), ("‘no’", True)]),
        ("“He said “no” to me”", [("“He said “no” to me”", True), ("“no”", True)]),
        ("\"'We won,' he said,\"", [("\"'We won,' he said,\"", True), ("'We won,'", True)]),
        ("'the soldiers' town' he said", [("'the soldiers' town'", True)]),
        ("'It's the boys' town', he said", [("'It's the boys' town'", True)]),
        ('he said,"We left"and', [('"We left"', True)]),
        ('"We left,"he said', [('"We left,"', True)]),
        ('" We left " he said', [('" We left "', True)]),
        ("said:''We left'' .He", [("''We left''", True)]),
        ('"One, he said. "Two."', [('"One, he said.', False), ('"Two."', True)]),
        ("“One, he said", [("“One, he said", False)]),
        ('"a\n\n"b\n\n"c." he', [('"a', False), ('"b', False), ('"c."', True)]),
        ("“a\n\n“b”\n\nc” he", [("“a", False), ("“b”", True)]),
        ("“one «two” three", [("“one «two”", True), ("«two", False)]),
    ],
)
def test_nested_messy_run_on_and_unbalanced(text: str, expected: list[tuple[str, bool]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("mark", ["“", '"', "«", "„", ' "x', " 'x", "``", "” "])
def test_ten_thousand_unbalanced_marks_are_read(mark: str) -> None:
    text = f"{mark}a " * 10_000
    assert all(one.span.end <= len(text) for one in quotations(text))


@given(text=MARKS)
def test_spans_are_in_bounds_in_order_and_hold_their_words(text: str) -> None:
    all_found = quotations(text)
    assert [one.span.start for one in all_found] == sorted(one.span.start for one in all_found)
    for one in all_found:
        assert one.opened
        assert one.span.contains(one.inner)
        assert one.span.end <= len(text)
        assert one.inner.of(text) == one.inner.of(text).strip() != ""
        assert one.closed == (one.inner.of(text + "x") != "" and one.closed)


@given(text=st.text(st.sampled_from("ab «»“”"), max_size=40))
def test_closed_curly_quotations_agree_with_a_search_from_each_closing_mark(text: str) -> None:
    """The slow way: for each ”, the nearest “ before it that no other ” has taken."""
    plain = text.replace("«", "").replace("»", "")
    if any(
        pair in f" {plain} "
        for pair in ("” a", " ”", "“ ", "a“", "b“", "”a", "”b", "“”", "”“", "““", "””")
    ):
        return
    taken: set[int] = set()
    expected = []
    for end, letter in enumerate(plain):
        if letter == "”":
            starts = [i for i in range(end) if plain[i] == "“" and i not in taken]
            if starts:
                taken.add(starts[-1])
                expected.append((starts[-1], end + 1))
    closed = [(one.span.start, one.span.end) for one in quotations(plain) if one.closed]
    assert closed == sorted(expected)
