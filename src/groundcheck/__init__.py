"""Groundcheck reads reports for claims of who holds how much ground, and checks them.

``read`` gives a report's claims, ``check`` the claims with what every check finds about them,
``confident`` leaves out the claims that were read least surely,
``measure`` what control maps show of a place. ``Ledger`` is a file with all that was said.
Nothing is loaded before one of them is called.
"""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from groundcheck.geo.measure import Row
    from groundcheck.ledger.asking import Layers
    from groundcheck.ledger.ledger_file import Ledger
    from groundcheck.model import Outcome, Report

__all__ = ["Ledger", "__version__", "check", "confident", "measure", "read"]


def read(text: str, published: date | str | None = None) -> Outcome:
    """The claims of a report, with nothing checked.

    A leading ``date 2025-02-20`` in the text is the day of publication; ``published`` goes
    before it, and the outcome's notes say so where the two differ. Raises ``BadValue`` where
    ``published`` is a string that is not a day.
    """
    from dataclasses import replace

    from groundcheck.readers import read_report
    from groundcheck.readers.received import received

    report, notes = received(text, published)
    outcome = read_report(report)
    return replace(outcome, notes=notes + outcome.notes)


def check(
    report: Outcome | Report | str,
    published: date | str | None = None,
    layers: Layers | None = None,
) -> Outcome:
    """The claims of a report, and the findings of every check about them.

    ``report`` is a text, a report, or the outcome of ``read``, which is not read again;
    ``published`` serves a text only. ``layers`` says what to hold claims against, by default
    what comes with the package. Raises ``BadValue`` as ``read`` does.
    """
    from dataclasses import replace

    from groundcheck.checks import check_all
    from groundcheck.ledger.evidence import evidence
    from groundcheck.model import Report
    from groundcheck.readers import read_report

    if isinstance(report, str):
        report = read(report, published)
    outcome = read_report(report) if isinstance(report, Report) else report
    found = check_all(outcome.report, outcome.claims, evidence(layers))
    return replace(outcome, findings=found)


def confident(outcome: Outcome, least: float) -> Outcome:
    """The outcome without the claims whose confidence is below ``least``, nor what is about them.

    A note says how many were left out. A claim that no reader has given a confidence stays.
    Raises ``BadValue`` where ``least`` does not lie between 0 and 1.
    """
    from dataclasses import replace

    from groundcheck.errors import BadValue

    if not 0 <= least <= 1:
        raise BadValue(f"the least confidence: {least:g} does not lie between 0 and 1")
    doubtful = {c.id for c in outcome.claims if c.confidence and c.confidence.claim < least}
    if not doubtful:
        return outcome
    count = "1 claim" if len(doubtful) == 1 else f"{len(doubtful)} claims"
    note = f"Left out: {count} read with a confidence below {least:g}."
    return replace(
        outcome,
        claims=tuple(claim for claim in outcome.claims if claim.id not in doubtful),
        findings=tuple(found for found in outcome.findings if found.claim not in doubtful),
        notes=(*outcome.notes, note),
    )


def measure(
    *places: str,
    on: str | None = None,
    since: str | None = None,
    until: str | None = None,
    by: str = "day",
    layers: Layers | None = None,
) -> tuple[Row, ...]:
    """How much of the places, taken together, each layer shows as held: see ``geo.measure.Row``.

    Places are names or ISO 3166 codes. ``on`` is a day like "2025-02-20", by default that of
    the last map; ``since`` and ``until`` ask for a row for each map between them, or for the
    last of each week or month. Raises ``BadValue`` where no layer at hand covers them.
    """
    from groundcheck.ledger.asking import Layers

    layers = layers or Layers()
    return layers.measure(layers.asked(places, (on, since, until), by))


def __getattr__(name: str) -> Any:
    if name == "Ledger":
        from groundcheck.ledger.ledger_file import Ledger

        return Ledger
    if name == "__version__":
        from importlib.metadata import version

        return version("groundcheck")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
