"""Findings, their working and a claim's slots as HTML: what every page that shows claims shares."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from groundcheck.model import Claim, Finding, Step, Verdict
from groundcheck.publish import words
from groundcheck.publish.safe import one_line
from groundcheck.publish.strip import strip


def text(words_: str) -> str:
    """Words from anywhere on one line, escaped, nothing in them unseen."""
    return escape(one_line(words_))


def verdict(found: Verdict) -> str:
    """A verdict with its sign, so that it is never told by colour alone."""
    look = words.VERDICTS[found]
    sign = f'<span class="sign" aria-hidden="true">{look.sign}</span>'
    return f'<span class="verdict {look.css}">{sign} {found}</span>'


def legend(claims: Sequence[Claim], findings: Sequence[Finding]) -> str:
    """How the kinds, the marks and the verdicts that there are look; ``""`` without any."""
    kinds = dict.fromkeys(claim.kind for claim in claims)
    items = [f'<li><mark class="{kind}">{kind}</mark></li>' for kind in kinds]
    if kinds:
        items.append('<li><span class="source">who says</span></li>')
        items.append('<li><span class="cue">says</span></li>')
    verdicts = dict.fromkeys(found.verdict for found in findings)
    items.extend(f"<li>{verdict(each)}</li>" for each in verdicts)
    return f'<ul class="legend" aria-label="Legend">{"".join(items)}</ul>\n' if items else ""


def rows(labelled: Sequence[tuple[str, str]]) -> str:
    """Labels with their texts as a list of definitions, ``""`` where there are none."""
    inner = "".join(
        f"<div><dt>{label}</dt><dd>{escape(said)}</dd></div>" for label, said in labelled
    )
    return f"<dl>{inner}</dl>\n" if inner else ""


def finding(found: Finding, level: int = 4) -> str:
    """A finding with its drawing, what decides it and its working; its heading is of ``level``."""
    look = words.VERDICTS[found.verdict]
    drawing = ""
    if found.stated is not None and found.found is not None:
        drawing = strip(found.stated, found.found, found.unit, found.by_maker) + credit(found)
    return f"""<div class="finding {look.css}">
<h{level}>{verdict(found.verdict)} <span class="check">{text(words.taken(found))}</span></h{level}>
<p>{text(found.summary)}</p>
{drawing}{rows(words.outcome_lines(found))}{_working(found)}</div>
"""


def credit(found: Finding) -> str:
    """Whose maps a drawing shows and on what terms, ``""`` where it shows none."""
    said = words.credit(found)
    return f'<p class="credit">{text(said)}</p>\n' if said else ""


def _working(found: Finding) -> str:
    steps = "".join(map(_step, found.working))
    evidence = "".join(f"<li>{text(words.evidence(item))}</li>" for item in found.evidence)
    return _folded(
        f"Working: {words.plural(len(found.working), 'step')}", f"<ol>{steps}</ol>" * bool(steps)
    ) + _folded(
        f"It rests on {words.plural(len(found.evidence), 'statement')}",
        f"<ul>{evidence}</ul>" * bool(evidence),
    )


def _folded(label: str, inner: str) -> str:
    return f"<details><summary>{label}</summary>{inner}</details>\n" if inner else ""


def _step(step: Step) -> str:
    inputs = f" ({text(', '.join(step.inputs))})" if step.inputs else ""
    source = f"<small>{text(step.source)}</small>" if step.source else ""
    return f"<li>{text(step.operation)}{inputs} → <b>{text(step.result)}</b>{source}</li>"
