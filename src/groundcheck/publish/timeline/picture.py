"""A timeline as one SVG picture: figures over time above, a row for each source below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from groundcheck.publish import chart
from groundcheck.publish.chart_data import Chart, Mark
from groundcheck.publish.chart_frame import Frame, frame, time_axis, value_axis
from groundcheck.publish.chart_marks import badge, body, numbered, shape
from groundcheck.publish.chart_series import passed
from groundcheck.publish.lettering import NOTE, TICK, paragraph
from groundcheck.publish.safe import shortened
from groundcheck.publish.svg import MARGIN, ROOM, picture, pixels, tag
from groundcheck.publish.timeline import drawing
from groundcheck.publish.timeline.among import MOST, Placed, as_they_are, gathered
from groundcheck.publish.timeline.claimed import Claimed
from groundcheck.publish.timeline.drawing import APART, Link, linked
from groundcheck.publish.timeline.lanes import Lane, lanes
from groundcheck.publish.timeline.periods import Days, Period, period

_EDGE = 14.0
_SLOTS = 16


@dataclass(frozen=True, slots=True)
class Timeline:
    """What to draw: the maps' series and the days to show in ``chart``, and the claims beside them.

    ``chosen`` is the id of a claim to point out.
    """

    chart: Chart
    claims: tuple[Claimed, ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: ``chart`` with its days, the rows, the claims with a figure."""

    chart: Chart
    rows: tuple[Lane, ...]
    placed: tuple[Placed, ...]
    together: Period

    @property
    def many(self) -> bool:
        """Whether there are too many claims with a figure to draw each as it is."""
        return len(self.placed) > MOST


def layout(timeline: Timeline) -> Layout:
    """The claims of the days shown, by source, so taken together that they can be told apart."""
    first, last = timeline.chart.span or _span(timeline)
    together = period(((last - first).days + 1) * APART / ROOM)
    inside = (one for one in timeline.claims if _meets(one, (first, last)))
    rows = lanes(inside, together)
    placed = as_they_are(rows, timeline.chart.unit)
    marks = tuple(
        Mark(
            one.clump.says,
            max(one.clump.days[0], first),
            min(one.clump.days[1], last),
            one.stated,
            one.clump.certain,
        )
        for one in placed
    )
    return Layout(replace(timeline.chart, span=(first, last), marks=marks), rows, placed, together)


def timeline_svg(timeline: Timeline, link: Link = lambda _: "") -> str:
    """The timeline as an SVG file, the same for the same values; marks lead where ``link`` says.

    Above stand the makers' series and the claims with a figure in their unit, below a row for each
    source with all claims. Marks that would cover each other are one, with their number. What
    belongs to a day is in the group of class "days", which can be moved within its edges.
    """
    found = layout(timeline)
    shown, rows = found.chart, found.rows
    head, y = chart.heading(shown)
    parts = [head]
    measured = bool(found.placed) or any(band.days for band in shown.bands)
    if rows or measured:
        box = frame(shown, y + 16)
        if not measured:
            box = replace(box, height=0.0)
        top = box.end + 10
        parts.append(value_axis(box, shown.unit) if measured else "")
        parts.append(drawing.names(rows, (box, top)))
        drawn = [time_axis(box), *_above(found, box, link, timeline.chosen)]
        drawn.append(drawing.marks(rows, (box, top), link, timeline.chosen))
        y = top + drawing.height(rows)
        parts.append(_between(drawn, box, y))
    for text, style in ((_key(found, timeline), TICK), (shown.note, NOTE)):
        told, y = paragraph(text, (MARGIN, y + 12), ROOM, style)
        parts.append(told)
    title = shortened(shown.title, 300)
    linking = any(link(clump) for lane in rows for clump in lane.clumps[:1])
    return picture(title, _says(found), y + 12, parts, "group" if linking else "img")


