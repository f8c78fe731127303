"""The wording that every format shares. Neutral on purpose: a finding compares statements.

Nothing here says that a claim is true or false, and every verdict has a word and a sign beside
its colour, so that none is told by colour alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from groundcheck.dates.edtf import in_words
from groundcheck.model import (
    Attribution,
    Claim,
    Evidence,
    Finding,
    Outcome,
    Place,
    Quantity,
    Report,
    Step,
    Verdict,
    When,
)
from groundcheck.publish.figures import gap, interval, number, with_unit
from groundcheck.publish.safe import one_line, shortened
from groundcheck.text.header import find_header

OWN_VOICE = "Reports in their own voice"
"""What all that reports say themselves is listed under; it is no one source's."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a verdict is shown: a sign, a terminal colour, the class of its colour on a page."""

    sign: str
    colour: str
    css: str
    many: str


# Blue, orange and purple keep apart for every common form of colour blindness.
VERDICTS: dict[Verdict, Look] = {
    "agrees": Look("●", "blue", "agrees", "agree"),
    "disagrees": Look("◆", "magenta", "apart", "disagree"),
    "depends": Look("◐", "yellow", "depends", "depend"),
    "more than measured": Look("▲", "magenta", "apart", "more than measured"),
    "less than measured": Look("▼", "magenta", "apart", "less than measured"),
    "not covered": Look("○", "cyan", "open", "not covered"),
    "not checkable": Look("–", "cyan", "open", "not checkable"),
}

_FIRST_LINE = re.compile(r"[^\s\ufeff][^\r\n]{0,999}")
# A full stop after a short word may be an abbreviation's.
_FIRST_SENTENCE = re.compile(r".{20,}?(?:[?!]|\w{5}\.)(?= )")
PLEDGE = (
    "A finding sets a statement beside other statements and their sources. "
    "It calls none of them true or false."
)
NO_CHECK = "No check speaks of this claim."
UNSURE = 0.6
"""Below this a slot is told to be unsure."""
_SLOTS = {
    "claim": "whether it is a claim",
    "kind": "kind",
    "actor": "actor",
    "places": "places",
    "quantities": "figures",
    "time": "time",
    "source": "who says",
    "mode": "mode",
    "certainty": "certainty",
    "medium": "medium",
    "said_on": "day it was said",
}
# strftime would follow the locale.
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def title(report: Report, width: int = 90) -> str:
    """The report's title, or the first line of its text without the leading date.

    Of a longer line its first sentence, where that ends within ``width``, or what fits.
    """
    if report.title:
        return shortened(report.title, width)
    header = find_header(report.text)
    start = header[0].end if header else 0
    first = _FIRST_LINE.search(report.text, start)
    if first is None:
        return "a report without words"
    line = one_line(first[0])
    sentence = _FIRST_SENTENCE.match(line, 0, width)
    return sentence[0] if len(line) > width and sentence else shortened(line, width)


def long_day(day: date) -> str:
    """A day as "Thursday 20 February 2025"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def value(quantity: Quantity) -> str:
    """The figure as a number with its unit."""
    said = quantity.value
    figure = " to ".join(map(number, said)) if isinstance(said, tuple) else number(said)
    return with_unit(figure, quantity.unit)


def figure(quantity: Quantity) -> str:
    """The words of a figure and what they commit to."""
    return f"“{one_line(quantity.text)}”: {interval(quantity.bounds, quantity.unit)}"


def place(where: Place) -> str:
    """A place's name with its code where it has one."""
    name = one_line(where.name)
    return name if where.id.startswith("name:") else f"{name} ({one_line(where.id)})"


def when(time: When) -> str:
    """A time as said with its reading, or why it has none."""
    said = f"“{one_line(time.text)}”: " if time.text else ""
    return said + (
        in_words(time.edtf or "") or f"unresolved ({one_line(time.note) or 'no day to count from'})"
    )


def who(attribution: Attribution) -> str:
    """The chain of those who say so: "A, in P, said 2025-02-20, via B"."""
    parts = [one_line(attribution.source)]
    if attribution.medium:
        parts.append(f"in {one_line(attribution.medium)}")
    if attribution.said is not None:
        parts.append(f"said {attribution.said.edtf or one_line(attribution.said.text)}")
    if attribution.via is not None:
        parts.append(f"via {who(attribution.via)}")
    return ", ".join(parts)


def whose(claim: Claim) -> str:
    """Whose claim it is and, where it is not simply stated, how it was said: "A, denied"."""
    how = "" if claim.certainty == "stated" else f", {claim.certainty}"
    return one_line(claim.attribution.source) + how


