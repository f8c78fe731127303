"""A map for a page: the same drawing as in a file, in parts that a script can draw anew.

The legend, the figures and the sources stand around it as text. Nothing is cut here: ground is
clipped by the outlines, and what two maps share is the one clipped by the other. So another day is
no more than another path.
"""

from __future__ import annotations

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from groundcheck.publish.lettering import Style, written
from groundcheck.publish.map_data import Held
from groundcheck.publish.map_frame import MapFrame, bar, map_frame, outline, projection
from groundcheck.publish.map_ground import sound
from groundcheck.publish.map_looks import LOOKS, ground, hatches, sample
from groundcheck.publish.map_names import names
from groundcheck.publish.svg import FONT, INK, WIDTH, pixels, tag, words

_TOP = 8.0
_BIG, _BIGGER = Style(14), Style(19)
_POINT = 5.0

Named = tuple[str, str, BaseGeometry]
"""Id, name and outline of a region."""


@dataclass(frozen=True, slots=True)
class PageMap:
    """One or two makers' maps of the same regions; ``says`` puts into words what they show.

    There is at least one outline that is not empty. ``layers`` are one maker's map or, to see
    where they differ, two makers'; of a maker without a map that day ``None``. In ``silent``
    regions a map is not whole, so that what it does not show says nothing: they are left blank,
    and two maps are not held against each other there. ``key`` tells the drawing apart from
    others on the page, whose layers are numbered on from ``number``. ``small`` is one of two
    beside each other. ``points`` are towns to be marked.
    """

    title: str
    says: str
    outlines: tuple[Named, ...]
    layers: tuple[Held | None, ...]
    key: str
    number: int = 0
    small: bool = False
    points: tuple[tuple[str, float, float], ...] = ()
    silent: frozenset[str] = frozenset()


def looks(count: int) -> tuple[str, ...]:
    """The looks of the grounds on a map of so many layers, in the legend's order."""
    if count == 1:
        return "held", "open", "rest", "silent"
    return "both", "first", "second", "open first", "open second", "rest", "silent"


def page_map(shown: PageMap) -> str:
    """The map as an SVG element to stand in a page; the same for the same values."""
    frame = frame_of(shown)
    style = _BIGGER if shown.small else _BIG
    height = frame.bottom + 34
    many = len(shown.outlines) > 1
    shapes = [(name, shape) for _, name, shape in shown.outlines]
    parts = (
        tag("title", words(shown.title)) + tag("desc", words(shown.says)),
        _definitions(shown, frame),
        tag("g", _regions(shown)),
        tag(
            "g", _grounds(shown, frame), clip_path=f"url(#land-{shown.key})", pointer_events="none"
        ),
        tag("g", _lines(shown), pointer_events="none"),
        tag(
            "g", names(shapes, frame, style) if many else "", class_="names", pointer_events="none"
        ),
        tag("g", _points(shown, frame, style), pointer_events="none"),
        bar(frame, frame.bottom + 12, style),
    )
    placed = {
        "data_west": repr(frame.west),
        "data_north": repr(frame.north),
        "data_left": repr(frame.left),
        "data_top": repr(frame.top),
        "data_across": repr(frame.across),
        "data_down": repr(frame.per_degree),
    }
    size = f"0 0 {pixels(WIDTH)} {pixels(height)}"
    return tag("svg", "".join(parts), viewBox=size, role="img", font_family=FONT, **placed)


def frame_of(shown: PageMap) -> MapFrame:
    """Where the map is drawn."""
    bounds = shapely.total_bounds([shape for _, _, shape in shown.outlines])
    return map_frame(shapely.box(*bounds), _TOP)


def scale_words(shown: PageMap) -> str:
    """The projection, in words."""
    return projection(frame_of(shown))


def samples(count: int, key: str) -> dict[str, str]:
    """The legend's samples by look, which use the hatches of the map with this ``key``."""
    return {look: sample(look, key) for look in looks(count)}


def _definitions(shown: PageMap, frame: MapFrame) -> str:
    """What is used more than once: the outlines, by ``_id``, and what clips."""
    numbered = list(enumerate(shown.outlines))
    parts = [
        tag("path", id=_id(shown, number), d=outline(shape, frame), clip_rule="evenodd")
        for number, (_, _, shape) in numbered
    ]
    alone = len(shown.layers) == 1
    land = "".join(
        tag("use", href=f"#{_id(shown, number)}")
        for number, (id_, _, _) in numbered
        if alone or id_ not in shown.silent
    )
    parts.append(tag("clipPath", land, id=f"land-{shown.key}"))
    if len(shown.layers) == 2:
        held = _held(shown.layers[0], frame)
        path = tag("path", d=held, clip_rule="evenodd", data_ground=f"{shown.number} held")
        parts.append(tag("clipPath", path, id=f"one-{shown.key}"))
    return tag("defs", "".join(parts)) + hatches(list(looks(len(shown.layers))), shown.key)


def _id(shown: PageMap, number: int) -> str:
    return f"region-{shown.key}-{number}"


def _regions(shown: PageMap) -> str:
    parts = []
    for number, (id_, _, _) in enumerate(shown.outlines):
        look = "silent" if id_ in shown.silent else "rest"
        style = {"class_": look, "fill": LOOKS[look].tone, "fill_rule": "evenodd"}
        parts.append(tag("use", href=f"#{_id(shown, number)}", data_region=id_, **style))
    return "".join(parts)


def _grounds(shown: PageMap, frame: MapFrame) -> str:
    drawn = [(_held(each, frame), _open(each, frame)) for each in shown.layers]
    if len(drawn) == 1:
        ((held, open_),) = drawn
        return _told("open", open_, shown, 0) + _told("held", held, shown, 0)
    (first, open_first), (second, open_second) = drawn
    both = _told("both", second, shown, 1)
    return (
        _told("first", first, shown, 0)
        + _told("second", second, shown, 1)
        + tag("g", both, clip_path=f"url(#one-{shown.key})")
        + _told("open first", open_first, shown, 0)
        + _told("open second", open_second, shown, 1)
    )


def _told(look: str, path: str, shown: PageMap, layer: int) -> str:
    status = "contested" if look.startswith("open") else "held"
    return ground(look, path, shown.key, data_ground=f"{shown.number + layer} {status}")


def _held(layer: Held | None, frame: MapFrame) -> str:
    return "" if layer is None else outline(sound(layer.held), frame)


def _open(layer: Held | None, frame: MapFrame) -> str:
    return "" if layer is None else outline(sound(layer.contested), frame)


def _lines(shown: PageMap) -> str:
    look = {"fill": "none", "stroke": INK, "stroke_width": "1.2", "stroke_linejoin": "round"}
    steady = {"vector_effect": "non-scaling-stroke"}
    return "".join(
        tag("use", class_="outline", href=f"#{_id(shown, number)}", data_line=id_, **look, **steady)
        for number, (id_, _, _) in enumerate(shown.outlines)
    )


def _points(shown: PageMap, frame: MapFrame, style: Style) -> str:
    parts, bold = [], Style(style.size, bold=True)
    for name, longitude, latitude in shown.points:
        x, y = frame.at(longitude, latitude)
        mark = tag("circle", class_="town", cx=x, cy=y, r=_POINT, fill=INK)
        parts.append(mark + written(name, x + 2 * _POINT, y + _POINT, bold))
    return "".join(parts)
