"""A report or claim on record for a person, or as JSON for a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from groundcheck.ledger.questions.show import Shown
from groundcheck.publish import terminal, words
from groundcheck.publish.json import written
from groundcheck.publish.safe import one_line
from groundcheck.publish.shape import outcome_data, published
from groundcheck.publish.terminal import Screen


def page(found: Shown, screen: Screen) -> str:
    """The claims with what was found, then what the ledger has about the report."""
    return terminal.render(found.outcome, True, screen) + "".join(_record(found, screen))


def _record(found: Shown, screen: Screen) -> Iterator[str]:
    for one in found.appearances:
        day = one.published or "no day"
        where = " · ".join(dict.fromkeys(filter(None, (one.outlet, one.url, one.item))))
        yield screen.block(("appeared  ", "dim"), f"{day}, {one_line(where)}", "", 10)
    for copy in found.copies:
        yield screen.block(("copy      ", "dim"), copy, "", 10)
    for row in found.readings:
        checked = f", checked by {one_line(row.checked_by)}" if row.checked_by else ""
        read = (
            f"{one_line(row.reader)} {one_line(row.version)}: {words.plural(row.claims, 'claim')}"
        )
        yield screen.block(("read by   ", "dim"), f"{read}{checked}", "", 10)
    yield screen.block(("report    ", "dim"), found.outcome.report.id, "", 10)
    if found.key is not None:
        alike = f"{found.key}: {words.plural(found.alike or 0, 'statement')} on record"
        yield screen.block(("is about  ", "dim"), alike, "", 10)


def as_json(found: Shown) -> str:
    """The outcome as ``check`` prints it, with what the ledger has beside it."""
    return written(data(found))


def data(found: Shown) -> dict[str, Any]:
    """The same as objects, arrays, strings, numbers and null."""
    record = {
        "appearances": published(found.appearances),
        "copies": list(found.copies),
        "readings": published(found.readings),
        "proposition": found.key,
        "alike": found.alike,
    }
    return outcome_data(found.outcome, True) | record
