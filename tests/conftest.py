"""How hypothesis makes values of the model, and reports in a sentence as statements on record."""

from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import settings
from hypothesis import strategies as st

import groundcheck
from groundcheck import read
from groundcheck.checks.proposition import statement
from groundcheck.model import (
    Appearance,
    Attribution,
    Claim,
    Confidence,
    Entry,
    Filed,
    Finding,
    Interval,
    Span,
    Statement,
    When,
)

# No test is held against a clock: a busy machine is no fault of what is tested.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def spans(draw):
    start = draw(st.integers(0, 10**9))
    return Span(start, start + draw(st.integers(0, 10**6)))


@st.composite
def intervals(draw):
    ends = sorted(draw(st.tuples(FINITE, FINITE)))
    low, high = (draw(st.sampled_from([end, None])) for end in ends)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@st.composite
def whens(draw):
    start = draw(st.dates(max_value=date(9000, 1, 1)))
    end = start + timedelta(days=draw(st.integers(1, 999)))
    start, end = (draw(st.sampled_from([day, None])) for day in (start, end))
    words = draw(st.tuples(st.text(), st.none() | st.text(), st.text()))
    return When(draw(st.none() | spans()), words[0], words[1], start, end, words[2])


st.register_type_strategy(float, FINITE)
st.register_type_strategy(Span, spans())
st.register_type_strategy(Interval, intervals())
st.register_type_strategy(When, whens())
st.register_type_strategy(
    Confidence, st.builds(Confidence, *[st.floats(0, 1, allow_nan=False)] * 11)
)


@pytest.fixture(scope="session")
def told():
    """Reads a report into statements on record: ``told(words, day, outlet, group)``."""

    def told(words, day=date(2031, 5, 9), outlet="The Post", group=None):
        outcome = read(f"date {day}\n\n{words}")
        report = outcome.report
        stood = Appearance(report.id, outlet, day, publisher=outlet)
        return tuple(statement(claim, stood, group or report.id) for claim in outcome.claims)

    return told


@pytest.fixture(scope="session")
def one(told):
    """The only statement of a report."""

    def one(words, *given, **where):
        (said,) = told(words, *given, **where)
        return said

    return one


BITING = (
    'a "quoted", cell;\ttab',
    "two\nlines\r\nthree\rfour",
    "\x00 NUL and \x1b[31m escape",
    "lone \ud800 surrogate \udfff",
    "\u202ereversed\u202c and \u2028 \u2029 \x85 ends",
    "=1+1",
    "@SUM(A1)",
    "</script><!--",
    "\ufeffmark",
    "Łódź 🜨 é",
    " blanks ",
    "null",
    "[]",
)
"""Words that break files of one form or another."""


WORDS = st.sampled_from(BITING) | st.text(st.characters(), max_size=20)
"""Words that often break files."""
IDS = st.integers(0, 2**64 - 1).map("{:016x}".format)


def anything(kind, **slots):
    """Any value of a dataclass, those of its fields that are named made as told."""
    return st.builds(kind, **{field.name: ... for field in fields(kind)} | slots)


def entries():
    """Any statement on record, its words often such as break files."""
    told = anything(Attribution, source=WORDS, via=st.none())
    claim = anything(Claim, id=IDS, text=WORDS, actor=st.none() | WORDS, attribution=told)
    shown = anything(Appearance, publisher=st.none() | WORDS, title=st.none() | WORDS)
    said = anything(Statement, claim=claim, appeared=shown, origin=WORDS)
    appearances = st.lists(shown, max_size=2).map(tuple)
    findings = st.lists(st.from_type(Finding), max_size=2).map(tuple)
    return anything(
        Entry, statement=said, findings=findings, appearances=appearances, copies=appearances
    )


st.register_type_strategy(Entry, entries())


FEED = Path(__file__).parent.parent / "examples" / "feed.xml"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def _entry(number, entry):
    paths = {"title": "a:title", "outlet": "a:source/a:title", "day": "a:published"}
    said = {name: entry.find(path, ATOM).text for name, path in paths.items()}
    day = date.fromisoformat(said["day"][:10])
    outcome = groundcheck.check(entry.find("a:content", ATOM).text, day)
    where = (day, entry.find("a:link", ATOM).get("href"), said["outlet"], said["title"])
    stood = Appearance(outcome.report.id, f"feed.xml#{number}", *where)
    return Filed(outcome, stood, "english", "1", "all")


@pytest.fixture(scope="session")
def example_feed():
    """The entries of examples/feed.xml, each read and checked; titles are no part of the texts."""
    found = ElementTree.parse(FEED).getroot().iterfind("a:entry", ATOM)
    return tuple(_entry(number, entry) for number, entry in enumerate(found, 1))
