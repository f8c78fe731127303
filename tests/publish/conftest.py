"""An outcome made by hand: overlapping claims, open intervals, a chain, text that bites."""

from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from groundcheck.checks.proposition import statement
from groundcheck.model import (
    Appearance,
    Attribution,
    Candidate,
    Claim,
    Entry,
    Evidence,
    Finding,
    Interval,
    Outcome,
    Place,
    Quantity,
    Record,
    Report,
    Span,
    Step,
    When,
    claim_id,
    report_id,
)

TEXT = """date 2024-05-06 Two valleys, one river

The northern army now holds 75% of Upperland and Lowerland and more than 99% of Farland, \
Colonel Ada Brook told the Valley Post on Sunday.

It took over 800 square kilometres (309 square miles), or 64% of what had been lost. \
<script>alert(1)</script> "The hills will never be given back," she said.

A mark \u202ereversed\u202c and an escape \x1b[31mred\x1b[0m stay harmless.
"""


def at(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def figure(words: str, value: float, unit: str, bounds: Interval, **more) -> Quantity:
    slots = {"bound": "exact", "hedge": "", "likely": bounds} | more
    return Quantity(at(words), words, value, unit, bounds=bounds, **slots)


SUNDAY = When(at("on Sunday"), "on Sunday", "2024-05-05", date(2024, 5, 5), date(2024, 5, 6))
NOW = When(at("now"), "now", "2024-05-06", date(2024, 5, 6), date(2024, 5, 7))
PAST = When(None, "", None, note="no day to count from")
BROOK = Attribution(
    "Ada Brook",
    "indirect",
    at("Colonel Ada Brook"),
    "Colonel Ada Brook",
    at("told"),
    "told",
    "Valley Post",
    SUNDAY,
)
UPPER = Place(at("Upperland"), "Upperland", "XX-01", "Upperland", "region")
LOWER = Place(
    at("Lowerland"),
    "Lowerland",
    "name:Lowerland",
    "Lowerland",
    "area",
    (Candidate("geonames:1", "Lowerland town", "a region is named beside it"),),
)
FAR = Place(at("Farland"), "Farland", "XX-03", "Farland", "region")

_FIRST = at("The northern army now holds 75% of Upperland and Lowerland")
_TAKEN = at("It took over 800 square kilometres (309 square miles)")
_PART = at("64% of what had been lost")
_OPINION = at("The hills will never be given back")


def _claim(key: str, spans: tuple[Span, ...], kind: str, who: Attribution, **slots) -> Claim:
    words = " … ".join(span.of(TEXT) for span in spans)
    return Claim(claim_id(report_id(TEXT), spans, key), words, spans, kind, who, **slots)


CLAIMS = (
    _claim(
        "a",
        (_FIRST,),
        "control",
        BROOK,
        actor="northern army",
        places=(UPPER, LOWER),
        quantities=(figure("75%", 75.0, "percent", Interval(74.5, 75.5)),),
        when=NOW,
        readings=("each", "together"),
    ),
    _claim(
        "b",
        (at("The northern army now holds"), at("more than 99% of Farland")),
        "control",
        BROOK,
        actor="northern army",
        places=(FAR,),
        quantities=(
            figure(
                "more than 99%",
                99.0,
                "percent",
                Interval(99.0, 100.0, low_open=True),
                bound="over",
                hedge="more than",
            ),
        ),
        when=NOW,
    ),
    _claim(
        "c",
        (_TAKEN,),
        "change",
        Attribution("northern army", "indirect", via=BROOK),
        quantities=(
            figure(
                "over 800 square kilometres",
                800.0,
                "km2",
                Interval(800.0, None, low_open=True),
                bound="over",
                hedge="over",
            ),
            figure("309 square miles", 309.0, "mi2", Interval(308.5, 309.5), role="conversion"),
        ),
        when=PAST,
    ),
    _claim(
        "d",
        (_PART,),
        "share",
        BROOK,
        quantities=(figure("64%", 64.0, "percent", Interval(63.5, 64.5)),),
    ),
    _claim("e", (_OPINION,), "opinion", Attribution("Ada Brook", "direct"), certainty="forecast"),
)
MAP = Evidence("Valley maps", "70.5% held, 71.2% with contested ground", "2024-05-06", ("ab" * 32,))
FINDINGS = (
    Finding(
        CLAIMS[0].id,
        "control",
        "more than measured",
        "The claim is more than the maps show, by at least 3.3 points.",
        reading="together",
        stated=Interval(74.5, 75.5),
        found=Interval(70.5, 71.2),
        unit="percent",
        gap=3.3,
        became_so="the maps have not shown it up to 2024-05-06",
        working=(
            Step(
                "area held", ("map of 2024-05-06", "outline of Upperland"), "705 km²", "Valley maps"
            ),
            Step("divide by the whole", ("705 km²", "1,000 km²"), "70.5%"),
        ),
        evidence=(MAP,),
    ),
    Finding(
        CLAIMS[1].id,
        "control",
        "depends",
        "It depends on the outline.",
        stated=Interval(99.0, 100.0, low_open=True),
        found=Interval(98.2, 99.3),
        unit="percent",
        decided_by="the boundary set",
        evidence=(MAP,),
    ),
    Finding(
        CLAIMS[2].id,
        "conversion",
        "agrees",
        "800 km² are 309 mi².",
        stated=Interval(800.0, None, low_open=True),
        found=Interval(798.0, 802.0),
        unit="km2",
    ),
    Finding(CLAIMS[4].id, "control", "not checkable", "It speaks of what is to come."),
)


@pytest.fixture(scope="session")
def demo() -> Outcome:
    report = Report(report_id(TEXT), TEXT, date(2024, 5, 6))
    return Outcome(report, CLAIMS, FINDINGS, ("A made-up report.",))


def _recorded(outcome: Outcome, *copies: Appearance) -> Record:
    report = outcome.report
    where = (report.published, report.url, report.publisher, report.title)
    here = Appearance(report.id, "a.txt", *where)
    entries = []
    for claim in outcome.claims:
        found = outcome.findings_of(claim)
        said = statement(claim, here, report.id)
        said = replace(said, verdicts=tuple((one.check, one.verdict) for one in found))
        entries.append(Entry(said, found, (here,), copies))
    return Record(outcome, tuple(entries))


def _plain(value):
    if isinstance(value, Interval):
        low_open = value.low_open and value.low is not None
        high_open = value.high_open and value.high is not None
        return replace(value, low_open=low_open, high_open=high_open)
    if is_dataclass(value):
        changed = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        return replace(value, **changed)
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


@pytest.fixture(scope="session")
def recorded():
    """All claims of an outcome as if it had been filed, with where its copies appeared."""
    return _recorded


@pytest.fixture(scope="session")
def plain():
    """A value with no end without limit told to be open, which says nothing."""
    return _plain
