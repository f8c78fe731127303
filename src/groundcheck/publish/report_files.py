"""Reports with their statements as files for annotators: brat's pairs, Web Annotations.

Of each report only the statements that were asked for are in them. A file's name is its report's
id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from groundcheck.model import Outcome, Record
from groundcheck.publish import brat, web_annotation
from groundcheck.publish.safe import writable


def brat_files(records: Iterable[Record]) -> Iterator[tuple[str, bytes]]:
    """``annotation.conf``, and the text of each report beside its ``.ann``.

    The text is as it was given, but for lone surrogates, which UTF-8 lacks. Who says what is told
    in the claims; the attributions of other words are not on record.
    """
    yield "annotation.conf", brat.configuration().encode()
    for record in records:
        name, outcome = record.outcome.report.id, _asked(record)
        yield f"{name}.txt", writable(outcome.report.text).encode()
        yield f"{name}.ann", writable(brat.render(outcome, ())).encode()


def annotation_files(records: Iterable[Record]) -> Iterator[tuple[str, bytes]]:
    """The annotation collection of each report as JSON-LD, with the findings."""
    for record in records:
        whole = web_annotation.render(_asked(record), checked=True)
        yield f"{record.outcome.report.id}.jsonld", whole.encode()


def _asked(record: Record) -> Outcome:
    claims = tuple(entry.statement.claim for entry in record.entries)
    findings = tuple(finding for entry in record.entries for finding in entry.findings)
    return replace(record.outcome, claims=claims, findings=findings)
