"""The one place that draws: what every picture is made of, as text in SVG.

Colours and letters stand in attributes, so that a picture saved alone looks as it does in a page.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from html import escape

from groundcheck.publish.safe import one_line

WIDTH, MARGIN = 800.0, 20.0
ROOM = WIDTH - 2 * MARGIN
INK, SOFT, LINE, PAPER = "#1d1c1a", "#5b5850", "#d9d5ca", "#ffffff"
FONT = "DejaVu Sans, Roboto, Helvetica, Arial, sans-serif"


def tag(name: str, content: str = "", /, **attributes: str | float) -> str:
    """One element: ``content`` is markup already, attributes are escaped here.

    Numbers are rounded to a tenth of a pixel. In an attribute's name ``_`` stands for ``-``,
    and one at its end for nothing (``class_``).
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def words(text: str) -> str:
    """Text from anywhere as content: escaped, on one line, its control characters visible."""
    return escape(one_line(text))


def pixels(value: float) -> str:
    """A length or place to a tenth of a pixel: "12", "12.5"."""
    shown = f"{value:.1f}"
    shown = shown.removesuffix(".0")
    return "0" if shown == "-0" else shown


def line(points: Iterable[tuple[float, float]]) -> str:
    """Path data through the points, ``""`` where there is none."""
    inner = " ".join(f"{pixels(x)} {pixels(y)}" for x, y in points)
    return f"M{inner}" if inner else ""


def picture(title: str, says: str, height: float, parts: Iterable[str], role: str = "img") -> str:
    """A whole SVG file of ``WIDTH`` by ``height`` pixels; ``says`` puts its figures in words.

    One with links in it has the ``role`` "group": whoever does not see it must get at these.
    """
    size = f"0 0 {pixels(WIDTH)} {pixels(height)}"
    ground = tag("rect", width=WIDTH, height=height, fill=PAPER)
    inner = tag("title", words(title) or "Untitled") + tag("desc", words(says)) + ground
    return tag(
        "svg",
        inner + "".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=size,
        width=WIDTH,
        height=height,
        role=role,
        font_family=FONT,
    )


def step(low: float, high: float, wanted: int = 4) -> float:
    """The round distance (1, 2 or 5 times a power of ten) that leaves at most ``wanted`` steps."""
    rough = (high - low) / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)


def ticks(low: float, high: float, wanted: int = 4) -> tuple[list[float], int]:
    """Round figures between the two ends, and the decimals that tell them apart."""
    return multiples(low, high, step(low, high, wanted))


def multiples(low: float, high: float, size: float) -> tuple[list[float], int]:
    """The multiples of ``size`` between the two ends, and the decimals that tell them apart."""
    first, last = math.ceil(round(low / size, 6)), math.floor(round(high / size, 6))
    return [n * size for n in range(first, last + 1)], max(0, -math.floor(math.log10(size)))


def _attribute(value: str | float) -> str:
    return escape(one_line(value)) if isinstance(value, str) else pixels(value)
