"""The names that archives and folders give to their entries: which are taken, and how shown.

Nothing is ever written where an archive says, so a name can do no harm on disk. A name that
tries to is refused all the same: who made it meant to deceive somebody.
"""

from __future__ import annotations

import re
import unicodedata

_DRIVE = re.compile(r"[A-Za-z]:")
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")
"""Control characters, lone surrogates (a name that is not UTF-8) and separators of lines."""
_LEFT_BY_SYSTEMS = ("__MACOSX", "Thumbs.db", "desktop.ini")


def why_refused(name: str) -> str | None:
    """What is wrong with an entry's name as the archive has it; None where nothing is."""
    if any(unicodedata.category(sign) in _UNSEEN for sign in name):
        return "its name holds characters that cannot be shown"
    if "\\" in name:
        return "its name holds a backslash"
    if name.startswith("/") or _DRIVE.match(name):
        return "its name is an absolute path"
    if ".." in name.split("/"):
        return "its name leads out of the source"
    if not tidy(name):
        return "it has no name"
    return None


def tidy(name: str) -> str:
    """``name`` without empty and ``.`` steps: ``./maps//a.geojson`` is ``maps/a.geojson``."""
    return "/".join(step for step in name.split("/") if step not in ("", "."))


def passed_over(name: str) -> bool:
    """Whether a tidy name is hidden, or of the files that operating systems leave behind."""
    return any(step.startswith(".") or step in _LEFT_BY_SYSTEMS for step in name.split("/"))


def shown(name: str) -> str:
    """``name`` on one line, with a sign in place of what cannot be shown."""
    return "".join("�" if unicodedata.category(sign) in _UNSEEN else sign for sign in name)
