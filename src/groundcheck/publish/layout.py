"""Breaking text into lines by the columns it takes on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, chop_cells


def wrapped(text: str, width: int, taken: int = 0) -> list[str]:
    """The text in lines of at most ``width`` columns, broken at blanks; at least one line.

    ``taken`` columns of the first line are in use already, which then may stay empty. A word
    longer than a line is cut. East Asian letters take two columns.
    """
    lines, line, used = [], "", taken
    for word in _pieces(text, width):
        columns = cell_len(word)
        blank = 1 if line else 0
        if used + blank + columns > width and used:
            lines.append(line)
            line, used = word, columns
        else:
            line, used = f"{line} {word}" if blank else word, used + blank + columns
    return [*lines, line]


def _pieces(text: str, width: int) -> Iterator[str]:
    for word in text.split(" "):
        if len(word) * 2 <= width or cell_len(word) <= width:
            yield word
        else:
            yield from chop_cells(word, max(2, width))
