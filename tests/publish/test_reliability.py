"""The reliability diagram: what is drawn, and in words."""

import xml.etree.ElementTree as ET

import pytest

from groundcheck.publish.reliability import Panel, Point, reliability_svg, wilson

PANELS = [
    Panel("Claims & more", [Point(40, 0.75, 0.7), Point(1200, 0.96, 0.95)]),
    Panel("Slots", [Point(5, 0.15, 0.0)]),
]


def drawn(panels=PANELS):
    return ET.fromstring(reliability_svg("How it holds", panels, "A note."))


def test_every_point_is_drawn_with_its_bar_and_its_count():
    svg = drawn()
    for kind in ("point", "bar"):
        assert len([e for e in svg.iter() if e.get("class") == kind]) == 3
    texts = [e.text for e in svg.iter() if e.tag.endswith("text")]
    assert {"Claims & more", "Slots", "40", "1,200", "5", "A note."} <= set(texts)


def test_a_point_that_holds_lies_on_the_diagonal():
    def place(said, right):
        svg = drawn([Panel("", [Point(9, said, right)])])
        point = next(e for e in svg.iter() if e.get("class") == "point")
        return float(point.get("cx")), float(point.get("cy"))

    (x, y), (further, higher) = place(0.2, 0.2), place(0.8, 0.8)
    assert further - x == pytest.approx(y - higher)
    assert place(0.2, 0.5)[1] < y


def test_the_figures_are_told_in_words():
    said = next(e.text for e in drawn().iter() if e.tag.endswith("desc"))
    assert "75% said, 70% right of 40" in said
    assert "Nothing: nothing." in drawn([Panel("Nothing", [])])[1].text


@pytest.mark.parametrize(
    ("point", "low", "high"),
    # Newcombe, Statistics in Medicine 17 (1998), table I.
    [
        (Point(263, 0, 81 / 263), 0.2553, 0.3662),
        (Point(148, 0, 15 / 148), 0.0624, 0.1605),
        (Point(20, 0, 0.0), 0.0, 0.1611),
        (Point(29, 0, 1 / 29), 0.0061, 0.1718),
    ],
)
def test_intervals_are_wilsons(point, low, high):
    assert wilson(point) == pytest.approx((low, high), abs=1e-4)
