"""Reading and checking one text after another, in a process of its own or not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from groundcheck.ledger.intake import Given
from groundcheck.model import Appearance, Filed, Outcome, Report
from groundcheck.readers import Reader, TaggedReader, read_report
from groundcheck.readers.received import received

if TYPE_CHECKING:
    from groundcheck.checks import EvidenceBase


@dataclass(frozen=True, slots=True)
class Text:
    """A text to read: the report, where it appeared, and what is to be noted about both."""

    report: Report
    appearance: Appearance
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts are read: checked or not, against the layers in ``store`` (it need not exist).

    ``checked_by`` names the checks and what they rest on; see ``checked_by`` below.
    """

    checks: bool = True
    store: Path | None = None
    checked_by: str = ""

    def begin(self) -> Callable[[Text], Filed]:
        """Load what is needed once; what is returned reads one text.

        Raises ``DataError`` where the store is damaged.
        """
        from groundcheck.checks import check_all  # noqa: PLC0415

        by = reader()
        base = evidence_for_many(self.store) if self.checks else None

        def read(text: Text) -> Filed:
            outcome = read_report(text.report, by)
            outcome = replace(outcome, notes=(*text.notes, *outcome.notes))
            if base is not None:
                found = check_all(outcome.report, outcome.claims, base)
                outcome = replace(outcome, findings=found)
            return Filed(outcome, text.appearance, by.name, by.version, self.checked_by)

        return read


def evidence_for_many(store: Path | None) -> EvidenceBase:
    """What one report after another is checked against, with the layers in ``store``, read once.

    Raises ``DataError`` where the store is damaged.
    """
    from groundcheck.ledger.asking import Layers  # noqa: PLC0415
    from groundcheck.ledger.evidence import evidence  # noqa: PLC0415

    base = evidence(Layers(store))
    return replace(base, points=cache(base.points))


def reader() -> Reader:
    """The reader whose readings go on record."""
    return TaggedReader()


def text_of(given: Given) -> Text:
    """The text as a report; a day that the item gives goes before one at the text's head."""
    report, notes = received(given.text, given.published)
    report = replace(
        report,
        url=given.url,
        publisher=given.publisher,
        title=given.title,
        language=given.language,
    )
    appearance = Appearance(
        report.id, given.item, report.published, given.url, given.publisher, given.title
    )
    return Text(report, appearance, (*given.notes, *notes))


def known_text(text: Text) -> Filed:
    """A text whose reading is on record, brought for where it appeared alone."""
    by = reader()
    return Filed(Outcome(text.report), text.appearance, by.name, by.version)


def checked_by(store: Path | None) -> str:
    """The program's version and a hash of every layer that checks rest on.

    Raises ``DataError`` where the store is damaged.
    """
    import groundcheck  # noqa: PLC0415
    from groundcheck.ledger.evidence import figures  # noqa: PLC0415

    rests_on = sorted((one.layer, one.holder, *one.inputs) for one in figures(store))
    digest = hashlib.sha256("\n".join("|".join(one) for one in rests_on).encode())
    return f"{groundcheck.__version__} {digest.hexdigest()[:12]}"
