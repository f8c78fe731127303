"""A map of who holds what on a day, by one maker or as two makers differ, as one SVG file."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from groundcheck.publish import figures
from groundcheck.publish.legend import legend
from groundcheck.publish.lettering import LABEL, NOTE, TITLE, paragraph
from groundcheck.publish.map_data import ControlMap, Held
from groundcheck.publish.map_frame import MapFrame, map_frame, outline, scale_bar
from groundcheck.publish.map_ground import Ground, cut, region, sound
from groundcheck.publish.map_looks import ground, hatches, sample
from groundcheck.publish.map_names import NAME, names
from groundcheck.publish.safe import shortened
from groundcheck.publish.svg import INK, MARGIN, ROOM, picture, tag

__all__ = ["ControlMap", "Held", "map_svg"]

_NOTHING = "No ground to show."


def map_svg(shown: ControlMap) -> str:
    """The map as a self-contained SVG file, the same for the same values.

    Of one layer held ground is filled and contested ground hatched; of two, what both show as
    held has one tone, what only one shows a hatch of its own, and contested ground a dashed
    line. Areas in the legend are geodesic and of the shapes at full detail; the drawing is
    equirectangular and leaves out what is smaller than half a pixel. ``<desc>`` has the areas
    in words.
    """
    heading = shortened(shown.title, 300)
    title, y = paragraph(heading, (MARGIN, 14), ROOM, TITLE)
    whole = region(shown)
    if whole.is_empty:
        says, y = paragraph(_NOTHING, (MARGIN, y + 8), ROOM, LABEL)
        note, y = paragraph(shown.note, (MARGIN, y + 10), ROOM, NOTE)
        return picture(heading, _NOTHING, y + 12, (title, says, note))
    grounds = cut(shown, whole)
    says = _says(shown, grounds)
    key = sha256(f"{heading} {says}".encode()).hexdigest()[:8]
    frame = map_frame(whole, y + 12)
    bar, y = scale_bar(frame, frame.bottom + 16)
    # What is not held lies below all else, and is the least of the legend.
    entries = [(sample(part.look, key), _entry(part)) for part in (*grounds[1:], grounds[0])]
    samples, y = legend(entries, y + 12)
    note, y = paragraph(shown.note, (MARGIN, y + 6), ROOM, NOTE)
    drawn = [ground(part.look, outline(part.shape, frame), key) for part in grounds]
    parts = [title, hatches([part.look for part in grounds], key), *drawn, _outlines(shown, frame)]
    return picture(heading, says, y + 12, (*parts, bar, samples, note))


def _entry(part: Ground) -> str:
    return f"{part.label}: {figures.with_unit(figures.number(part.km2), 'km2')}"


def _outlines(shown: ControlMap, frame: MapFrame) -> str:
    parts = []
    shapes = [(name, sound(shape)) for name, shape in shown.outlines]
    for _, shape in shapes:
        path = outline(shape, frame)
        look = {"fill": "none", "stroke": INK, "stroke_width": "1.2", "stroke_linejoin": "round"}
        parts.append(tag("path", class_="outline", d=path, **look))
    # The title names a single region already.
    return "".join(parts) + (names(shapes, frame, NAME) if len(shapes) > 1 else "")


def _says(shown: ControlMap, grounds: Sequence[Ground]) -> str:
    named = ", ".join(shortened(name, 120) for name, _ in shown.outlines)
    areas = "; ".join(map(_entry, grounds))
    return f"{named}: {areas}." if named else f"{areas}."
