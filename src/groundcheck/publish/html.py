"""One self-contained page: the report with its claims marked, and beside it what was found.

No script, no font and nothing else is loaded; the page's own policy forbids it. Whatever comes
from the report is escaped, and its marks of direction are shown instead of obeyed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib import resources

from groundcheck.model import Claim, Outcome
from groundcheck.publish import words
from groundcheck.publish.cards import finding, legend, rows, text
from groundcheck.publish.marks import marked
from groundcheck.publish.safe import quoted

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(outcome: Outcome, checked: bool) -> str:
    """The outcome as one HTML page with a line end."""
    title = text(words.title(outcome.report))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} – Groundcheck</title>
<style>
{_stylesheet()}</style>
</head>
<body>
<a class="skip" href="#claims">To the claims</a>
<header>
<p class="masthead">Groundcheck</p>
<h1><bdi>{title}</bdi></h1>
<p class="dek">{text(words.subtitle(outcome, checked))}</p>
{_notes(outcome)}{legend(outcome.claims, outcome.findings if checked else ())}</header>
<main>
<article aria-labelledby="report-head">
<h2 id="report-head">The report, as it was given</h2>
<div class="report" dir="auto">{marked(outcome.report.text, outcome.claims)}</div>
</article>
<section id="claims" aria-labelledby="claims-head">
<h2 id="claims-head">{"Claims and findings" if checked else "Claims"}</h2>
{"".join(_cards(outcome, checked))}</section>
</main>
<footer><p>{words.PLEDGE}</p></footer>
</body>
</html>
"""


@cache
def _stylesheet() -> str:
    static = resources.files("groundcheck.publish") / "static"
    return "".join((static / name).read_text("utf-8") for name in ("base.css", "report.css"))


def _notes(outcome: Outcome) -> str:
    return "".join(f'<p class="note">{text(note)}</p>\n' for note in outcome.notes)


def _cards(outcome: Outcome, checked: bool) -> Iterator[str]:
    found = words.by_claim(outcome)
    for number, claim in enumerate(outcome.claims, 1):
        yield _card(number, claim, outcome.report.text)
        if checked:
            findings = found.get(claim.id, [])
            yield "".join(map(finding, findings)) or f'<p class="none">{words.NO_CHECK}</p>\n'
        yield "</section>\n"
    if not outcome.claims:
        yield "<p>No claim was found in this report.</p>\n"


def _card(number: int, claim: Claim, report: str) -> str:
    return f"""<section class="card" id="claim-{number}" aria-labelledby="head-{number}">
<h3 id="head-{number}"><a href="#words-{number}" title="to the words">{number}</a> {claim.kind}</h3>
<blockquote dir="auto">{escape(quoted(report, claim.spans))}</blockquote>
{rows(words.slots(claim))}"""
