"""From bytes to a report's text, or one clear line why they are none."""

from __future__ import annotations

import codecs
from itertools import pairwise

from groundcheck.errors import BadValue, UnreadableInput

LIMIT = 2 * 2**20
"""A long book has this much; the rules take about half a minute for each MiB."""
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
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"\x7fELF": "a program",
}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r"))
_MOST_CONTROLS = 0.1
"""A text with a larger share of control characters than this is taken for binary."""


def decoded(data: bytes, shown: str, encoding: str | None = None) -> str:
    """The text that ``data`` is, with its line ends as they are.

    The encoding is UTF-8, or UTF-16 or UTF-32 with a byte-order mark (which is no part of the
    text), unless ``encoding`` names another. Raises ``UnreadableInput``, with ``shown`` before
    the reason, for what is empty, binary, larger than ``LIMIT`` or in another encoding.
    """
    if len(data) > LIMIT:
        most = f"larger than {LIMIT // 2**20} MiB, the most read as one report"
        raise UnreadableInput(f"{shown}: {most}; split it")
    if encoding is None:
        encoding = marked(data) or "utf-8"
    if encoding == "utf-8":
        _refuse_binary(data, shown)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{shown}: {_why_not(error)}") from None
    except UnicodeError as error:
        raise UnreadableInput(f"{shown}: not {encoding}: {error}") from None
    except (LookupError, ValueError):
        raise BadValue(f"--encoding: {encoding!r} is not the name of an encoding") from None
    if "\0" in text:
        raise UnreadableInput(f"{shown}: binary, not a text")
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise UnreadableInput(f"{shown}: empty, there is nothing to read")
    return text


def marked(data: bytes) -> str | None:
    """The encoding that a byte-order mark at the start names; None where there is none."""
    return next((kind for mark, kind in _MARKS.items() if data.startswith(mark)), None)


def _refuse_binary(data: bytes, shown: str) -> None:
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise UnreadableInput(f"{shown}: {what}, not a text; convert it to text first")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        raise UnreadableInput(f"{shown}: binary, not a text")


def _why_not(error: UnicodeDecodeError) -> str:
    byte = error.object[error.start]
    where = f"byte 0x{byte:02x} at {error.start}"
    if error.encoding != "utf-8":
        return f"not {error.encoding} ({where}): {error.reason}"
    likely = guess(error.object)
    return f"not UTF-8 ({where}); it may be {likely}: convert it or pass --encoding {likely}"


def guess(data: bytes) -> str:
    """The likelier of two old encodings: Cyrillic text has runs of high bytes, Western has not."""
    sample = data[: 2**16]
    high = [byte >= 0xC0 for byte in sample]
    runs = sum(1 for left, right in pairwise(high) if left and right)
    return "windows-1251" if runs * 2 > sum(high) else "windows-1252"
