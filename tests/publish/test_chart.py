"""Charts: every map and claim stands where the axes say, whatever is charted."""

import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.model import Interval
from groundcheck.publish.chart import Band, Chart, Mark, chart_svg
from groundcheck.publish.chart_frame import frame
from groundcheck.publish.chart_marks import body
from groundcheck.publish.chart_series import stretches, thinned

SVG = "{http://www.w3.org/2000/svg}"
START = date(2025, 1, 1)


def days(*numbers: int) -> tuple[date, ...]:
    return tuple(START + timedelta(number) for number in numbers)


def band(maker="Valley maps", at=(0, 30, 60), low=(60.0, 62.0, 61.0), more=1.0) -> Band:
    return Band(maker, days(*at), tuple(low), tuple(value + more for value in low))


def mark(label="Ada Brook: “75%”", at=(10, 10), stated=None) -> Mark:
    return Mark(label, *days(*at), stated or Interval(74.5, 75.5))


def drawn(chart: Chart) -> ET.Element:
    return ET.fromstring(chart_svg(chart))


def words(root: ET.Element) -> str:
    return " ".join(text.text or "" for text in root.iter(f"{SVG}text"))


def of(root: ET.Element, kind: str) -> list[ET.Element]:
    return [element for element in root.iter() if element.get("class") == kind]


def points(path: str) -> list[tuple[float, float]]:
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


CHART = Chart(
    "Share of Upperland",
    "percent",
    (band(), band("Hill maps", low=(58.0, 59.0, 60.0), more=0.0)),
    (mark(), mark("Army: “over 70%”", (5, 25), Interval(70, None, low_open=True))),
    "Valley maps, CC BY 4.0.",
)


def test_everything_stands_in_it():
    root = drawn(CHART)
    said = words(root)
    for text in (CHART.title, "Valley maps", "Hill maps", "Ada Brook: “75%”", "more than 70%"):
        assert text in said
    assert CHART.note in said
    assert len(of(root, "band")) == len(of(root, "mark")) == 2
    # Two in the legend, two in the chart; the second maker shows none contested.
    assert len(of(root, "held")) == 4
    assert len(of(root, "contested")) == 2
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == CHART.title
    assert root.find(f"{SVG}desc").text == (
        "Valley maps: 60% held on 1 January 2025, 61% with contested ground; 61% held on "
        "2 March 2025, 62% with contested ground; between them from 60% to 62% held. "
        "Hill maps: 58% held on 1 January 2025; 60% held on 2 March 2025; "
        "between them from 58% to 60% held. "
        "Claim: Ada Brook: “75%” · 11 January 2025 · 74.5 to 75.5%. "
        "Claim: Army: “over 70%” · 6 January 2025 to 26 January 2025 · more than 70%."
    )


def test_figures_lie_where_the_axis_says():
    root = drawn(CHART)
    labels = {
        float(text.text.rstrip("%")): float(text.get("y")) - 4
        for text in root.iter(f"{SVG}text")
        if text.text.endswith("%") and text.get("text-anchor") == "end"
    }
    low, high = min(labels), max(labels)
    per_point = (labels[low] - labels[high]) / (high - low)
    for value, y in labels.items():
        assert y == pytest.approx(labels[low] - (value - low) * per_point, abs=0.1)
    (held,) = of(of(root, "band")[0], "held")
    ys = [y for _, y in points(held.get("d"))]
    expected = [labels[low] - (value - low) * per_point for value in CHART.bands[0].low]
    assert ys == pytest.approx(expected, abs=0.1)


def test_days_lie_where_the_axis_says():
    firsts = (0, 31, 59, 90, 120, 151)
    root = drawn(Chart("Days", "km2", (band(at=firsts, low=(9.0, 8.0) * 3, more=0),)))
    (held,) = of(of(root, "band")[0], "held")
    shown = {
        text.text: float(text.get("x"))
        for text in root.iter(f"{SVG}text")
        if text.get("text-anchor") == "middle"
    }
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun")
    expected = [x for x, _ in points(held.get("d"))]
    assert [shown[month] for month in months] == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ((0,), [(0, 1)]),
        ((0, 45, 90), [(0, 3)]),
        ((0, 46, 50, 150), [(0, 1), (1, 3), (3, 4)]),
    ],
)
def test_a_line_breaks_where_no_map_was_made(at, expected):
    series = band(at=at, low=(60.0,) * len(at))
    chart = Chart("Gaps", "percent", (series,))
    assert list(stretches(series, frame(chart, 0))) == expected
    (held,) = of(of(drawn(chart), "band")[0], "held")
    assert held.get("d").count("M") == len(expected)


@pytest.mark.parametrize(
    ("stated", "top", "bottom"),
    [
        (Interval(74.5, 75.5), 75.5, 74.5),
        (Interval.point(64), 64, 64),
        (Interval(70, None), None, 70),
        (Interval(None, 62), 62, None),
        (Interval(None, None), None, None),
    ],
)
def test_marks_reach_as_far_as_they_commit(stated, top, bottom):
    claim = mark(stated=stated)
    chart = Chart("Claims", "percent", (band(),), (claim,))
    box = frame(chart, 100)
    left, upper, right, lower = body(claim, box)
    assert left == right == box.x(claim.since)
    assert upper == (box.top if top is None else box.y(top))
    assert lower == (box.bottom if bottom is None else box.y(bottom))
    (shown,) = of(drawn(chart), "mark")
    arrows = [path for path in shown if path.get("d", "").endswith("z")]
    assert len(arrows) == (top is None) + (bottom is None)


