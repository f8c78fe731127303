"""Whatever is done to both, a ledger in a file answers as the plain one in memory does."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from groundcheck.errors import BadValue
from groundcheck.ledger.store import Query
from groundcheck.ledger.store.memory import MemoryLedger
from groundcheck.ledger.store.opening import open_ledger

from .made import DAY, add, filed, found, percent

KINDS = ("control", "change", "capture", "share", "opinion")
SOURCES = ("the report", "ministry", "Général Élan", "staff “North”")
PLACES = ("UA", "UA-14", "UA-09", "RU-KRS", "geonames:704422", "name:Donbas", "name:Nowhere")
WORDS = "troops hold the town of Écluse and 1,200 km² near the river, they say; nearly all".split()
WORDS_ASKED = (
    "river",
    "RIVER hol*",
    '"of écluse"',
    "1,200",
    "🙂",
    '"',
    "nearly nowhere",
    "elan n*",
)
CHECKS = ("control", "geography", "arithmetic")
VERDICTS = ("agrees", "depends", "more than measured")


def a_report(draw: random.Random):
    """A report; some repeat a text or are near copies of one."""
    body = " ".join(random.Random(draw.randrange(6)).choices(WORDS, k=40))
    text = f"{body}. {' '.join(draw.choices(WORDS, k=draw.choice([0, 3, 60])))}"
    claims = [
        {
            "words": " ".join(draw.choices(WORDS, k=6)),
            "kind": draw.choice(KINDS),
            "source": draw.choice(SOURCES),
            "actor": draw.choice([None, "Russian army", "Ukrainian army"]),
            "places": draw.sample(PLACES, draw.choice([0, 1, 1, 2])),
            "quantities": draw.choice([(), (percent(draw.randrange(1, 99)),)]),
            "certainty": draw.choice(["stated", "hedged"]),
        }
        for _ in range(draw.randrange(4))
    ]
    findings = [
        (at, draw.choice(CHECKS), draw.choice(VERDICTS), draw.choice([None, 1.5, 4.0, 7.25]))
        for at in range(len(claims))
        for _ in range(draw.randrange(3))
    ]
    return filed(
        text,
        claims,
        findings=findings,
        checked_by=draw.choice(["", "checks 1"]),
        version=draw.choice(["1", "2"]),
        item=draw.choice("abc"),
        published=draw.choice([None, DAY + timedelta(days=draw.randrange(-70, 400))]),
        publisher=draw.choice([None, "The Daily", "Écho"]),
        title=draw.choice([None, "A river town", "“All” quiet"]),
    )


def a_query(draw: random.Random, view):
    said = [one for one in view.statements() if draw.random() < 0.3]
    one = draw.choice(said) if said else None
    fields = {
        "words": draw.choice(WORDS_ASKED),
        "source": draw.choice(SOURCES),
        "origin": one.origin if one else "ministry",
        "outlet": draw.choice(["The Daily", "Écho", "a", "none"]),
        "actor": "Russian army",
        "place": draw.choice([*PLACES, "RU", "XX"]),
        "kind": draw.choice(KINDS),
        "certainty": "hedged",
        "measure": draw.choice(["share", "area"]),
        "check": draw.choice(CHECKS),
        "verdict": draw.choice(VERDICTS),
        "since": DAY + timedelta(days=draw.randrange(-70, 100)),
        "until": DAY + timedelta(days=draw.randrange(0, 300)),
        "key": one.proposition.key if one else "none",
        "report": one.report if one else "none",
        "group": one.group if one else "none",
        "inside": False,
        "once": True,
    }
    chosen = set(draw.sample(sorted(fields), draw.choice([0, 1, 1, 1, 2, 2, 3])))
    if draw.random() < 0.3:
        chosen = {"words", *list(chosen)[:1]}
    if "inside" in chosen:
        chosen = {*chosen, "place"}
    return Query(
        **{name: fields[name] for name in chosen},
        limit=draw.choice([None, None, 1, 3, 50]),
        skip=draw.choice([0, 0, 2]),
        oldest_first=draw.random() < 0.4,
    )


def same(one, two, query):
    for asked in ("statements", "reports", "propositions", "sources", "places", "tally", "months"):
        assert list(getattr(two, asked)(query)) == list(getattr(one, asked)(query)), (asked, query)
    assert two.count(query) == one.count(query), query


def same_reports(one, two):
    assert replace(two.info(), path="", version=0, size=0) == one.info()
    assert two.forgotten() == one.forgotten()
    for beginning in ("", "0", "7", "a3", "z", *(said.claim.id[:5] for said in one.statements())):
        assert two.ids(beginning) == one.ids(beginning)
    for report in one.reports():
        for asked in ("report", "appearances", "readings", "outcome", "copies"):
            assert getattr(two, asked)(report.id) == getattr(one, asked)(report.id), asked
    for said in one.statements():
        assert two.statement(said.claim.id) == one.statement(said.claim.id)
        assert two.findings(said.claim.id) == one.findings(said.claim.id)


def step(draw, ledgers):
    one = ledgers[0]
    known = [report.id for report in one.reports()]
    what = draw.choice(["add", "add", "add", "check", "forget", "query", "query", "query"])
    if what == "add":
        given = [a_report(draw) for _ in range(draw.randrange(1, 4))]
        results = [add(ledger, *given) for ledger in ledgers]
    elif what == "check" and known:
        report = draw.choice(known)
        claims = one.outcome(report).claims
        findings = [found(c, draw.choice(CHECKS), draw.choice(VERDICTS), 2.5) for c in claims]
        by = draw.choice(["checks 1", "checks 2"])
        results = []
        for ledger in ledgers:
            with ledger.writing() as writer:
                results.append(writer.check_again(report, findings, by))
    elif what == "forget" and known and draw.random() < 0.3:
        report = draw.choice(known)
        results = []
        for ledger in ledgers:
            with ledger.writing() as writer:
                results.append(writer.forget(report, "asked by its author", DAY))
    else:
        same(*ledgers, a_query(draw, one))
        return
    assert results[0] == results[1]


@pytest.mark.parametrize("seed", range(8))
def test_a_file_answers_as_the_plain_one_in_memory(seed, tmp_path, monkeypatch):
    monkeypatch.setattr("groundcheck.ledger.store.finding_out.MUCH", 2)
    draw = random.Random(seed)
    ledgers = (MemoryLedger(), open_ledger(tmp_path / "ledger"))
    for _ in range(30):
        step(draw, ledgers)
    same_reports(*ledgers)
    for _ in range(40):
        same(*ledgers, a_query(draw, ledgers[0]))
    assert list(ledgers[1].verify()) == []
    ledgers[1].close()


def test_what_is_not_there_is_refused_alike(tmp_path):
    for ledger in (MemoryLedger(), open_ledger(tmp_path / "ledger")):
        for asked in ("report", "appearances", "readings", "outcome", "copies"):
            with pytest.raises(BadValue, match="none: no report of that id"):
                getattr(ledger, asked)("none")
        for asked in ("statement", "findings"):
            with pytest.raises(BadValue, match="none: no claim of that id"):
                getattr(ledger, asked)("none")
        ledger.close()


def test_the_days_of_a_calendar_have_an_end(tmp_path):
    first, last = date.min, date.max
    ledgers = (MemoryLedger(), open_ledger(tmp_path / "ledger"))
    for ledger in ledgers:
        for at, day in enumerate((first, last, date(1970, 1, 1), None)):
            add(ledger, filed(f"text {at}", [{"words": "they hold it"}], published=day))
    for oldest in (False, True):
        for limit in (None, 2, 10):
            for since, until in ((None, None), (first, None), (None, last), (last, last)):
                asked = Query(
                    words="hold", limit=limit, oldest_first=oldest, since=since, until=until
                )
                same(*ledgers, asked)
    ledgers[1].close()
