"""How wide words will be in a picture, and text broken into lines that fit.

Which font a reader's machine has is not known. The widths here are those of DejaVu Sans, the
widest of the families that pictures ask for, so that what fits here fits in all of them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from groundcheck.publish.safe import shortened
from groundcheck.publish.svg import INK, SOFT, tag, words

# Widths in ems.
_WIDTHS = (
    ("iIjlії'|", 0.3),
    (" .,:;!/·‘’", 0.34),
    ("ftr()[]-", 0.42),
    ('“”"–', 0.52),
    ("mwMWжмфшщыюМФЫ@%—…→+=<>", 0.98),
    ("ЖШЩЮ", 1.1),
)
_LOWER, _UPPER, _FULL, _BOLDER = 0.62, 0.75, 1.1, 1.13


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: its size in pixels, its colour, its weight."""

    size: float
    colour: str = INK
    bold: bool = False


TITLE = Style(20, bold=True)
LABEL = Style(13)
TICK = Style(12, SOFT)
NOTE = Style(11, SOFT)


def width(text: str, style: Style) -> float:
    """How many pixels ``text`` takes at most, on one line."""
    return sum(map(_letter, text)) * style.size * (_BOLDER if style.bold else 1)


def lines(text: str, room: float, style: Style) -> list[str]:
    """``text`` in lines no wider than ``room``; a word that is wider is cut."""
    done: list[str] = []
    for word in _pieces(shortened(text, 1500), room, style):
        if done and width(f"{done[-1]} {word}", style) <= room:
            done[-1] += f" {word}"
        else:
            done.append(word)
    return done


def written(text: str, x: float, baseline: float, style: Style, anchor: str = "start") -> str:
    """``text`` on one line; ``anchor`` says which part of it stands at ``x``."""
    look: dict[str, str | float] = {"font_size": style.size, "fill": style.colour}
    if style.bold:
        look["font_weight"] = "bold"
    if anchor != "start":
        look["text_anchor"] = anchor
    return tag("text", words(text), x=x, y=baseline, **look) if text else ""


def paragraph(
    text: str, corner: tuple[float, float], room: float, style: Style
) -> tuple[str, float]:
    """``text`` in lines from its upper left ``corner`` down, and where it ends below."""
    left, top = corner
    leading = 1.35 * style.size
    parts = [
        written(line, left, top + number * leading + style.size, style)
        for number, line in enumerate(lines(text, room, style))
    ]
    return "".join(parts), top + len(parts) * leading


def _letter(letter: str) -> float:
    for letters, ems in _WIDTHS:
        if letter in letters:
            return ems
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _FULL
    return _UPPER if letter.isupper() else _LOWER


def _pieces(text: str, room: float, style: Style) -> Iterator[str]:
    for word in text.split():
        rest = word
        while width(rest, style) > room and len(rest) > 1:
            fits = max(1, int(room / (style.size * _FULL * _BOLDER)))
            yield rest[:fits]
            rest = rest[fits:]
        if rest:
            yield rest
