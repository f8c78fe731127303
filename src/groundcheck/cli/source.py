"""From FILE or stdin to a report's text, or one clear line why not."""

from __future__ import annotations

import codecs
import sys
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from groundcheck.errors import BadValue, UnreadableInput

LIMIT = 2 * 2**20
"""A long book has this much; the rules take about half a minute for each MiB."""
_LONG = 2**18

# Four-byte marks stand first: UTF-32's begins with UTF-16's.
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "a rich-text document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x7fELF": "a program",
}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r"))
_MOST_CONTROLS = 0.1
"""A text with a larger share of control characters than this is taken for binary."""


def read_text(name: str, encoding: str | None = None) -> str:
    """The text of the file ``name``, or of stdin for ``-``, with its line ends as they are.

    The encoding is UTF-8, or UTF-16 or UTF-32 with a byte-order mark (which is no part of the
    text), unless ``encoding`` names another. Raises ``UnreadableInput`` for what is missing,
    empty, binary, larger than ``LIMIT`` or in another encoding.
    """
    data = _read_bytes(name)
    if len(data) > LIMIT:
        most = f"larger than {LIMIT // 2**20} MiB, the most read as one report"
        raise UnreadableInput(f"{_shown(name)}: {most}; split it")
    text = _decoded(data, name, encoding)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise UnreadableInput(f"{_shown(name)}: empty, there is nothing to read")
    if len(text) > _LONG and sys.stderr.isatty():
        print(f"reading {len(text):,} characters …", file=sys.stderr)  # noqa: T201
    return text


def _shown(name: str) -> str:
    return "stdin" if name == "-" else name


def _read_bytes(name: str) -> bytes:
    if name == "-":
        return _up_to_limit(sys.stdin.buffer)
    try:
        with Path(name).open("rb") as file:
            return _up_to_limit(file)
    except IsADirectoryError:
        raise UnreadableInput(f"{name}: a directory, not a file") from None
    except FileNotFoundError:
        raise UnreadableInput(f"{name}: no such file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(f"{name}: {reason.lower()}") from None


def _up_to_limit(file: BinaryIO) -> bytes:
    return file.read(LIMIT + 1)


def _decoded(data: bytes, name: str, encoding: str | None) -> str:
    if encoding is None:
        encoding = next((kind for mark, kind in _MARKS.items() if data.startswith(mark)), "utf-8")
    if encoding == "utf-8":
        _refuse_binary(data, name)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{_shown(name)}: {_why_not(error)}") from None
    except UnicodeError as error:
        raise UnreadableInput(f"{_shown(name)}: not {encoding}: {error}") from None
    except (LookupError, ValueError):
        raise BadValue(f"--encoding: {encoding!r} is not the name of an encoding") from None
    if "\0" in text:
        raise UnreadableInput(f"{_shown(name)}: binary, not a text")
    return text


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise UnreadableInput(f"{_shown(name)}: {what}, not a text; convert it to text first")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        raise UnreadableInput(f"{_shown(name)}: binary, not a text")


def _why_not(error: UnicodeDecodeError) -> str:
    byte = error.object[error.start]
    where = f"byte 0x{byte:02x} at {error.start}"
    if error.encoding != "utf-8":
        return f"not {error.encoding} ({where}): {error.reason}"
    guess = _guess(error.object)
    return f"not UTF-8 ({where}); it may be {guess}: convert it or pass --encoding {guess}"


def _guess(data: bytes) -> str:
    """The likelier of two old encodings: Cyrillic text has runs of high bytes, Western has not."""
    sample = data[: 2**16]
    high = [byte >= 0xC0 for byte in sample]
    runs = sum(1 for left, right in pairwise(high) if left and right)
    return "windows-1251" if runs * 2 > sum(high) else "windows-1252"
