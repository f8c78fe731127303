"""Who says what as the shipped tagger has it: plain sentences, and any text at all."""

import pytest

from groundcheck.model import Report, report_id
from groundcheck.readers.relations import find_relations


def words(text):
    return [
        tuple(tuple(s.of(text) for s in part) for part in (r.source, r.cue, r.content))
        for r in find_relations(Report(report_id(text), text))
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The ministry said on Monday that the town had fallen.",
            "The ministry",
            "said",
            ("that the town had fallen",),
        ),
        (
            "The hills, he said on Monday, were taken.",
            "he",
            "said",
            ("The hills", "were taken"),
        ),
        ('"The hills lie empty," he said.', "he", "said", ('"The hills lie empty,"',)),
        ("He said “the hills lie empty”.", "He", "said", ("“the hills lie empty”",)),
        (
            "According to the army, the hills lie empty.",
            "the army",
            "According to",
            ("the hills lie empty",),
        ),
        (
            '"We left," said the baker. "We took nothing."',
            "the baker",
            "said",
            ('"We left,"', '"We took nothing."'),
        ),
        (
            "The council was at pains to point out that the road is open.",
            "The council",
            "was at pains to point out",
            ("that the road is open",),
        ),
    ],
)
def test_plain_sentences(text, source, cue, content):
    assert words(text) == [((source,), (cue,), content)]


def test_a_report_without_speakers_has_no_relations():
    assert words("The bridge is shut. The river runs on.") == []


@pytest.mark.parametrize("text", ["", " \n", "said", "\ud800 said that it fell.", "\u0301\u0301"])
def test_any_text_can_be_read(text):
    words(text)