def _above(found: Layout, box: Frame, link: Link, chosen: str) -> list[str]:
    """The maps' series and the claims among the figures."""
    layers = [
        tag("g", chart.bands(found.chart, box), pointer_events="none"),
        _claims(found, box, link, chosen),
    ]
    # Many claims would cover what the maps show.
    return layers[::-1] if found.many else layers


def _span(timeline: Timeline) -> Days:
    days = [day for band in timeline.chart.bands for day in band.days]
    days += [day for one in timeline.claims for day in (one.since, one.until) if day]
    return (min(days), max(days)) if days else (date(2000, 1, 1), date(2000, 1, 1))


def _meets(one: Claimed, span: Days) -> bool:
    return bool(one.since and one.until and one.since <= span[1] and one.until >= span[0])


def _claims(found: Layout, box: Frame, link: Link, chosen: str) -> str:
    """The claims among the figures.

    The rows below have the same ones, for those who go from one to the next by keyboard or ear.
    """
    each = _gathered if found.many else _each
    drawn = "".join(each(found, box, link, chosen))
    return tag("g", drawn, class_="claims", aria_hidden="true") if drawn else ""


def _each(found: Layout, box: Frame, link: Link, chosen: str) -> Iterator[str]:
    bodies = [body(mark, box) for mark in found.chart.marks]
    lines = [point for band in found.chart.bands for point in passed(band, box)]
    badges = numbered(bodies, box, lines)
    for one, mark, at, (x, y) in zip(found.placed, found.chart.marks, bodies, badges, strict=True):
        inner = shape(mark, at) + badge((one.clump.lane or 0) + 1, x, y)
        yield linked(inner, one.clump, chosen, link(one.clump))


def _gathered(found: Layout, box: Frame, link: Link, chosen: str) -> Iterator[str]:
    slot = (box.values[1] - box.values[0]) / _SLOTS
    marks = gathered(found.placed, found.chart.unit, found.together, slot)
    # Numbers over dots: a dot that is covered is still in its row.
    for mark in sorted(marks, key=lambda mark: len(mark.clump.claims) > 1):
        drawn = drawing.one_of_many(mark, box)
        yield linked(drawn, mark.clump, chosen, link(mark.clump))


def _between(drawn: list[str], box: Frame, bottom: float) -> str:
    """What belongs to a day, as far as it lies within the frame's days."""
    top = box.top - _EDGE
    edge = tag(
        "rect", x=box.left - _EDGE, y=top, width=box.right - box.left + 2 * _EDGE,
        height=bottom - top,
    )  # fmt: skip
    inner = tag(
        "g", "".join(drawn), class_="days", data_left=pixels(box.left), data_right=pixels(box.right)
    )
    clip = tag("clipPath", edge, id="timeline-edge")
    return clip + tag("g", inner, clip_path="url(#timeline-edge)")


def _key(found: Layout, timeline: Timeline) -> str:
    claims, shown = len(timeline.claims), sum(len(lane.claims) for lane in found.rows)
    if not claims:
        return "No claim on record says how things stood here."
    figure = sum(len(one.clump.claims) for one in found.placed)
    what = "a share" if found.chart.unit == "percent" else "an area"
    told = [
        f"{shown:,} of {claims:,} claims speak of these days; the {figure:,} that give {what} "
        "of such ground as the maps show stand above too."
    ]
    if found.many:
        told.append(
            "Above, a number stands at the middle of what so many claims commit to, or at its end "
            "where an arrow says that it goes on; what is not simply stated is in the rows alone."
        )
    elif found.placed:
        told.append("A number beside a mark is that of the row of its source.")
    if any(len(clump.claims) > 1 for lane in found.rows for clump in lane.clumps):
        told.append("A number in a row stands for so many claims of about that time.")
    if not all(clump.certain for lane in found.rows for clump in lane.clumps):
        told.append("Dashed: not simply stated, but hedged, forecast, demanded or denied.")
    return " ".join(told)


def _says(found: Layout) -> str:
    rows = (f"{lane.name}: {len(lane.claims)} claims." for lane in found.rows)
    return " ".join((chart.bands_say(found.chart), *rows))
