"""ClaimReviews, held against the vocabulary of schema.org and read back as RDF."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.model import (
    THE_REPORT,
    Appearance,
    Attribution,
    Confidence,
    Entry,
    Finding,
    Record,
)
from groundcheck.publish import claimreview
from groundcheck.publish.claimreview import NOBODY, Reviewer, rating, review, reviewed

VOCABULARY = json.loads(
    Path(__file__).with_name("schema_org.json").read_text(encoding="utf-8"),
)
TYPES, PROPERTIES = VOCABULARY["types"], VOCABULARY["properties"]
DESK = Reviewer("The Valley Desk", "https://desk.example/ground/", date(2024, 6, 1))
URL = re.compile(r"https?://[^\s<>\"]+")


def kinds(name):
    """The type and all that it is a kind of."""
    return {name}.union(*(kinds(each) for each in TYPES[name]))


def faults(node, wanted, path="$"):
    """What of a node the vocabulary does not allow. ``wanted`` are the types that it may be of."""
    if isinstance(node, list):
        for number, one in enumerate(node):
            yield from faults(one, wanted, f"{path}[{number}]")
    elif isinstance(node, dict):
        yield from faults_of_node(node, wanted, path)
    elif not any(fits(node, each) for each in wanted):
        yield f"{path}: {node!r} is none of {wanted}"


def faults_of_node(node, wanted, path):
    named = node.get("@type")
    if named is not None and named not in TYPES:
        yield f"{path}: no type {named}"
        return
    known = [each for each in wanted if each in TYPES]
    if named is None and not known:
        yield f"{path}: a node where a value is wanted"
    if named is not None and not kinds(named) & set(wanted):
        yield f"{path}: {named} is none of {wanted}"
    for name, value in node.items():
        if name in ("@type", "@id", "@context"):
            continue
        if name not in PROPERTIES:
            yield f"{path}: no property {name}"
            continue
        domains, ranges = PROPERTIES[name]
        # Somebody of no named type may be any of those wanted, and has what all of these have.
        for each in [named] if named else known:
            if not kinds(each) & set(domains):
                yield f"{path}: {name} is no property of {each}"
        yield from faults(value, ranges, f"{path}.{name}")


def fits(value, kind):
    if kind in ("Date", "DateTime"):
        return isinstance(value, str) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value))
    if kind == "URL":
        return isinstance(value, str) and bool(URL.fullmatch(value))
    if kind == "Number":
        return isinstance(value, int | float)
    return kind == "Text" and isinstance(value, str)


def first(record, reviewer=DESK, at=0):
    return review(record.entries[at], record, reviewer)


def test_a_review_has_its_claim_its_rating_and_its_author(demo, recorded):
    made = first(recorded(demo))
    assert list(faults(made, ["ClaimReview"])) == []
    assert made["claimReviewed"] == demo.claims[0].text
    assert made["author"] == {
        "@type": "Organization",
        "name": "The Valley Desk",
        "url": "https://desk.example/ground",
    }
    assert made["url"] == f"https://desk.example/ground/claims/{demo.claims[0].id}.html"
    assert made["datePublished"] == "2024-06-01"
    assert made["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "more than measured",
        "reviewAspect": "control",
        "ratingExplanation": "The claim is more than the maps show, by at least 3.3 points.",
    }
    assert "It calls none of them true or false." in made["reviewBody"]
    assert made["citation"] == ["Valley maps, 2024-05-06: 70.5% held, 71.2% with contested ground"]
    assert "sdLicense" not in made


def test_the_claim_says_who_when_where_and_in_what_manner(demo, recorded):
    claim = first(recorded(demo))["itemReviewed"]
    assert claim["author"] == {"@type": "Person", "name": "Ada Brook"}
    assert claim["creditText"] == "Ada Brook, in Valley Post, said 2024-05-05"
    assert claim["description"].startswith("In the words of the report")
    assert (claim["datePublished"], claim["temporalCoverage"]) == ("2024-05-05", "2024-05-06")
    assert claim["about"] == {"@type": "Thing", "name": "northern army"}
    assert [place["identifier"] for place in claim["spatialCoverage"]] == [
        "XX-01",
        "name:Lowerland",
    ]
    assert claim["claimInterpreter"]["name"] == "Groundcheck"


def test_without_a_name_the_program_reviews_in_its_own(demo, recorded):
    made = first(recorded(demo), NOBODY)
    assert (made["author"]["@type"], made["author"]["name"]) == ("Organization", "Groundcheck")
    assert "no person has looked" in made["author"]["description"]
    assert not {"url", "datePublished"} & set(made)
    assert list(faults(made, ["ClaimReview"])) == []


def test_all_appearances_are_told_the_first_known_one_apart(demo, recorded):
    report = replace(demo.report, url="https://a.example/1", publisher="A", title="T")
    copies = (
        Appearance("c" * 64, "/home/x/secret.txt", date(2024, 5, 1), None, "B"),
        Appearance("d" * 64, "z", None, "javascript:alert(1)", "C"),
    )
    claim = first(recorded(replace(demo, report=report), *copies))["itemReviewed"]
    shown = claim["appearance"]
    assert [one.get("publisher", {}).get("name") for one in shown] == ["B", "A", "C"]
    assert claim["firstAppearance"] == shown[0]
    assert (shown[1]["url"], shown[1]["headline"]) == ("https://a.example/1", "T")
    assert shown[2] == {
        "@type": "CreativeWork",
        "identifier": f"urn:groundcheck:report:{'d' * 64}",
        "publisher": {"@type": "Organization", "name": "C"},
    }
    assert "secret" not in json.dumps(claim)


def test_no_first_appearance_is_made_up(demo, recorded):
    undated = replace(demo, report=replace(demo.report, published=None))
    claim = first(recorded(undated))["itemReviewed"]
    assert "firstAppearance" not in claim
    assert len(claim["appearance"]) == 1


def with_claim(record, **slots):
    entry = record.entries[0]
    claim = replace(entry.statement.claim, **slots)
    return replace(
        record, entries=(replace(entry, statement=replace(entry.statement, claim=claim)),)
    )


SURE = Confidence(*[1.0] * 11)
AUTHORS = [
    (Attribution("Ada Brook", "direct", None, "General Ada Brook"), None, "Person"),
    (Attribution("Defence Ministry", "indirect", None, "the ministry"), None, "Organization"),
    (Attribution("RSF", "indirect"), None, "Organization"),
    (Attribution("Ada Brook", "direct", None, "Brook"), None, None),
    (Attribution("residents", "indirect"), None, None),
]


@pytest.mark.parametrize(("said", "publisher", "kind"), AUTHORS)
def test_the_claimant_is_of_no_kind_that_the_report_does_not_show(
    demo, recorded, said, publisher, kind
):
    made = first(with_claim(recorded(demo), attribution=said))
    assert made["itemReviewed"]["author"] == (
        {"@type": kind, "name": said.source} if kind else {"name": said.source}
    )
    assert list(faults(made, ["ClaimReview"])) == []


def test_what_a_report_says_itself_is_its_publishers(demo, recorded):
    own = Attribution(THE_REPORT, "narrator")
    made = first(with_claim(recorded(demo), attribution=own))
    assert "author" not in made["itemReviewed"]
    known = replace(demo, report=replace(demo.report, publisher="Valley Post"))
    made = first(with_claim(recorded(known), attribution=own))
    assert made["itemReviewed"]["author"] == {"@type": "Organization", "name": "Valley Post"}


def test_a_source_that_may_be_misread_is_credited_with_nothing(demo, recorded):
    unsure = replace(SURE, source=0.59)
    made = first(with_claim(recorded(demo), confidence=unsure))["itemReviewed"]
    assert not {"author", "creditText"} & set(made)
    sure = first(with_claim(recorded(demo), confidence=SURE))["itemReviewed"]
    assert {"author", "creditText"} <= set(sure)


def test_reviewed_is_what_was_checked_and_leads_and_says_what_its_source_says(demo, recorded):
    record = recorded(demo)
    checked = [claim.id for claim in demo.claims if claim.id in rated(demo)]
    assert [e.statement.claim.id for e in record.entries if reviewed(e)] == checked
    assert not reviewed(replace(record.entries[0], leads=False))
    for certainty, wanted in (("denied", False), ("demanded", False), ("hedged", True)):
        assert reviewed(with_claim(record, certainty=certainty).entries[0]) is wanted
    for check, verdict, wanted in (
        ("chronology", "agrees", False),
        ("conversion", "agrees", False),
        ("chronology", "disagrees", True),
        ("geography", "agrees", True),
    ):
        only = Finding(record.entries[0].statement.claim.id, check, verdict, "So.")
        assert reviewed(replace(record.entries[0], findings=(only,))) is wanted
    no_claim = replace(SURE, claim=0.5)
    assert not reviewed(with_claim(record, confidence=no_claim).entries[0])


def rated(outcome):
    """The claims of which something was found besides that their units agree."""
    beside = ("conversion", "agrees")
    return {one.claim for one in outcome.findings if (one.check, one.verdict) != beside}


def found(*given):
    return [Finding("c", check, verdict, f"{check} {verdict}.") for check, verdict in given]


RATED = [
    ([("control", "agrees")], "agrees", 1),
    ([("arithmetic", "disagrees"), ("control", "agrees")], "agrees", 1),
    ([("change", "agrees"), ("control", "depends")], "depends", 1),
    ([("arithmetic", "disagrees"), ("control", "not covered")], "disagrees", 1),
    ([("control", "agrees"), ("control", "more than measured")], "depends", 2),
    ([("control", "agrees"), ("control", "not covered")], "agrees", 1),
    ([("control", "not covered"), ("geography", "not covered")], "not covered", 1),
    ([("control", "not covered"), ("control", "not checkable")], "not covered", 2),
    ([("checkability", "not checkable")], "not checkable", 1),
    ([("zeal", "agrees"), ("chronology", "disagrees")], "disagrees", 1),
    ([("chronology", "agrees"), ("checkability", "not checkable")], "not checkable", 1),
    ([("conversion", "agrees"), ("control", "not covered")], "not covered", 1),
    ([("arithmetic", "agrees"), ("geography", "agrees")], "agrees", 1),
    ([("chronology", "agrees")], "agrees", 1),
]


@pytest.mark.parametrize(("findings", "verdict", "count"), RATED)
def test_the_first_check_with_an_answer_rates(findings, verdict, count):
    rated, main = rating(found(*findings))
    assert (rated, len(main)) == (verdict, count)
    assert rating(found(*findings)[::-1])[0] == rated


def test_no_rating_is_a_number(demo, recorded):
    for entry in filter(reviewed, recorded(demo).entries):
        made = review(entry, recorded(demo), DESK)["reviewRating"]
        assert not {"ratingValue", "bestRating", "worstRating"} & set(made)


def test_lines_and_files_hold_the_same_reviews(demo, recorded):
    records = [recorded(demo)]
    lines = b"".join(claimreview.lines(records, DESK)).decode().splitlines()
    files = dict(claimreview.files(records, DESK))
    assert sorted(files) == sorted(f"{claim}.json" for claim in rated(demo))
    assert list(map(json.loads, lines)) == list(map(json.loads, files.values()))


# The library's own reader uses what the library advises against.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_it_is_read_as_rdf_with_nothing_lost(demo, recorded):
    """Expanded by a context of our own, so that nothing is fetched."""
    made = first(recorded(demo, Appearance("c" * 64, "b", date(2024, 5, 7), publisher="B")))
    context = {"@vocab": "https://schema.org/"}
    graph = rdflib.Graph().parse(data=json.dumps(made | {"@context": context}), format="json-ld")
    so = rdflib.Namespace("https://schema.org/")
    one = rdflib.URIRef(made["@id"])
    assert str(graph.value(one, so.claimReviewed)) == demo.claims[0].text
    claim = graph.value(one, so.itemReviewed)
    assert str(graph.value(graph.value(claim, so.author), so.name)) == "Ada Brook"
    assert len(list(graph.objects(claim, so.appearance))) == 2
    assert len(graph) == triples(made)


def triples(node):
    """How many statements a node makes, those of its own nodes included."""
    count = 0
    for name, value in node.items():
        for each in value if isinstance(value, list) else [value]:
            if name not in ("@id", "@context"):
                count += 1
                count += triples(each) if isinstance(each, dict) else 0
    return count


@settings(max_examples=40, deadline=None)
@given(st.from_type(Entry))
def test_every_review_keeps_to_the_vocabulary(demo, entry):
    checked = replace(entry, findings=entry.findings or tuple(found(("control", "agrees"))))
    made = review(checked, Record(demo, (checked,)), DESK)
    assert list(faults(made, ["ClaimReview"])) == []
    for line in claimreview.lines([Record(demo, (checked,))], DESK):
        for each in line.decode().splitlines():
            assert json.loads(each) == made


FAULTY = [
    ({"@type": "Rating", "claimReviewed": "a"}, "claimReviewed is no property of Rating"),
    ({"@type": "ClaimReview", "author": {"@type": "SoftwareApplication"}}, "is none of"),
    ({"@type": "ClaimReview", "author": {"claimReviewed": "x"}}, "no property of Organization"),
    ({"@type": "ClaimReview", "datePublished": "today"}, "'today' is none of"),
    ({"@type": "ClaimReview", "url": "javascript:1"}, "is none of"),
    ({"@type": "ClaimReview", "claimReviewed": {"name": "x"}}, "a node where a value is wanted"),
    ({"@type": "ClaimReview", "truth": 1}, "no property truth"),
    ({"@type": "Truth"}, "no type Truth"),
]


@pytest.mark.parametrize(("node", "fault"), FAULTY)
def test_the_vocabulary_is_no_sieve_with_holes(node, fault):
    assert any(fault in one for one in faults(node, ["ClaimReview"]))


ADDRESSES = [
    ("https://a.example/x?y=1#z", True),
    ("HTTP://a.example", True),
    ("https://", False),
    ("ftp://a.example", False),
    ("javascript:alert(1)", False),
    ("https://a.example/a b", False),
    ('https://a.example/"', False),
    ("https://a.example/<b>", False),
    ("https://a.example/\u202e", False),
    ("https://a.example/\ud800", False),
    ("https://[", False),
    ("", False),
]


@pytest.mark.parametrize(("url", "wanted"), ADDRESSES)
def test_an_address_is_one_of_the_web_and_an_iri(url, wanted):
    assert claimreview.is_address(url) is wanted
