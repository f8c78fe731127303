"""A page's bytes to its letters: by mark, header, declaration, and what the bytes allow."""

from __future__ import annotations

import codecs
import re

from groundcheck.ledger.decoding import guess, marked
from groundcheck.ledger.intake.kinds import charset

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*"
    rb"[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_WHERE = 4096
"""Browsers look through the first 1,024 bytes; pages that say it later are met, too."""
# What browsers take these names for, since pages use the signs of the larger sets.
_LARGER = {"ascii": "windows-1252", "iso8859-1": "windows-1252", "iso8859-9": "windows-1254",
           "gb2312": "gb18030", "gbk": "gb18030"}  # fmt: skip


def decoded_page(
    data: bytes, content_type: str | None, encoding: str | None = None
) -> tuple[str, tuple[str, ...]]:
    """The page's letters, and notes on what was not sure. Never raises.

    ``encoding`` goes before all, a byte-order mark before the header, the header before the
    page's own declaration. Without any it is UTF-8, or else guessed, which is noted. Bytes that
    do not belong to the encoding become U+FFFD.
    """
    named = encoding or marked(data) or charset(content_type) or _declared(data)
    if named is not None:
        named = _LARGER.get(codecs.lookup(named).name, named)
    elif _is_utf8(data):
        named = "utf-8"
    else:
        likely = guess(data)
        return data.decode(likely, "replace"), (f"no encoding is named; read as {likely}",)
    text = data.decode(named, "replace")
    lost = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    return text, (f"some bytes are no {named} and were replaced",) if lost > 0 else ()


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_WHERE])
    if found is None:
        return None
    name = (found[1] or found[2]).decode("ascii")
    # A page that can be read for this declaration is in none of the wide encodings.
    return None if name.lower().startswith(("utf-16", "utf-32")) else charset(f"x; charset={name}")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
