"""A report on record, or one claim of it, with where it appeared and how it was read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from groundcheck.ledger import comparing
from groundcheck.ledger.known import Known
from groundcheck.ledger.questions.ids import CLAIM, id_asked
from groundcheck.ledger.store import Query, View
from groundcheck.model import Appearance, Finding, Outcome


@dataclass(frozen=True, slots=True)
class ReadRow:
    """By which version of which reader the report was read, and what it was checked by."""

    reader: str
    version: str
    checked_by: str
    claims: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on record: ``outcome`` has one claim alone where a claim was asked for.

    ``appearances`` are where the text stood, earliest first, ``copies`` the other reports of
    its group, ``readings`` all readings, of which the last one counts. ``alike`` is the number
    of statements on record about the same as the claim that was asked for, itself included,
    ``key`` what they have in common.
    """

    outcome: Outcome
    appearances: tuple[Appearance, ...]
    copies: tuple[str, ...]
    readings: tuple[ReadRow, ...]
    key: str | None = None
    alike: int | None = None


def show(view: View, beginning: str, known: Known | None = None) -> Shown:
    """What is on record under that id, compared with all else that is.

    ``known`` spares asking for all names again. Raises ``BadValue`` where none begins so, or
    several do.
    """
    found = id_asked(view, beginning)
    if len(found) > CLAIM:
        return _shown(view, view.outcome(found), known)
    said = view.statement(found)
    outcome = view.outcome(said.report)
    shown = _shown(
        view, replace(outcome, claims=(said.claim,), findings=view.findings(found)), known
    )
    key = said.proposition.key
    return replace(shown, key=key, alike=view.count(Query(key=key)))


def on_record(view: View, report: str, *, compared: bool, known: Known | None = None) -> Shown:
    """What is on record of the report with that id, ``compared`` with all else or not.

    Comparing takes long for a report with very many claims. Raises ``BadValue`` where there is
    none.
    """
    outcome = view.outcome(report)
    return _shown(view, outcome, known) if compared else _bare(view, outcome, outcome.findings)


def _shown(view: View, outcome: Outcome, known: Known | None) -> Shown:
    names = known or Known(view)
    beside = (f for claim in outcome.claims for f in comparing.compared(view, claim.id, names))
    return _bare(view, outcome, (*outcome.findings, *beside))


def _bare(view: View, outcome: Outcome, findings: tuple[Finding, ...]) -> Shown:
    report = outcome.report.id
    # The first appearance tells the title and the outlet, which the text does not have.
    return Shown(
        replace(outcome, report=view.report(report), findings=findings),
        view.appearances(report),
        tuple(one for one in view.copies(report) if one != report),
        tuple(
            ReadRow(one.reader, one.version, one.checked_by, len(one.outcome.claims))
            for one in view.readings(report)
        ),
    )