def subtitle(outcome: Outcome, checked: bool) -> str:
    """The day of publication and what was found, counted, on one line."""
    day = outcome.report.published
    parts = [f"published {long_day(day)}" if day else "day of publication not known"]
    parts.append(plural(len(outcome.claims), "claim"))
    if checked:
        parts.append(plural(len(outcome.findings), "finding"))
        if outcome.findings:
            parts[-1] += f": {tally(outcome.findings)}"
    return " · ".join(parts)


def by_claim(outcome: Outcome) -> dict[str, list[Finding]]:
    """The findings under the id of their claim, in the order of the checks."""
    found: dict[str, list[Finding]] = {}
    for finding in outcome.findings:
        found.setdefault(finding.claim, []).append(finding)
    return found


def plural(count: int, noun: str) -> str:
    """A count with its noun: "1 claim", "3 claims", "no claims"."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def tally(findings: Sequence[Finding]) -> str:
    """The findings counted by verdict: "2 agree, 1 depends"."""
    counts = Counter(finding.verdict for finding in findings)
    return ", ".join(
        f"{counts[verdict]} {look.many if counts[verdict] > 1 else verdict}"
        for verdict, look in VERDICTS.items()
        if counts[verdict]
    )


def slots(claim: Claim) -> list[tuple[str, str]]:
    """What a claim says, slot by slot, as label and text; empty slots are left out."""
    certainty = "" if claim.certainty == "stated" else f" · {claim.certainty}"
    rows = [
        ("who says", f"{who(claim.attribution)} · {claim.attribution.mode}{certainty}"),
        ("actor", one_line(claim.actor or "")),
        ("places", ", ".join(place(where) for where in claim.places)),
        ("figures", "; ".join(figure(quantity) for quantity in claim.quantities)),
        ("time", when(claim.when) if claim.when is not None else ""),
        ("readings", " or ".join(claim.readings) if len(claim.readings) > 1 else ""),
        ("unsure", ", ".join(unsure(claim))),
    ]
    return [(label, text) for label, text in rows if text]


def unsure(claim: Claim) -> list[str]:
    """What of the reading of a claim may well be wrong, with how likely it is right.

    An empty slot is told as one: "no actor (0.41)".
    """
    sure = claim.confidence
    if sure is None:
        return []
    empty = {
        "actor": claim.actor is None,
        "places": not claim.places,
        "quantities": not claim.quantities,
        "time": claim.when is None,
        "medium": claim.attribution.medium is None,
        "said_on": claim.attribution.said is None,
    }
    likely = ((label, empty.get(name), getattr(sure, name)) for name, label in _SLOTS.items())
    return [
        f"{'no ' if missing else ''}{label} ({chance:.2f})"
        for label, missing, chance in likely
        if chance < UNSURE
    ]


def taken(finding: Finding) -> str:
    """The check's name, and how the claim was taken where it can be taken in several ways."""
    return f"{finding.check}, taken {finding.reading}" if finding.reading else finding.check


def outcome_lines(finding: Finding) -> list[tuple[str, str]]:
    """What a finding rests on, as label and text; what it does not have is left out."""
    rows = []
    if finding.stated is not None:
        rows.append(("stated", interval(finding.stated, finding.unit)))
    if finding.found is not None:
        rows.append(("found", interval(finding.found, finding.unit)))
    if finding.gap:
        rows.append(("apart by at least", gap(finding.gap, finding.unit)))
    if finding.decided_by:
        rows.append(("decided by", one_line(finding.decided_by)))
    if finding.became_so:
        rows.append(("became so", one_line(finding.became_so)))
    return rows


def credit(finding: Finding) -> str:
    """Whose maps a finding rests on and on what terms, ``""`` where it rests on none."""
    return maps_of([each.maker for each in finding.by_maker])


def maps_of(makers: Sequence[str]) -> str:
    """Whose maps something is drawn from and on what terms, ``""`` without any."""
    names = list(dict.fromkeys(map(one_line, makers)))
    if not names:
        return ""
    listed = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return f"From maps of {listed}, {'on its' if len(names) == 1 else 'each on its'} maker’s terms."


def step(done: Step) -> str:
    """One step of the working on one line."""
    inputs = f" ({', '.join(map(one_line, done.inputs))})" if done.inputs else ""
    source = f" [{one_line(done.source)}]" if done.source else ""
    return f"{one_line(done.operation)}{inputs} → {one_line(done.result)}{source}"


def evidence(item: Evidence) -> str:
    """One piece of evidence on one line: whose, of which day, what it says."""
    day = f", {item.day}" if item.day else ""
    return f"{one_line(item.source)}{day}: {one_line(item.says)}"
