"""Ids and names of any kind as one step of an address, and back.

A browser takes ``..`` out of an address, a proxy may refuse ``%2F``, and what follows the last dot
is the form that is asked for. So these signs stand as ``~`` and their bytes in hexadecimal.
"""

from __future__ import annotations

import re
from urllib.parse import quote

_ODD = re.compile(r"[~./\\\x00-\x1f\x7f\ud800-\udfff]")
_CODES = re.compile(r"(?:~[0-9A-F]{2})+")


def in_path(name: str) -> str:
    """The name as a step of a path; ``~`` alone is the empty one."""
    safe = _ODD.sub(lambda odd: _coded(odd[0]), name)
    return quote(safe, safe="~:,'!()*") if name else "~"


def from_path(step: str) -> str:
    """The name that ``in_path`` made the step of, once the server has undone ``%``."""
    return "" if step == "~" else _CODES.sub(_decoded, step)


def _coded(odd: str) -> str:
    return "".join(f"~{byte:02X}" for byte in odd.encode("utf-8", "surrogatepass"))


def _decoded(codes: re.Match[str]) -> str:
    found = bytes.fromhex(codes[0].replace("~", ""))
    try:
        return found.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return codes[0]
