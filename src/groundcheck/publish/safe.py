"""Text from a report that is shown to a person: nothing in it may steer the screen.

A report keeps its control characters and direction marks, since offsets count them. What is
shown of it has them replaced one for one by a visible sign, so that no escape sequence reaches
a terminal and no hidden mark reorders the words around it.
"""

from __future__ import annotations

from functools import cache

from groundcheck.model import Span
from groundcheck.text.writable import writable

__all__ = ["one_line", "quoted", "shortened", "visible", "writable"]

# U+061C, U+200E–F, U+202A–E, U+2066–9 reorder what follows them; U+2028–9 break lines.
_DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_BREAKS = (0x2028, 0x2029)
_KEPT = "\n\t"


@cache
def _visible_signs() -> dict[int, str]:
    controls = (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
    signs = dict.fromkeys(controls, "�") | dict.fromkeys(_DIRECTION, "¤")
    signs |= dict.fromkeys(_BREAKS, "↵")
    return {code: sign for code, sign in signs.items() if chr(code) not in _KEPT}


def visible(text: str) -> str:
    """``text`` with the same number of code points and nothing but line ends and tabs unseen.

    Control characters and lone surrogates become ``�``, marks of direction ``¤``, the line and
    paragraph separators ``↵``: signs that most fonts have.
    """
    return text.translate(_visible_signs())


def one_line(text: str) -> str:
    """``text`` made visible, every run of white space one blank."""
    return visible(" ".join(text.split()))


def shortened(text: str, width: int) -> str:
    """``text`` on one line of at most ``width`` code points, cut at a word where it is longer."""
    line = one_line(text[: 4 * width + 400])
    if len(line) <= width:
        return line
    head = line[: width - 1]
    return (head[: head.rfind(" ")] if " " in head[width // 2 :] else head).rstrip(" ,;:") + "…"


def quoted(text: str, spans: tuple[Span, ...], width: int = 2000) -> str:
    """The words at ``spans`` of a report's text on one line, parts joined by " … "."""
    return shortened(" … ".join(span.of(text) for span in spans), width)
