"""The primitives of a drawing: elements, figures of an axis, letters in lines, dates in ticks."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.publish.legend import legend
from groundcheck.publish.lettering import LABEL, TITLE, lines, paragraph, width
from groundcheck.publish.svg import line, multiples, picture, pixels, step, tag, ticks
from groundcheck.publish.time_axis import day_in_words, days_in_words, time_ticks


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (tag("g"), "<g/>"),
        (tag("path", class_="a b", stroke_width=1.25), '<path class="a b" stroke-width="1.2"/>'),
        (tag("text", "x", id='"<&'), '<text id="&quot;&lt;&amp;">x</text>'),
        (pixels(-0.01), "0"),
        (pixels(12.0), "12"),
        (pixels(12.345), "12.3"),
        (line([]), ""),
        (line([(1, 2), (3.25, 4)]), "M1 2 3.2 4"),
    ],
)
def test_elements(made, expected):
    assert made == expected


@given(st.text(), st.text())
def test_any_text_makes_a_picture(title, says):
    root = ET.fromstring(picture(title, says, 100, [tag("text", x=1)]))
    assert root.get("role") == "img"
    assert [child.tag.rpartition("}")[2] for child in root[:2]] == ["title", "desc"]


@pytest.mark.parametrize(
    ("low", "high", "expected", "decimals"),
    [
        (0, 100, [0, 50, 100], 0),
        (58.5, 61, [59, 60, 61], 0),
        (0.31, 0.34, [0.31, 0.32, 0.33, 0.34], 2),
        (-3, 3, [-2, 0, 2], 0),
    ],
)
def test_ticks_are_round(low, high, expected, decimals):
    found, shown = ticks(low, high)
    assert (found, shown) == (pytest.approx(expected), decimals)


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9), st.integers(2, 9))
def test_ticks_lie_between_the_ends(low, span, wanted):
    size = step(low, low + span, wanted)
    found, _ = multiples(low, low + span, size)
    assert len(found) <= wanted + 1
    assert all(low - size * 1e-5 <= tick <= low + span + size * 1e-5 for tick in found)


@given(st.text(max_size=300), st.floats(40, 760), st.sampled_from([LABEL, TITLE]))
def test_lines_fit(text, room, style):
    found = lines(text, room, style)
    assert all(width(row, style) <= room for row in found)


def test_a_paragraph_says_where_it_ends():
    text, end = paragraph("one two three four five six", (10, 100), 60, LABEL)
    ys = [float(row.get("y")) for row in ET.fromstring(f"<g>{text}</g>")]
    assert ys == sorted(ys)
    assert len(ys) > 1
    assert 100 < ys[0] < ys[-1] < end
    assert paragraph("", (10, 100), 60, LABEL) == ("", 100)


@given(st.lists(st.text(min_size=1, max_size=200), max_size=12))
def test_a_legend_overlaps_nowhere(labels):
    drawn, end = legend([("<rect/>", label) for label in labels], 50)
    root = ET.fromstring(f"<svg>{drawn}</svg>")
    boxes = []
    for row in root.iter("text"):
        left, base = float(row.get("x")), float(row.get("y"))
        boxes.append((left, base - 11, left + width(row.text, LABEL), base + 3))
    assert all(box[0] >= 0 and box[2] <= 800 and box[3] <= end for box in boxes)
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            apart = one[0] >= other[2] or other[0] >= one[2]
            assert apart or one[1] >= other[3] or other[1] >= one[3]


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2025, 3, 3), date(2025, 3, 6), ["3 Mar", "4 Mar", "5 Mar", "6 Mar"]),
        (date(2025, 3, 1), date(2025, 3, 31), ["3 Mar", "10 Mar", "17 Mar", "24 Mar", "31 Mar"]),
        (date(2024, 11, 5), date(2025, 3, 5), ["Dec", "Jan", "Feb", "Mar"]),
        (date(2014, 1, 1), date(2019, 6, 1), ["2014", "2015", "2016", "2017", "2018", "2019"]),
        (date(1, 1, 1), date.max, ["2000", "4000", "6000", "8000"]),
    ],
)
def test_ticks_of_time(first, last, labels):
    assert [t.label for t in time_ticks(first.toordinal(), last.toordinal())] == labels


def test_the_year_stands_where_it_begins():
    found = time_ticks(date(2024, 11, 5).toordinal(), date(2025, 3, 5).toordinal())
    assert [tick.year for tick in found] == ["2024", "2025", "", ""]


@given(st.dates(), st.integers(2, 10**6), st.floats(0, 10**5))
def test_every_span_has_a_few_ticks(first, days, margin):
    start = first.toordinal()
    found = time_ticks(start - margin, start + days + margin)
    assert len(found) <= 10
    assert [t.day for t in found] == sorted({t.day for t in found})
    assert all(start - margin <= tick.day <= start + days + margin for tick in found)


def test_days_in_words():
    day = date(2025, 2, 20)
    assert day_in_words(day) == "20 February 2025"
    assert days_in_words(day, day) == "20 February 2025"
    assert days_in_words(day, day + timedelta(9)) == "20 February 2025 to 1 March 2025"
