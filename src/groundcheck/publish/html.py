"""One self-contained page: the report with its claims marked, and beside it what was found.

No script, no font and nothing else is loaded; the page's own policy forbids it. Whatever comes
from the report is escaped, and its marks of direction are shown instead of obeyed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib import resources

from groundcheck.model import Claim, Finding, Outcome, Step, Verdict
from groundcheck.publish import words
from groundcheck.publish.marks import marked
from groundcheck.publish.safe import one_line, quoted
from groundcheck.publish.strip import strip

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(outcome: Outcome, checked: bool) -> str:
    """The outcome as one HTML page with a line end."""
    title = _text(words.title(outcome.report))
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
<p class="dek">{_text(words.subtitle(outcome, checked))}</p>
{_notes(outcome)}{_legend(outcome, checked)}</header>
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
    sheet = resources.files("groundcheck.publish") / "static" / "report.css"
    return sheet.read_text(encoding="utf-8")


def _text(text: str) -> str:
    return escape(one_line(text))


def _notes(outcome: Outcome) -> str:
    return "".join(f'<p class="note">{_text(note)}</p>\n' for note in outcome.notes)


def _legend(outcome: Outcome, checked: bool) -> str:
    kinds = dict.fromkeys(claim.kind for claim in outcome.claims)
    items = [f'<li><mark class="{kind}">{kind}</mark></li>' for kind in kinds]
    if kinds:
        items.append('<li><span class="source">who says</span></li>')
        items.append('<li><span class="cue">says</span></li>')
    if checked:
        verdicts = dict.fromkeys(finding.verdict for finding in outcome.findings)
        items.extend(f"<li>{_verdict(verdict)}</li>" for verdict in verdicts)
    return f'<ul class="legend" aria-label="Legend">{"".join(items)}</ul>\n' if items else ""


def _verdict(verdict: Verdict) -> str:
    look = words.VERDICTS[verdict]
    sign = f'<span class="sign" aria-hidden="true">{look.sign}</span>'
    return f'<span class="verdict {look.css}">{sign} {verdict}</span>'


def _cards(outcome: Outcome, checked: bool) -> Iterator[str]:
    found = words.by_claim(outcome)
    for number, claim in enumerate(outcome.claims, 1):
        yield _card(number, claim, outcome.report.text)
        if checked:
            findings = found.get(claim.id, [])
            yield "".join(map(_finding, findings)) or f'<p class="none">{words.NO_CHECK}</p>\n'
        yield "</section>\n"
    if not outcome.claims:
        yield "<p>No claim was found in this report.</p>\n"


def _card(number: int, claim: Claim, text: str) -> str:
    return f"""<section class="card" id="claim-{number}" aria-labelledby="head-{number}">
<h3 id="head-{number}"><a href="#words-{number}" title="to the words">{number}</a> {claim.kind}</h3>
<blockquote dir="auto">{escape(quoted(text, claim.spans))}</blockquote>
{_rows(words.slots(claim))}"""


def _rows(rows: list[tuple[str, str]]) -> str:
    inner = "".join(f"<div><dt>{label}</dt><dd>{escape(text)}</dd></div>" for label, text in rows)
    return f"<dl>{inner}</dl>\n" if inner else ""


def _finding(finding: Finding) -> str:
    look = words.VERDICTS[finding.verdict]
    drawing = ""
    if finding.stated is not None and finding.found is not None:
        drawing = strip(finding.stated, finding.found, finding.unit)
    return f"""<div class="finding {look.css}">
<h4>{_verdict(finding.verdict)} <span class="check">{_text(words.taken(finding))}</span></h4>
<p>{_text(finding.summary)}</p>
{drawing}{_rows(words.outcome_lines(finding))}{_working(finding)}</div>
"""


def _working(finding: Finding) -> str:
    steps = "".join(map(_step, finding.working))
    evidence = "".join(f"<li>{_text(words.evidence(item))}</li>" for item in finding.evidence)
    return _folded(
        f"Working: {words.plural(len(finding.working), 'step')}", f"<ol>{steps}</ol>" * bool(steps)
    ) + _folded(
        f"It rests on {words.plural(len(finding.evidence), 'statement')}",
        f"<ul>{evidence}</ul>" * bool(evidence),
    )


def _folded(label: str, inner: str) -> str:
    return f"<details><summary>{label}</summary>{inner}</details>\n" if inner else ""


def _step(step: Step) -> str:
    inputs = f" ({_text(', '.join(step.inputs))})" if step.inputs else ""
    source = f"<small>{_text(step.source)}</small>" if step.source else ""
    return f"<li>{_text(step.operation)}{inputs} → <b>{_text(step.result)}</b>{source}</li>"
