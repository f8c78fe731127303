"""Spans against sets of places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.model import Span, claim_id, hull, report_id

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 10)).map(lambda s: Span(s[0], s[0] + s[1]))


def places(span):
    return set(range(span.start, span.end))


@given(SPANS, SPANS)
def test_relations_say_what_the_places_say(a, b):
    if a and b:
        assert a.overlaps(b) == bool(places(a) & places(b))
        assert a.contains(b) == (places(b) <= places(a))
    assert len(a) == len(places(a))


@given(st.lists(SPANS, min_size=1))
def test_the_hull_holds_all_and_no_more(spans):
    whole = hull(spans)
    assert all(whole.contains(span) for span in spans)
    assert whole.start in {s.start for s in spans}
    assert whole.end in {s.end for s in spans}


@given(st.text(min_size=20), SPANS, st.text())
def test_shifting_keeps_the_words(text, span, before):
    assert span.shifted(len(before)).of(before + text) == span.of(text)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_no_span_runs_backwards(start, end):
    with pytest.raises(BadValue, match="wants 0 <= start <= end"):
        Span(start, end)


def test_ids_tell_texts_places_and_twins_apart():
    report = report_id("some words")
    ids = {
        claim_id(report, [Span(0, 4)], "a"),
        claim_id(report, [Span(0, 4)], "b"),
        claim_id(report, [Span(0, 5)], "a"),
        claim_id(report_id("other words"), [Span(0, 4)], "a"),
    }
    assert len(ids) == 4
    assert claim_id(report, [Span(0, 4)], "a") in ids


def test_a_lone_surrogate_has_an_id():
    assert len(report_id("a\ud800b")) == 64
