"""JSON cut into records: whatever the chunks, the records are those that a parser finds."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.ledger.intake.json_parts import elements, in_utf8, lines

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def cut(data: bytes, places: list[int]) -> list[bytes]:
    ends = sorted({place % (len(data) + 1) for place in places} | {0, len(data)})
    return [data[a:b] for a, b in pairwise(ends)]


@given(
    st.lists(VALUES, max_size=5),
    st.sampled_from([None, 0, 2]),
    st.booleans(),
    st.lists(st.integers(0, 10**6)),
)
def test_an_array_is_cut_where_a_parser_would(values, indent, ascii_only, places):
    data = json.dumps(values, indent=indent, ensure_ascii=ascii_only).encode("utf-8", "replace")
    wanted = json.loads(data)
    assert [json.loads(part) for part in elements(cut(data, places), 10**6)] == wanted


@given(st.lists(st.binary().map(lambda b: b.replace(b"\n", b""))), st.lists(st.integers(0, 10**6)))
def test_lines_are_those_between_line_ends(given_lines, places):
    data = b"".join(line + b"\n" for line in given_lines)
    assert list(lines(cut(data, places), 10**6)) == given_lines


@given(st.lists(st.integers(0, 50), min_size=1), st.lists(st.integers(0, 10**6)))
def test_what_is_too_long_is_none_and_the_rest_goes_on(sizes, places):
    texts = [b"x" * size for size in sizes]
    wanted = [text if len(text) <= 20 else None for text in texts]
    assert list(lines(cut(b"\n".join(texts) + b"\n", places), 20)) == wanted
    array = b"[" + b",".join(b'"' + text + b'"' for text in texts) + b"]"
    found = list(elements(cut(array, places), 22))
    assert found == [text if text is None else b'"' + text + b'"' for text in wanted]


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (b'[{"a": 1}, {"b": 2', [b'{"a": 1}']),
        (b'[{"a": "]"}', []),
        (b"[", []),
        (b'[{"a": "x\\', []),
        (b"[1,2,", [b"1", b"2"]),
    ],
)
def test_an_array_that_does_not_end(data, whole):
    found = []
    with pytest.raises(EOFError):
        found.extend(elements([data], 100))
    assert found == whole


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("size", [4, 7, 1000])
def test_other_encodings_with_their_mark_become_utf_8(encoding, size):
    data = '{"text": "Kyiv – Київ 🙂"}'.encode(encoding)
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    assert b"".join(in_utf8(pieces)).decode() == '{"text": "Kyiv – Київ 🙂"}'