@pytest.mark.parametrize(
    "chart",
    [
        Chart("One map", "percent", (band(at=(0,), low=(50.0,)),)),
        Chart("Constant", "km2", (band(low=(5.0, 5.0, 5.0), more=0),)),
        Chart("Zero", "km2", (band(low=(0.0, 0.0, 0.0), more=0),)),
        Chart("All", "percent", (band(low=(100.0, 100.0, 100.0), more=0),)),
        Chart("Below zero", "km2", (band(low=(-5.0, 3.0, 2.0)),)),
        Chart("Huge", "km2", (band(low=(0.0, 1e308, 1e-308)),)),
        Chart("First and last day", "km2", (Band("a", (date.min, date.max), (1, 2), (2, 2)),)),
        Chart("Many", "km2", tuple(band(f"maker {n}") for n in range(30))),
    ],
    ids=lambda chart: chart.title,
)
def test_odd_charts_stay_in_their_frame(chart):
    root = drawn(chart)
    height = float(root.get("height"))
    assert len(of(root, "band")) == len(chart.bands)
    for path in root.iter(f"{SVG}path"):
        if path.get("class") in ("held", "grid"):
            starts = points(re.sub(r"[HV].*", "", path.get("d")))
            assert all(0 <= x <= 800 and 0 <= y <= height for x, y in starts)


@pytest.mark.parametrize(
    ("chart", "axes"),
    [
        (Chart("None", "percent", ()), 0),
        (Chart("Empty", "percent", (Band("Nobody", (), (), ()),)), 0),
        (Chart("Claims", "percent", (), (mark(),)), 1),
    ],
)
def test_without_measurements_it_says_so(chart, axes):
    root = drawn(chart)
    assert "No measurements." in words(root)
    assert "No measurements." in root.find(f"{SVG}desc").text
    assert bool(of(root, "grid")) == bool(axes)


def test_names_cannot_break_out():
    bite = '<script>alert(1)</script>\x1b[31m\x00 & "it\'s" \ud800\u202e]]>'
    chart = Chart(bite, "percent", (band(bite),), (mark(bite),), bite)
    svg = chart_svg(chart)
    root = ET.fromstring(svg)
    assert not list(root.iter(f"{SVG}script"))
    assert "\x1b" not in svg
    assert "\u202e" not in svg
    assert words(root).count("<script>alert(1)</script>�[31m� &") == 4


def test_long_names_wrap():
    root = drawn(Chart("word " * 50, "percent", (band("long " * 80),), (mark("said " * 90),)))
    assert all(len(text.text or "") < 130 for text in root.iter(f"{SVG}text"))


def noise(count: int, seed: int) -> tuple[float, ...]:
    return tuple((number * 7919 + seed * 104729) % 9973 / 100 for number in range(count))


def test_thousands_of_maps_stay_small():
    count = 5000
    bands = tuple(
        Band(f"maker {n}", days(*range(count)), noise(count, n), tuple(100.0 for _ in range(count)))
        for n in range(8)
    )
    assert len(chart_svg(Chart("Noise", "percent", bands)).encode()) < 200_000


def test_the_same_values_give_the_same_picture():
    assert chart_svg(CHART) == chart_svg(CHART)


def test_numbers_of_marks_cover_no_other():
    claims = tuple(mark(f"claim {n}", (n % 3, n % 3), Interval.point(61 + n / 9)) for n in range(9))
    root = drawn(Chart("Crowd", "percent", (band(),), claims))
    circles = [c for c in root.iter(f"{SVG}circle") if c.get("r") == "9"]
    places = {(float(c.get("cx")), float(c.get("cy"))) for c in circles}
    assert len(places) == 18
    assert all(
        max(abs(x - other_x), abs(y - other_y)) >= 18
        for x, y in places
        for other_x, other_y in places
        if (x, y) != (other_x, other_y)
    )


@given(st.lists(st.tuples(st.floats(0, 700), st.floats(0, 300)), min_size=1), st.floats(1, 50))
def test_thinning_keeps_the_ends_and_the_extremes(given_points, column):
    ascending = sorted(given_points)
    kept = thinned(ascending, column)
    assert (kept[0], kept[-1]) == (ascending[0], ascending[-1])
    assert set(kept) <= set(ascending)
    assert {y for _, y in kept} >= {min(y for _, y in ascending), max(y for _, y in ascending)}
    assert len(kept) <= 2 * (700 / column + 1) + 2


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4000), st.floats(0, 100), st.floats(0, 9)), max_size=12),
    st.lists(st.from_type(Interval), max_size=3),
)
def test_any_chart_is_drawn(rows, stated):
    rows = list({row[0]: row for row in sorted(rows)}.values())
    series = Band(
        "any",
        days(*(row[0] for row in rows)),
        tuple(row[1] for row in rows),
        tuple(row[1] + row[2] for row in rows),
    )
    root = drawn(Chart("Any", "km2", (series,), tuple(mark(stated=s) for s in stated)))
    assert len(of(root, "mark")) == len(stated)
    assert "nan" not in ET.tostring(root, encoding="unicode")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((days(0, 1), (1.0,), (1.0,)), "every day wants"),
        ((days(1, 0), (1.0, 1.0), (1.0, 1.0)), "do not ascend"),
        ((days(0), (float("nan"),), (1.0,)), "not a finite number"),
        ((days(0), (2.0,), (1.0,)), "less is held or contested"),
    ],
)
def test_damaged_bands_are_refused(rows, message):
    with pytest.raises(BadValue, match=message):
        Band("maker", *rows)


def test_a_mark_does_not_end_before_it_begins():
    with pytest.raises(BadValue, match="is before"):
        mark(at=(3, 2))
