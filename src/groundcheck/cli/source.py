"""From FILE or stdin to a report's text, or one clear line why not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from groundcheck.errors import UnreadableInput
from groundcheck.ledger.decoding import LIMIT, decoded

_LONG = 2**18


def read_text(name: str, encoding: str | None = None) -> str:
    """The text of the file ``name``, or of stdin for ``-``, with its line ends as they are.

    The encoding is UTF-8, or UTF-16 or UTF-32 with a byte-order mark (which is no part of the
    text), unless ``encoding`` names another. Raises ``UnreadableInput`` for what is missing,
    empty, binary, larger than ``LIMIT`` or in another encoding.
    """
    text = decoded(_read_bytes(name), "stdin" if name == "-" else name, encoding)
    if len(text) > _LONG and sys.stderr.isatty():
        print(f"reading {len(text):,} characters …", file=sys.stderr)  # noqa: T201
    return text


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
