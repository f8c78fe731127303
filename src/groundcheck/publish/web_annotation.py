"""Claims as a W3C Web Annotation collection (JSON-LD), one annotation a claim.

Each annotation points at the claim's words by their position and by the words themselves, so that
they are found again in a copy with other line ends. Its bodies are the kind as a tag, the slots
as JSON, and what each check found in a sentence.
"""

from __future__ import annotations

import json
from typing import Any

from groundcheck.model import Claim, Finding, Outcome, Report, Span
from groundcheck.publish.json import written
from groundcheck.publish.shape import in_order, published

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_URN = "urn:groundcheck"
_AROUND = 32
"""Code points of text before and after the words, by which they are told from the same words."""


def render(outcome: Outcome, checked: bool) -> str:
    """The collection as JSON text; findings only where ``checked``."""
    return written(collection(outcome, checked))


def collection(outcome: Outcome, checked: bool) -> dict[str, Any]:
    """An ``AnnotationCollection`` with all claims on its one page, in the order of the text.

    Ids are URNs made of the hashes of the text and the claim, the same wherever it is read. The
    source is the report's ``url`` where it is known. A report without claims has no page, since
    a page is never empty.
    """
    report = outcome.report
    found: dict[str, list[Finding]] = {}
    for finding in outcome.findings if checked else ():
        found.setdefault(finding.claim, []).append(finding)
    claims = in_order(outcome.claims)
    items = [_annotation(report, claim, found.get(claim.id, [])) for claim in claims]
    name = f"{_URN}:collection:{'check' if checked else 'read'}:{report.id}"
    whole: dict[str, Any] = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": report.title or "Claims of a report",
        "total": len(items),
    }
    if items:
        page = {"id": f"{name}:1", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
        whole["first"] = page | {"items": items}
    return whole


def _annotation(report: Report, claim: Claim, found: list[Finding]) -> dict[str, Any]:
    slots = published(claim)
    for name in ("id", "text", "spans"):
        del slots[name]
    bodies = [
        {"type": "TextualBody", "purpose": "tagging", "value": claim.kind},
        {
            "type": "TextualBody",
            "purpose": "describing",
            # An embedded body has words only, so that the slots are their own JSON text.
            "format": "application/json",
            "value": json.dumps(slots, ensure_ascii=False, allow_nan=False),
        },
    ]
    bodies += [
        {
            "type": "TextualBody",
            "purpose": "assessing",
            "format": "text/plain",
            "language": "en",
            "value": f"{finding.check}: {finding.verdict}. {finding.summary}",
        }
        for finding in found
    ]
    return {
        "id": f"{_URN}:claim:{claim.id}",
        "type": "Annotation",
        "motivation": ["describing", "assessing"] if found else "describing",
        "generator": {"id": f"{_URN}:program", "type": "Software", "name": "Groundcheck"},
        "body": bodies,
        "target": [_target(report, span) for span in claim.spans] or _source(report),
    }


def _source(report: Report) -> dict[str, Any]:
    source = {"id": report.url or f"{_URN}:report:{report.id}", "type": "Text"}
    source |= {"format": "text/plain"} if report.url is None else {}
    return source | ({"language": report.language} if report.language else {})


def _target(report: Report, span: Span) -> dict[str, Any]:
    text = report.text
    return {
        "type": "SpecificResource",
        "source": _source(report),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - _AROUND) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            },
        ],
    }
