"""The picture: what is drawn lies within its frame, leads where it says, and hides nothing."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.model import Interval
from groundcheck.publish.chart_data import Band, Chart
from groundcheck.publish.timeline import Timeline, timeline_svg
from groundcheck.publish.timeline.among import MOST
from groundcheck.publish.timeline.picture import layout

from .conftest import START, Claims, Picture

BAND = Band(
    "Valley maps",
    tuple(START + timedelta(n) for n in (0, 30, 60)),
    (60.0, 62.0, 61.0),
    (61.0, 63.0, 62.0),
)


def drawn(claims, picture, link=lambda _: "", chosen="", **chart):
    given = Chart("Valley", "percent", (BAND,), **{"note": "Valley maps."} | chart)
    return picture(timeline_svg(Timeline(given, tuple(claims), chosen), link))


def test_a_claim_stands_among_the_figures_and_in_its_row(claim, picture):
    said = [claim(10), claim(20, None, source="Bo Lind"), claim(30, certainty="denied")]
    root = drawn(said, picture, lambda clump: f"/claim/{clump.claims[0].id}")
    marks = root.of("said")
    assert len(marks) == 5
    assert {mark.get("href") for mark in marks} == {f"/claim/{one.id}" for one in said}
    (among,) = root.of("claims")
    assert among.get("aria-hidden") == "true"
    assert {mark.get("tabindex") for mark in among} == {"-1"}
    assert root.root.get("role") == "group"
    words = root.words()
    for part in ("Ada Brook · 1 claim", "Bo Lind · 1 claim", "Ada Brook, denied · 1 claim"):
        assert part in words
    assert "3 of 3 claims speak of these days" in words
    assert "Dashed" in words


def test_alone_it_has_no_links_and_is_one_picture(claim, picture):
    root = drawn([claim(10)], picture)
    assert root.root.get("role") == "img"
    assert [mark.tag.endswith("}g") for mark in root.of("said")] == [True, True]


def test_the_chosen_claim_is_pointed_out(claim, picture):
    said = [claim(10), claim(40)]
    root = drawn(said, picture, chosen=said[1].id)
    assert len(root.of("chosen")) == 2


@pytest.mark.parametrize(
    ("stated", "arrows"),
    [
        (Interval(55, 66), 0),
        (Interval(55, None), 1),
        (Interval(None, 66), 1),
        (Interval(None, None), 2),
    ],
)
@pytest.mark.parametrize("count", [1, MOST + 1])
def test_an_end_without_limit_has_an_arrow(claim, picture, stated, arrows, count):
    said = [claim(n % 60, stated) for n in range(count)]
    root = drawn(said, picture)
    (among,) = root.of("claims")
    for mark in among.iter():
        if "said" in (mark.get("class") or ""):
            ends = [p for p in mark.iter() if p.get("d", "").endswith("z")]
            assert len(ends) == arrows


def test_only_what_speaks_of_the_days_is_drawn(claim, picture):
    said = [claim(0), claim(5, until=40), claim(35, source="Bo Lind"), claim(50), claim(None)]
    span = (START + timedelta(30), START + timedelta(40))
    placed = layout(Timeline(Chart("Valley", "percent", (BAND,), span=span), tuple(said)))
    assert [row.name for row in placed.rows] == ["Ada Brook", "Bo Lind"]
    assert {(mark.since, mark.until) for mark in placed.chart.marks} == {
        span,
        (START + timedelta(35), START + timedelta(35)),
    }


def test_ten_thousand_claims_are_few_marks_that_count_them_all(claim, picture):
    said = [
        claim(n % 900, Interval(40 + n % 37, 41 + n % 37), source=f"source {n % 71}")
        for n in range(10_000)
    ]
    root = drawn(said, picture, lambda _: "/there")
    assert len(root.of("said")) < 1000
    assert "10,000 of 10,000 claims" in root.words()
    for class_ in ("lane", "claims"):
        texts = [t.text for g in root.of(class_) for t in g.iter() if t.tag.endswith("}text")]
        dots = [c for g in root.of(class_) for c in g.iter() if c.tag.endswith("}circle")]
        assert sum(map(int, texts)) + len(dots) == 10_000


def test_without_figures_there_are_rows_alone(claim, picture):
    root = picture(
        timeline_svg(
            Timeline(Chart("Village", "percent", ()), (claim(3, None), claim(9, None))),
        )
    )
    assert not root.of("claims")
    assert "%" not in root.words()
    assert len(root.of("said")) == 2


def test_of_nothing_it_says_so(picture):
    root = picture(timeline_svg(Timeline(Chart("Nowhere", "percent", ()), ())))
    assert "No claim on record" in root.words()


def test_words_cannot_break_out(claim, picture):
    bite = "<script>alert(1)</script>\"'&\x1b\u202e"
    said = claim(3, source=bite, words=bite, outlet=bite)
    root = drawn([said], picture, lambda _: 'x" onclick="alert(2)')
    assert not [one for one in root.root.iter() if "script" in one.tag.lower()]
    assert not [one for one in root.root.iter() if "onclick" in one.attrib]


ENDS = st.none() | st.floats(-5, 120)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-300, 900), st.integers(0, 400), ENDS, ENDS, st.integers(0, 20)),
        max_size=90,
    ),
    st.integers(0, 700),
    st.integers(0, 900),
)
def test_marks_stay_within_the_frame(rows, first, length):
    made = Claims()
    said = []
    for day, more, a, b, number in rows:
        low, high = (a, b) if a is None or b is None else (min(a, b), max(a, b))
        said.append(made(day, Interval(low, high), source=f"source {number}", until=day + more))
    span = (START + timedelta(first), START + timedelta(first + length))
    root = drawn(said, Picture, span=span)
    (days,) = root.of("days") or [None]
    left, right = float(days.get("data-left")), float(days.get("data-right"))
    height = float(root.root.get("height"))
    for mark in root.of("said"):
        for shape in mark.iter():
            if shape.get("cx") or shape.get("x"):
                x = float(shape.get("cx") or shape.get("x"))
                assert left - 130 <= x <= right + 130
                assert 0 <= float(shape.get("cy") or shape.get("y")) <= height
    for lane in root.of("lane"):
        for circle in lane.iter():
            if circle.get("cx"):
                assert left <= float(circle.get("cx")) <= right


def test_it_is_the_same_each_time(claim):
    said = tuple(claim(n % 50, source=f"source {n % 30}") for n in range(200))
    chart = Chart("Valley", "percent", (BAND,), note=str(date(2031, 1, 1)))
    assert timeline_svg(Timeline(chart, said)) == timeline_svg(Timeline(chart, said[::-1]))
