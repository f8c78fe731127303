"""Text that can be written as UTF-8."""

from __future__ import annotations

import re

_LONE = re.compile("[\ud800-\udfff]")


def writable(text: str) -> str:
    """``text`` with U+FFFD for each lone surrogate, which UTF-8 has no form for; else as it is."""
    return _LONE.sub("\ufffd", text)
