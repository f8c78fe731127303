"""Signs of confidence: what is seen of a claim in its sentence, slot by slot."""

from dataclasses import replace
from datetime import date

import pytest

from groundcheck.model import Attribution, Claim, Report, Span, report_id
from groundcheck.readers import RuleReader
from groundcheck.readers.confidence import signs_of
from groundcheck.readers.document import annotate


def seen(text, words):
    """The signs of the shortest claim that holds the words."""
    report = Report(report_id(text), text, date(2026, 3, 12))
    claims = RuleReader().read(report)
    found = [c for c in claims if words in c.text]
    assert found, [c.text for c in claims]
    claim = min(found, key=lambda c: len(c.text))
    return signs_of(annotate(report), claims)[claims.index(claim)]


@pytest.mark.parametrize(
    ("text", "words", "slot", "held", "missing"),
    [
        ("Rebels seized Goma.", "seized", "claim", ["capture", "-few words", "-no figure"], []),
        ("Rebels now hold 40% of Darfur.", "40%", "claim", ["control"], ["-few words"]),
        ("Rebels hold 40% of Darfur.", "40%", "kind", ["control", "percent"], ["-not stated"]),
        ("Rebels may hold 40% of Darfur.", "40%", "kind", ["-not stated"], []),
        ("Troops lost 90 tanks in Darfur.", "90", "kind", ["another unit"], ["percent"]),
        ("Russian troops hold 40% of Kherson.", "40%", "actor", ["+named in the claim"], []),
        (
            "Russian troops entered Kherson in 2022. They hold 40% of the region.",
            "40%",
            "actor",
            ["a pronoun"],
            ["+named in the claim", "+named in the sentence", "-none"],
        ),
        ("About 40% of Kherson is held.", "40%", "actor", ["-none"], ["a pronoun"]),
        ("Russia holds 40% of Kherson.", "40%", "places", ["+named in the claim"], ["-none"]),
        (
            "Russia holds 40% of Kherson. It holds 75% of the region.",
            "75%",
            "places",
            [],
            ["+named in the claim", "-none", "-several"],
        ),
        (
            "Russia holds 40% of Kherson and Donetsk.",
            "40%",
            "places",
            ["+named in the claim", "-several"],
            [],
        ),
        ("Russia holds 40% of Kherson.", "40%", "quantities", ["percent"], ["-in words", "+none"]),
        ("Russia holds a fifth of Kherson.", "fifth", "quantities", ["-in words"], []),
        ("Rebels seized Goma on Monday.", "Goma", "quantities", ["+none"], []),
        (
            "Russia lost 40 to 60 square kilometres in Kherson.",
            "40",
            "quantities",
            ["km2", "-range"],
            [],
        ),
        ("Rebels seized Goma on Monday.", "Goma", "time", ["+said in the claim"], ["-none"]),
        ("Rebels seized Goma.", "Goma", "time", ["-none"], ["as of publication"]),
        ("Rebels hold Goma.", "Goma", "time", ["as of publication"], ["-none"]),
        ("Rebels seized Goma.", "Goma", "source", ["narrator"], ["-no cue", "-role"]),
        ("Rebels seized Goma, officials said.", "Goma", "source", ["-role"], ["narrator"]),
        ("Rebels seized Goma, Ada Brook said.", "Goma", "source", [], ["-role", "narrator"]),
        (
            "Ada Brook spoke to us. Rebels seized Goma, she said.",
            "Goma",
            "source",
            ["-pronoun"],
            [],
        ),
        ("Rebels seized Goma, Ada Brook said.", "Goma", "mode", ["indirect"], []),
        (
            'Rebels seized Goma and "never looked back".',
            "Goma",
            "mode",
            ["-quotation in the sentence"],
            [],
        ),
        ("Rebels seized Goma.", "Goma", "certainty", ["stated"], ["-hedge in the sentence"]),
        (
            "Rebels seized Goma, which would open the road.",
            "Goma",
            "certainty",
            ["stated", "-hedge in the sentence"],
            [],
        ),
        ("Rebels seized Goma, Ada Brook told the BBC.", "Goma", "medium", ["named"], ["narrator"]),
        ("Rebels seized Goma, Ada Brook said.", "Goma", "said_on", [], ["known"]),
        ("Rebels seized Goma, Ada Brook said on Monday.", "Goma", "said_on", ["known"], []),
    ],
)
def test_what_is_seen(text, words, slot, held, missing):
    found = seen(text, words)[slot]
    assert set(held) <= set(found), found
    assert not set(missing) & set(found), found


@pytest.mark.parametrize(("cue", "unknown"), [("said", False), ("whistled", True)])
def test_a_cue_that_the_rules_do_not_know_makes_less_sure(cue, unknown):
    text = f"Rebels seized Goma, Ada Brook {cue}."
    start = text.index(cue)
    said = Attribution("Ada Brook", "indirect", None, "", Span(start, start + len(cue)), cue)
    claim = Claim("a", "Rebels seized Goma", (Span(0, 18),), "capture", said)
    (signs,) = signs_of(annotate(Report(report_id(text), text)), [claim])
    for slot in ("source", "medium", "said_on"):
        assert ("-cue unknown to the rules" in signs[slot]) is unknown


def test_of_many_claims_in_a_sentence_each_is_less_sure():
    towns = "Rebels seized Goma on Monday, captured Bukavu on Tuesday, entered Uvira on Wednesday"
    text = f"{towns} and took Sake on Thursday."
    assert "-one of many in its sentence" in seen(text, "Bukavu")["claim"]
    assert "-one of many in its sentence" not in seen("Rebels seized Goma.", "Goma")["claim"]


@pytest.mark.parametrize("spans", [(), (Span(0, 0),), (Span(3, 9), Span(40, 44))])
@pytest.mark.parametrize("text", ["", "   ", "Rebels seized Goma. They hold it, Ada Brook said."])
def test_any_claim_of_any_reader_has_signs(text, spans):
    spans = tuple(Span(min(s.start, len(text)), min(s.end, len(text))) for s in spans)
    claim = Claim("a", "", spans, "event", Attribution("Ada Brook", "direct"))
    report = Report(report_id(text), text)
    claims = [claim, replace(claim, id="b", kind="opinion")]
    assert len(signs_of(annotate(report), claims)) == 2
