"""Where a rendering goes: stdout or a file, with colour and width as the terminal has them."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from groundcheck.errors import InputError

if TYPE_CHECKING:
    from groundcheck.model import Outcome
    from groundcheck.publish.terminal import Screen


class Format(StrEnum):
    """The formats of ``--format``."""

    text = "text"
    json = "json"
    html = "html"
    brat = "brat"
    webannotation = "webannotation"


@dataclass(frozen=True, slots=True)
class Target:
    """In which format, to which file (``None`` is stdout), and whether text shows the working."""

    kind: Format = Format.text
    file: Path | None = None
    working: bool = False

    def encoding(self, given: str | None) -> str | None:
        """The encoding to read a report in: brat knows UTF-8 alone and counts its mark."""
        return given or ("utf-8" if self.kind is Format.brat else None)

    def spares(self, source: str) -> None:
        """Raise ``InputError`` where writing would destroy the report that is read."""
        if self.file is not None and source != "-" and self.file.exists():
            given = Path(source)
            if given.exists() and given.samefile(self.file):
                raise InputError(f"{self.file}: is the report itself; choose another --output")


def write(outcome: Outcome, checked: bool, target: Target) -> None:
    """Render the outcome and write it. Raises ``InputError`` where it cannot be written."""
    rendered = _rendered(outcome, checked, target)
    if target.file is None:
        write_out(rendered, "utf-8" if target.kind is not Format.text else None)
        return
    try:
        target.file.write_bytes(rendered.encode("utf-8", "replace"))
    except (OSError, ValueError) as error:
        raise InputError(f"{target.file}: {_reason(error)}") from None


def write_out(text: str, encoding: str | None = None) -> None:
    """Write to stdout, by default in its own encoding, where what it lacks becomes "?"."""
    encoding = encoding or sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding, "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InputError(f"stdout: {_reason(error)}") from None


def write_bytes(content: bytes, file: Path | None) -> None:
    """Write to ``file`` or to stdout as it is. Raises ``InputError`` where it cannot be written."""
    try:
        if file is not None:
            file.write_bytes(content)
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise InputError(f"{file or 'stdout'}: {_reason(error)}") from None


def write_picture(svg: str, file: Path | None, kind: str = "") -> None:
    """Write a picture as SVG, or as PNG where ``kind`` or else the file's name says so."""
    named = file.suffix.lower().removeprefix(".") if file is not None else ""
    if (kind or named) == "png":
        from groundcheck.publish.png import png

        write_bytes(png(svg), file)
    else:
        write_bytes(svg.encode(), file)


def write_stream(parts: Iterable[bytes]) -> None:
    """Write the parts to stdout as they come. Raises ``InputError`` where it cannot be written."""
    for part in parts:
        write_bytes(part, None)


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _rendered(outcome: Outcome, checked: bool, target: Target) -> str:
    if target.kind is Format.json:
        from groundcheck.publish import json

        return json.render(outcome, checked)
    if target.kind is Format.html:
        from groundcheck.publish import html

        return html.render(outcome, checked)
    if target.kind is Format.webannotation:
        from groundcheck.publish import web_annotation

        return web_annotation.render(outcome, checked)
    if target.kind is Format.brat:
        from groundcheck.publish import brat
        from groundcheck.readers.relations import find_relations

        return brat.render(outcome, find_relations(outcome.report))
    from groundcheck.publish import terminal

    return terminal.render(outcome, checked, screen_for(target.file, target.working))


def screen_for(file: Path | None, working: bool = False) -> Screen:
    """What text is drawn for: the terminal as it is, or 80 columns without colour in a file."""
    from groundcheck.publish.terminal import Screen

    at_terminal = file is None and sys.stdout.isatty()
    columns = shutil.get_terminal_size((80, 24)).columns if file is None else 80
    colour = file is None and _wants_colour(at_terminal)
    return Screen(max(40, min(columns, 140)), colour, working)


def _wants_colour(at_terminal: bool) -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return at_terminal or bool(os.environ.get("FORCE_COLOR"))
