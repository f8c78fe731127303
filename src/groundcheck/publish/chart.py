"""A chart of what makers' maps show over time, with claims beside it, as one SVG file."""

from __future__ import annotations

from collections.abc import Iterator

from groundcheck.publish import figures
from groundcheck.publish.chart_data import Band, Chart, Mark
from groundcheck.publish.chart_frame import Frame, axes, frame
from groundcheck.publish.chart_marks import RADIUS, badge, marks
from groundcheck.publish.chart_series import passed, sample, series
from groundcheck.publish.legend import legend
from groundcheck.publish.lettering import LABEL, NOTE, TICK, TITLE, paragraph
from groundcheck.publish.safe import shortened
from groundcheck.publish.svg import MARGIN, ROOM, picture
from groundcheck.publish.time_axis import day_in_words, days_in_words

__all__ = ["Band", "Chart", "Mark", "chart_svg"]

_NOTHING = "no measurements"
_SHADED = "The line is ground held; the shading above it is ground held or contested."


def chart_svg(chart: Chart) -> str:
    """The chart as a self-contained SVG file, the same for the same values.

    Days run along the lower axis, figures along the left one, which need not begin at zero and
    says so by its lowest label. A series is broken where two maps lie more than
    ``chart_series.LONGEST_GAP_DAYS`` days apart. A claim's end without limit runs to the edge
    and ends in an arrow. ``<desc>`` has the figures in words.
    """
    head, y = heading(chart)
    parts = [head]
    if chart.marks or any(band.days for band in chart.bands):
        box = frame(chart, y + 16)
        parts += [axes(box, chart.unit), *_drawn(chart, box)]
        y = box.end
    for number, mark in enumerate(chart.marks, 1):
        parts.append(badge(number, MARGIN + RADIUS, y + 18))
        entry, y = paragraph(_mark_says(mark, chart.unit), (MARGIN + 26, y + 9), ROOM - 26, LABEL)
        parts.append(entry)
    note, y = paragraph(chart.note, (MARGIN, y + 14), ROOM, NOTE)
    return picture(shortened(chart.title, 300), _says(chart), y + 12, (*parts, note))


def heading(chart: Chart) -> tuple[str, float]:
    """Title, legend and what the shading means, and where they end below."""
    title, y = paragraph(shortened(chart.title, 300), (MARGIN, 14), ROOM, TITLE)
    samples, y = legend(_legend(chart), y + 8)
    caption, y = paragraph(_caption(chart), (MARGIN, y + 2), ROOM, TICK)
    return title + samples + caption, y


def bands(chart: Chart, box: Frame) -> str:
    """The series of every maker."""
    every = enumerate(chart.bands)
    return "".join(series(band, number, box, len(chart.bands)) for number, band in every)


def _drawn(chart: Chart, box: Frame) -> Iterator[str]:
    yield bands(chart, box)
    lines = [point for band in chart.bands for point in passed(band, box)]
    yield marks(chart.marks, box, lines)


def _legend(chart: Chart) -> Iterator[tuple[str, str]]:
    for number, band in enumerate(chart.bands):
        label = shortened(band.maker, 200)
        yield sample(number, band.contested), label if band.days else f"{label}: {_NOTHING}"


def _caption(chart: Chart) -> str:
    if not any(band.days for band in chart.bands):
        return f"{_NOTHING.capitalize()}."
    return _SHADED if any(band.contested for band in chart.bands) else ""


def _mark_says(mark: Mark, unit: str) -> str:
    when = days_in_words(mark.since, mark.until)
    return f"{shortened(mark.label, 300)} · {when} · {figures.interval(mark.stated, unit)}"


def _says(chart: Chart) -> str:
    """The figures in words, for those who do not see the picture."""
    claims = (f"Claim: {_mark_says(mark, chart.unit)}." for mark in chart.marks)
    return " ".join((bands_say(chart), *claims)).strip()


def bands_say(chart: Chart) -> str:
    """What every series shows, in words."""
    said = [_band_says(band, chart.unit) for band in chart.bands]
    if not any(band.days for band in chart.bands):
        said.append(f"{_NOTHING.capitalize()}.")
    return " ".join(said)


def _band_says(band: Band, unit: str) -> str:
    def shown(value: float) -> str:
        return figures.with_unit(figures.number(value), unit)

    def at(place: int) -> str:
        held, with_contested = band.low[place], band.high[place]
        more = f", {shown(with_contested)} with contested ground" if with_contested > held else ""
        return f"{shown(held)} held on {day_in_words(band.days[place])}{more}"

    if not band.days:
        return f"{shortened(band.maker, 200)}: {_NOTHING}."
    last = len(band.days) - 1
    said = f"{shortened(band.maker, 200)}: {at(0)}"
    if last:
        least, most = (min(band.low), max(band.low))
        said += f"; {at(last)}; between them from {shown(least)} to {shown(most)} held"
    return f"{said}."
