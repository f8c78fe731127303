"""What holds for every text: spans that say what stands there, no exception, the same twice."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.model import Report, report_id
from groundcheck.readers import RuleReader

WORDS = st.sampled_from(
    "Russia Ukraine said that the region of Donetsk Kherson and , . ; : \n \n\n ( ) \" “ ” « » ' — "
    "told denied has captured lost held controls 75% 800 square kilometers (309 miles) between 10 "
    "villages about two-thirds since February 2024 on Thursday Gen. Ivan Petrov his troops he it "
    "according to Reuters which was taken from by in hands under control will must not Q: A: NAME: "
    "08:15 a spokesman RSF the army group Kyiv Moscow".split(" ")
)


def read(text, published=date(2025, 2, 20)):
    return RuleReader().read(Report(report_id(text), text, published))


def check(text, claims):
    for claim in claims:
        assert " … ".join(span.of(text) for span in claim.spans) == claim.text
        assert claim.text
        for quantity in claim.quantities:
            assert quantity.span.of(text) == quantity.text
        for place in claim.places:
            assert place.span is None or place.span.of(text) == place.text
        attribution = claim.attribution
        assert (attribution.mode == "narrator") == (attribution.source == "the report")
        for span, words in (
            (attribution.source_span, attribution.source_text),
            (attribution.cue_span, attribution.cue_text),
        ):
            assert span is None or span.of(text) == words
    assert [c.spans for c in claims] == sorted(c.spans for c in claims)
    assert len({c.id for c in claims}) == len(claims)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_order_of_a_report_s_words_can_be_read(text):
    check(text, read(text))


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_can_be_read(text):
    check(text, read(text))
    check(text, read(text, None))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        '"' * 500,
        "“„«‘" * 200,
        "\u202e75% of Donetsk\u202c",
        "\x00\x1b[31m75%\x07 of Kherson",
        "а" * 2000,
        "Росія контролює 75% території.",
        "He said " * 300,
        "75% of " * 300,
        "(" * 1000 + ")" * 1000,
        "date 2025-02-20",
        "\ud800 75% of Donetsk",
    ],
)
def test_odd_texts_can_be_read(text):
    check(text, read(text))


def test_the_same_report_reads_the_same():
    text = "Ivan Petrov said Russia held 75% of the Donetsk and Kherson regions on Thursday."
    assert read(text) == read(text)
