"""What every ledger does, whichever way it keeps what it is given."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from groundcheck.errors import BadValue
from groundcheck.ledger.store import Query, Tally, Tombstone
from groundcheck.model import Appearance, claim_id

from .made import DAY, add, filed, found, percent

LATER, EARLIER = DAY + timedelta(days=9), DAY - timedelta(days=9)
TEXT = "The ministry says that its troops hold 75% of the region. " * 3
CLAIM = {"words": "troops hold 75%", "places": ["UA-14"], "source": "ministry"}
TOWN = {"words": "Pokrovsk is held", "places": ["geonames:704422"], "kind": "capture"}


def texts(ledger, **query):
    return [said.claim.text for said in ledger.statements(Query(**query))]


def test_the_same_text_twice_is_one_report(ledger):
    one = filed(TEXT, [CLAIM], published=DAY)
    elsewhere = filed(TEXT, [CLAIM], published=LATER, publisher="The Daily")
    assert add(ledger, one, one, elsewhere, elsewhere) == ["new", "known", "appearance", "known"]
    report = one.outcome.report.id
    assert [r.id for r in ledger.reports()] == [report]
    assert ledger.appearances(report) == (one.appearance, elsewhere.appearance)
    assert ledger.readings(report) == (one,)
    assert ledger.count() == 1
    assert ledger.knows(report, "plain", "1")
    assert not ledger.knows(report, "plain", "2")


def test_an_earlier_appearance_comes_first_and_the_reading_stays(ledger):
    late = filed(TEXT, [CLAIM], published=LATER, title="Late")
    early = filed(TEXT, [CLAIM], published=EARLIER, title="Early")
    unknown = filed(TEXT, [CLAIM], title="Whenever")
    assert add(ledger, unknown, late, early) == ["new", "appearance", "appearance"]
    (said,) = ledger.statements()
    assert (said.appeared, said.said) == (early.appearance, EARLIER)
    report = ledger.report(said.report)
    assert (report.text, report.published, report.title) == (TEXT, EARLIER, "Early")
    assert [a.title for a in ledger.appearances(said.report)] == ["Early", "Late", "Whenever"]
    assert ledger.readings(said.report) == (unknown,)
    assert ledger.outcome(said.report) == unknown.outcome
    assert texts(ledger, words="early") == ["troops hold 75%"]
    assert texts(ledger, words="whenever") == []
    assert texts(ledger, until=EARLIER) == ["troops hold 75%"]


def test_a_newer_reading_stands_beside_the_older_one(ledger):
    old = filed(TEXT, [CLAIM, TOWN], published=DAY, findings=[(0,)], checked_by="a")
    new = filed(TEXT, [TOWN], published=DAY, version="2", findings=[(0,)], checked_by="b")
    assert add(ledger, old, new, old, new) == ["new", "reading", "known", "known"]
    report = old.outcome.report.id
    assert ledger.readings(report) == (old, new)
    assert ledger.outcome(report) == new.outcome
    assert texts(ledger) == ["Pokrovsk is held"]
    assert texts(ledger, source="ministry") == []
    gone = old.outcome.claims[0].id
    with pytest.raises(BadValue, match=f"{gone}: no claim of that id"):
        ledger.statement(gone)


def test_newer_findings_stand_beside_the_older_ones(ledger):
    one = filed(TEXT, [CLAIM, TOWN], published=DAY, findings=[(0,), (1,)], checked_by="a")
    add(ledger, one)
    report, claims = one.outcome.report.id, one.outcome.claims
    newer = [found(claims[0], "geography", "depends"), found(claims[0], "control", "disagrees")]
    with ledger.writing() as writer:
        assert writer.check_again(report, newer, "b")
        assert not writer.check_again(report, [], "b")
        assert not writer.check_again(report, [], "a")
    assert ledger.findings(claims[0].id) == (newer[1], newer[0])
    assert ledger.findings(claims[1].id) == ()
    assert ledger.statement(claims[0].id).verdicts == (
        ("control", "disagrees"),
        ("geography", "depends"),
    )
    assert ledger.outcome(report).findings == tuple(newer)
    assert ledger.readings(report)[0].outcome.findings == one.outcome.findings
    assert texts(ledger, check="control", verdict="agrees") == []
    # Of one and the same finding.
    assert texts(ledger, check="geography", verdict="disagrees") == []
    assert texts(ledger, check="geography", verdict="depends") == ["troops hold 75%"]


def test_a_forgotten_report_leaves_a_tombstone_and_does_not_come_back(ledger):
    one, other = filed(TEXT, [CLAIM], published=DAY), filed("Other text.", [TOWN])
    add(ledger, one, other)
    report = one.outcome.report.id
    with ledger.writing() as writer:
        assert writer.forget(report, "asked for", DAY)
        assert not writer.forget(report, "asked again", LATER)
        with pytest.raises(BadValue, match="none: no report of that id"):
            writer.forget("none", "why", DAY)
        with pytest.raises(BadValue, match="no report of that id"):
            writer.check_again(report, [], "c")
    assert ledger.forgotten() == (Tombstone(report, "asked for", DAY),)
    assert ledger.knows(report, "any", "thing")
    assert add(ledger, one) == ["forgotten"]
    assert texts(ledger) == ["Pokrovsk is held"]
    assert [place for place, _, _ in ledger.places()] == ["geonames:704422"]
    with pytest.raises(BadValue, match="no report of that id"):
        ledger.report(report)


WIRE = " ".join(
    f"On day {n} the agency wrote a sentence of its own with the number {n * 37}." for n in range(9)
)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 3, 0, 2), (2, 0, 3, 1)])
def test_copies_are_one_group_whatever_the_order(ledger, order):
    printed = [WIRE, f"By our staff. {WIRE}", f"{WIRE} More in print.", "Something else entirely."]
    given = [filed(text, [{"words": "it is held"}], published=DAY) for text in printed]
    add(ledger, *(given[at] for at in order))
    ids = [one.outcome.report.id for one in given]
    assert ledger.copies(ids[1]) == tuple(sorted(ids[:3]))
    assert ledger.copies(ids[3]) == (ids[3],)
    assert {said.group for said in ledger.statements(Query(group=min(ids[:3])))} == {min(ids[:3])}
    assert len({said.origin for said in ledger.statements()}) == 2
    with ledger.writing() as writer:
        writer.forget(min(ids[:3]), "asked for", DAY)
    rest = sorted(set(ids[:3]) - {min(ids[:3])})
    assert ledger.copies(rest[1]) == tuple(rest)
    assert {said.group for said in ledger.statements()} == {rest[0], ids[3]}


def test_a_place_is_meant_with_everything_inside_it(ledger):
    add(
        ledger,
        filed("One.", [{"words": "a", "places": ["UA-14"]}]),
        filed("Two.", [{"words": "b", "places": ["geonames:704422", "UA-14"]}]),
        filed("Three.", [{"words": "c", "places": ["RU-KRS"]}]),
        filed("Four.", [{"words": "d", "places": ["name:Donbas"]}]),
    )
    asked = {place: sorted(texts(ledger, place=place)) for place in ("UA", "UA-14", "name:Donbas")}
    assert asked == {"UA": ["a", "b", "d"], "UA-14": ["a", "b"], "name:Donbas": ["a", "b", "d"]}
    assert texts(ledger, place="RU") == ["c"]
    assert texts(ledger, place="XX") == []
    assert ledger.places()[0] == ("UA-14", "Donetsk", 2)


ASKED = {
    "troops": 1,
    "TROOPS hold": 1,
    "troops nowhere": 0,
    '"hold 75"': 1,
    '"75 hold"': 0,
    "tro*": 1,
    "ro*": 0,
    "ministry troops": 1,
    "Élan": 1,
    "elan": 1,
    '"troops hold" min*': 1,
    '"troops hol*"': 0,
    '"': 0,
    '"troops': 1,
    'troops"': 1,
    '""': 0,
    "*": 0,
    "": 1,
    "   ": 1,
    "troops AND hold": 0,
    "troops OR nowhere": 0,
    "NOT troops": 0,
    "NEAR(troops hold)": 0,
    "claim:troops": 0,
    "marks : k1": 0,
    "undated": 0,
    "^troops": 1,
    "troops\x00hold": 1,
    "troops 🙂": 1,
    "🙂": 0,
    "'; DROP TABLE words; --": 0,
    "{troops} + (hold": 1,
    "troops-hold": 1,
    "hold-troops": 0,
    "75%": 1,
    "7*": 1,
    "\ud800": 0,
    "troops \udfff": 1,
}


@pytest.mark.parametrize(("words", "count"), ASKED.items(), ids=map(ascii, ASKED))
def test_whatever_is_typed_is_searched(ledger, words, count):
    add(ledger, filed(TEXT, [CLAIM], published=DAY, title="Un élan “nouveau”"))
    assert len(texts(ledger, words=words)) == count
    assert ledger.count(Query(words=words)) == count
    assert len(texts(ledger, words=words, limit=5)) == count


@pytest.mark.parametrize("field", ["source", "origin", "outlet", "actor", "key", "report", "group"])
@pytest.mark.parametrize("value", ["'", '"', "\x00", "%", "\ud800", "none", "🙂"])
def test_whatever_else_is_asked_for_is_not_there(ledger, field, value):
    add(ledger, filed(TEXT, [CLAIM], published=DAY))
    assert texts(ledger, **{field: value}) == []
    assert ledger.count(Query(**{field: value})) == 0


def test_words_no_file_could_hold_are_kept(ledger):
    strange = filed(
        "A lone \ud800 and a \x00.",
        [{"words": "lone \udfff", "source": "a \ud800 b", "actor": "\x00"}],
        title="\udfff",
        publisher="\ud800",
        item="\x00",
    )
    assert add(ledger, strange, strange) == ["new", "known"]
    report = strange.outcome.report.id
    assert ledger.readings(report) == (strange,)
    assert ledger.report(report).text == strange.outcome.report.text
    (said,) = ledger.statements(Query(source="a \ud800 b"))
    assert said.claim == strange.outcome.claims[0]
    assert list(ledger.verify()) == []


def test_an_error_in_a_block_undoes_all_of_it(ledger):
    add(ledger, filed(TEXT, [CLAIM]))
    before = ledger.info()

    def block():
        with ledger.writing() as writer:
            writer.add(filed("Other text.", [TOWN]))
            writer.forget(filed(TEXT).outcome.report.id, "why", DAY)
            writer.keep("feed", "17")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        block()
    assert replace(ledger.info(), size=0) == replace(before, size=0)
    assert ledger.kept("feed") is None


def test_a_word_is_kept_for_later(ledger):
    assert ledger.kept("feed") is None
    for value in ("1", "2"):
        with ledger.writing() as writer:
            writer.keep("feed", value)
        assert ledger.kept("feed") == value


def test_findings_are_counted_with_the_median_of_their_gaps(ledger):
    gaps = [1.0, 2.0, 7.0, None]
    add(
        ledger,
        *(
            filed(f"Text {at}.", [CLAIM], published=DAY, findings=[(0, "control", "depends", gap)])
            for at, gap in enumerate(gaps)
        ),
        filed("Undated.", [CLAIM], findings=[(0, "control", "agrees")]),
    )
    assert ledger.tally(Query(source="ministry")) == (
        Tally("control", 2025, "control", "depends", 4, "percent", 3, 2.0),
        Tally("control", None, "control", "agrees", 1, "percent", 0, None),
    )
    assert [one.count for one in ledger.tally(Query(verdict="agrees"))] == [1]
    assert ledger.tally(Query(source="none")) == ()
    assert ledger.months() == ((date(2025, 2, 1), 4), (None, 1))
    assert ledger.sources() == (("ministry", 5),)


def test_a_proposition_is_of_two_reports(ledger):
    held = {**CLAIM, "quantities": (percent(75),)}
    more = {**held, "words": "troops hold 80%", "quantities": (percent(80),)}
    add(
        ledger,
        filed("One.", [held, TOWN, more], published=LATER),
        filed("Two.", [{**more, "source": "staff"}], published=DAY),
        filed("Three.", [{**held, "places": ["UA-09"]}]),
    )
    (same,) = ledger.propositions()
    assert [said.said for said in same] == [DAY, LATER, LATER]
    assert len({said.proposition.key for said in same}) == 1
    assert list(ledger.propositions(Query(source="staff"))) == []


REPORT = filed(TEXT, [CLAIM], published=DAY, findings=[(0,)])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            replace(REPORT, appearance=Appearance("other", "x")),
            "the appearance is of other",
        ),
        (
            replace(
                REPORT,
                outcome=replace(REPORT.outcome, report=replace(REPORT.outcome.report, text="x")),
            ),
            "its id is not the SHA-256 of its text",
        ),
        (
            replace(REPORT, outcome=replace(REPORT.outcome, claims=REPORT.outcome.claims * 2)),
            "two claims have the same id",
        ),
        (replace(REPORT, outcome=replace(REPORT.outcome, claims=())), "no claim of it"),
    ],
)
def test_what_does_not_belong_together_is_refused(ledger, given, said):
    with pytest.raises(BadValue, match=said):
        add(ledger, given)
    assert ledger.count() == ledger.info().reports == 0


def test_the_hash_of_the_content_hangs_on_no_order(ledger):
    from groundcheck.ledger.store.memory import MemoryLedger

    given = [
        filed(TEXT, [CLAIM], published=DAY, findings=[(0,)], checked_by="c", item="one"),
        filed(TEXT, [CLAIM], published=DAY, findings=[(0,)], checked_by="c", item="two"),
        filed("Other text.", [TOWN]),
    ]
    other = MemoryLedger()
    add(ledger, *given)
    add(other, *reversed(given))
    assert ledger.info().content == other.info().content
    add(ledger, filed("More text."))
    assert ledger.info().content != other.info().content


def test_ids_are_found_by_their_beginning(ledger):
    one = filed(TEXT, [CLAIM])
    add(ledger, one)
    claim = one.outcome.claims[0].id
    assert claim == claim_id(one.outcome.report.id, one.outcome.claims[0].spans, "troops hold 75%")
    assert ledger.ids(claim[:6]) == (claim,)
    assert ledger.ids("x") == ()
