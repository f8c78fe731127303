from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.model import Span
from groundcheck.text.sentences import clauses, paragraphs, sentences

MESSY = st.text(
    st.sampled_from("aB1 .!?…\"“”'’\n\r\t\u2028•-—:;,()«»。\u200f\ud800G") | st.characters(),
    max_size=80,
)


def words(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The town fell.", "The bridge did not."],
        ["Lt. Gen. Ada Rowe spoke to Col. Bo Lind.", "He left."],
        [
            "U.S. President Ann Poe met the U.N. Security Council.",
            "It was in the U.S.",
            "They left.",
        ],
        ["It began at 5 p.m. Moscow time.", "It ended at 6 a.m.", "Then it rained."],
        ["It fell at 7 p.m. Friday.", "On Dec. 12 it was retaken."],
        ["Brigade No. 5 held it.", "Did No. 6?", "No.", "Five men fled."],
        ["J. R. Smith and Mr. Hall went to St. Ives.", "A. Poe did not."],
        ["They hold approx. 20 sq. km of it, e.g. Hill vs. Dale.", "We hold 3.5 mln ha."],
        ["It was World War I.", "The rest is known."],
        ['"We hold the front."', "He said so."],
        ['"Where is the front?" he asked.', '"Here!" she said.', "All was quiet."],
        ['"Where is the front?" Ada Rowe asked.', "Nobody knew."],
        ["“They left.”", "(They came back.)", "[1] It ended."],
        ["They waited … and waited ... for rain.", "It came…", "They drank."],
        ["The rest is silence...", "Or is it?!", "It is."],
        ["Fighters of the Acme Co. said so.", "They lied."],
        ["The land; the sea; the air.", "All of it."],
        ["He went.", "al-Noor stayed."],
        ["前線は動いた。", "町は落ちた。"],
        ["The town fell !", "The bridge , too .", "sent by phone"],
        ["They lost 30 tanks, guns etc.", "They also lost men."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    assert words(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("They took it .He said so", ["They took it .", "He said so"]),
        ("in the region.Then it ended", ["in the region.", "Then it ended"]),
        ("in 2019.He left", ["in 2019.", "He left"]),
        ("the front.”She left", ["the front.”", "She left"]),
        ('said "the front."He left', ['said "the front."', "He left"]),
        ('the front."We" left', ["the front.", '"We" left']),
        ("See www.hill.Example and a@hill.Example now", None),
        ("Gen.Rowe spoke of version 2.5 and of 3.B", None),
        ("1. The army left. 2. The navy came.", ["1. The army left.", "2. The navy came."]),
        ("date 2020-01-02 They left.", ["date 2020-01-02", "They left."]),
        ("see below ---- They left", ["see below ----", "They left"]),
        ("• one • two • three", ["• one", "• two", "• three"]),
        ("HEADLINE\nText of it", ["HEADLINE", "Text of it"]),
        ("- one,\n- two", ["- one,", "- two"]),
        ("08:15 — They left\n08:20 — They came", ["08:15 — They left", "08:20 — They came"]),
        ("Q: Is it so?\nA: It is", ["Q: Is it so?", "A: It is"]),
        ("", []),
        (" \n ", []),
        (".", ["."]),
    ],
)
def test_messy_text_lists_and_logs(text: str, parts: list[str] | None) -> None:
    assert words(text) == ([text] if parts is None else parts)


def test_a_soft_wrap_ends_nothing() -> None:
    lines = [
        "The soldiers of the second brigade went down to the river in the",
        "Vale of Acre and stayed there. Nobody saw them for as long as the",
        "war went on.",
    ]
    text = "\n".join(lines)
    assert len(paragraphs(text)) == 1
    assert words(text)[0].endswith("stayed there.")
    assert len(sentences(text)) == 2


def test_clauses_are_parted_by_semicolons_colons_and_spaced_dashes() -> None:
    text = "West – 5 men; south: 10 – 15 men — at 08:15"
    parts = [span.of(text) for span in clauses(text, Span(0, len(text)))]
    assert parts == ["West", "5 men", "south", "10 – 15 men", "at 08:15"]


@pytest.mark.parametrize("split", [sentences, paragraphs])
@given(text=MESSY)
def test_all_that_is_not_white_space_stands_in_exactly_one(split: object, text: str) -> None:
    assert callable(split)
    held = [0] * len(text)
    last = 0
    for span in split(text):
        assert last <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        last = span.end
        for index in range(span.start, span.end):
            held[index] += 1
    assert all(held[i] == 1 or (letter.isspace() and held[i] == 0) for i, letter in enumerate(text))


@given(text=MESSY)
def test_a_sentence_lies_in_one_paragraph_and_a_clause_in_its_sentence(text: str) -> None:
    blocks = paragraphs(text)
    for sentence in sentences(text):
        assert sum(block.contains(sentence) for block in blocks) == 1
        assert all(sentence.contains(clause) for clause in clauses(text, sentence))
