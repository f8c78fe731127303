"""Which place, source, report or claim is meant: refused rather than guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.ledger.questions.ids import id_asked, report_asked
from groundcheck.ledger.questions.near import MOST, near
from groundcheck.ledger.questions.places import described, place_asked
from groundcheck.ledger.questions.sources import source_asked
from groundcheck.ledger.store import Query


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Kherson", "UA-65"),
        ("ua-65", "UA-65"),
        ("Ukraine", "UA"),
        (" toretsk ", "geonames:709354"),
        ("geonames:709354", "geonames:709354"),
    ],
)
def test_a_place_is_found(record, words, place):
    assert place_asked(record, words) == place


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Springfield", "can be geonames:4409896 (Springfield, Missouri, United States), "),
        ("Georgia", "GE (Georgia)"),
        ("Donetsk oblast administration", "no place of that name; near it: Donetsk"),
        ("Qqqzzz", "no place of that name$"),
        ("geonames:0", "the gazetteer has no such number"),
        ("geonames:x", "the gazetteer has no such number"),
        ("name:Nowhere", "no statement on record names it"),
    ],
)
def test_any_other_place_is_refused_with_what_is_near(record, words, reason):
    with pytest.raises(BadValue) as refused:
        place_asked(record, words)
    assert reason.rstrip("$") in str(refused.value)
    assert not reason.endswith("$") or str(refused.value).endswith(reason[:-1])


def test_a_place_is_described():
    assert described("geonames:709354") == "geonames:709354 (Toretsk, Donetsk, Ukraine)"
    assert described("UA-65") == "UA-65 (Kherson)"
    assert described("name:Nowhere") == "name:Nowhere (by its spelling alone)"


@pytest.mark.parametrize("words", ["Gennady Frolov", "gennady frolov", " GENNADY  FROLOV"])
def test_a_source_is_found_whatever_its_case(record, words):
    assert source_asked(record, words) == "Gennady Frolov"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Frolov", "near it: Gennady Frolov (6)"),
        ("Gennadi Frolow", "near it: Gennady Frolov (6)"),
        ("Xu", "no source of that name on record"),
    ],
)
def test_a_source_that_is_only_like_one_is_not_taken_for_it(record, words, reason):
    with pytest.raises(BadValue, match=r"--source '.*'") as refused:
        source_asked(record, words)
    assert reason in str(refused.value)


def test_two_spellings_of_one_source_are_listed():
    class View:
        def sources(self):
            return (("Ana Marš", 3), ("ana mars", 1))

        def count(self, query):
            return dict(self.sources()).get(query.source, 0)

    with pytest.raises(BadValue, match=r"can be Ana Marš \(3\), ana mars \(1\): give it as it"):
        source_asked(View(), "ANA MARS")
    assert source_asked(View(), "ana mars") == "ana mars"


def test_an_id_is_found_by_its_beginning(record):
    said = next(record.statements(Query(source="Olha Stepko")))
    assert id_asked(record, said.claim.id) == said.claim.id
    assert id_asked(record, said.claim.id[:8].upper()) == said.claim.id
    assert report_asked(record, said.report[:12]) == said.report


@pytest.mark.parametrize("words", ["abc", "xyz12345", "", "0" * 65, "deadbeefdeadbeef"])
def test_any_other_id_is_refused(record, words):
    with pytest.raises(BadValue):
        id_asked(record, words)


def test_a_claim_is_no_report(record):
    said = next(record.statements())
    with pytest.raises(BadValue, match=said.report):
        report_asked(record, said.claim.id)


def test_an_id_that_several_begin_with_is_refused():
    class View:
        def ids(self, beginning):
            return ("abcd1", "abcd2" * 8)

    with pytest.raises(BadValue, match=r"abcd1 \(a claim\), abcd2abcd2abcd2a… \(a report\)"):
        id_asked(View(), "abcd")


NAMES = ["Donetsk", "Donetsk People's Republic", "Kherson", "Khmelnytskyi"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("donetsk", ("Donetsk", "Donetsk People's Republic")),
        ("Donetsk Oblast", ("Donetsk", "Donetsk People's Republic")),
        ("Khersson", ("Kherson",)),
        ("the", ()),
        ("", ()),
    ],
)
def test_near_names(words, found):
    assert near(words, NAMES) == found


@given(st.text(), st.lists(st.text(), max_size=9))
def test_near_names_are_some_of_those_given_each_once(words, names):
    found = near(words, names)
    assert len(found) <= MOST
    assert len(set(found)) == len(found)
    assert set(found) <= set(names)
