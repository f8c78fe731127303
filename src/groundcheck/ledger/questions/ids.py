"""Which report or claim is meant by the beginning of its id."""

from __future__ import annotations

import re

from groundcheck.errors import BadValue
from groundcheck.ledger.store import View

CLAIM, REPORT = 16, 64
"""The lengths of a claim's and a report's id; see ``model.ids``."""

_ID = re.compile(r"[0-9a-f]{4,64}")


def id_asked(view: View, beginning: str) -> str:
    """The id on record that begins so. Raises ``BadValue`` where there is none, or several."""
    given = beginning.strip().lower()
    if not _ID.fullmatch(given):
        raise BadValue(f"{beginning!r}: wants an id, or at least four of its first letters")
    found = view.ids(given)
    if not found:
        raise BadValue(f"{beginning!r}: no report or claim on record has an id that begins so")
    if len(found) > 1 and given not in found:
        raise BadValue(f"{beginning!r} can be {', '.join(map(_told, found))}: give more of it")
    return given if given in found else found[0]


def report_asked(view: View, beginning: str) -> str:
    """The same for a report; a claim's id is refused with that of its report."""
    found = id_asked(view, beginning)
    if len(found) == CLAIM:
        report = view.statement(found).report
        raise BadValue(f"{beginning!r}: is a claim; the report that it stands in is {report}")
    return found


def _told(id_: str) -> str:
    return f"{id_[:CLAIM]}{'… (a report)' if len(id_) > CLAIM else ' (a claim)'}"
