"""The tagger's way from a text to relations, with a network that says what the test wants."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.model import AttributionRelation, Span
from groundcheck.readers.tag_chain import Chain
from groundcheck.readers.tagger import Tagger
from groundcheck.readers.tagger_input import LOOKS, Layout, windows
from groundcheck.text.quotations import quotations
from groundcheck.text.sentences import sentences
from groundcheck.text.wordpieces import WordPieces

VOCABULARY = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "he", "said", "so"])
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
TEXT = 'The mayor said: "We left." Nobody else was asked. The road is shut, she added.'


def layout(text):
    return Layout(sentences(text), quotations(text))


class Says:
    """A network that gives each word the tag, and each word the link, that a table has for it."""

    def __init__(self, tags, links=()):
        self.tags, self.links = dict(tags), dict(links)

    def run(self, _, fed):
        shape = fed["pieces"].shape
        scores = np.zeros((*shape, len(TAGS)), np.float32)
        links = np.zeros((*shape, 4 * 8), np.float32)
        for place in range(shape[1]):
            scores[:, place, TAGS.index(self.tags.get(place, "O"))] = 9
            links[:, place, 8 + place % 8] = links[:, place, 24 + place % 8] = 1
            if place in self.links:
                goal = self.links[place] % 8
                links[:, place, goal] = links[:, place, 16 + goal] = 2
        return scores, links


def read(text, says):
    return Tagger(says, VOCABULARY, Chain(TAGS, np.zeros((7, 7)).tolist()), 8).relations(
        text, layout(text)
    )


def words_of(relation, text):
    parts = (relation.source, relation.cue, relation.content)
    return tuple([span.of(text) for span in part] for part in parts)


def test_parts_that_are_linked_become_one_relation():
    tags = {1: "B-source", 2: "I-source", 3: "B-cue", 5: "B-content", 6: "I-content"}
    (found,) = read(TEXT, Says(tags, {3: 1, 5: 3}))
    assert words_of(found, TEXT) == (["The mayor"], ["said"], ['"We'])
    assert 0.9 < found.confidence <= 1


def test_a_cue_without_source_has_none():
    (found,) = read(TEXT, Says({3: "B-cue", 5: "B-content"}, {3: 0, 5: 3}))
    assert words_of(found, TEXT) == ([], ["said"], ['"'])


def test_what_belongs_to_no_cue_stands_alone():
    found = read(TEXT, Says({1: "B-source", 3: "B-cue", 5: "B-content"}, {3: 0, 5: 0}))
    assert [words_of(one, TEXT) for one in found] == [
        (["The"], [], []),
        ([], ["said"], []),
        ([], [], ['"']),
    ]


def test_an_empty_text_has_no_relations():
    assert read("", Says({})) == ()


@pytest.mark.parametrize("room", [8, 16, 256])
def test_windows_hold_every_word_once_and_no_more_than_they_have_room_for(room):
    found = list(windows(TEXT * 3, layout(TEXT * 3), VOCABULARY, room))
    assert all(len(w.pieces) == len(w.looks) <= room for w in found)
    assert "".join(s.of(TEXT * 3) for w in found for s in w.words) == (TEXT * 3).replace(" ", "")


@given(st.text())
def test_any_text_can_be_shown(text):
    for window in windows(text, layout(text), VOCABULARY, 32):
        assert len(window.words) == len(window.firsts)
        assert max(window.looks) < LOOKS
        assert list(window.words) == sorted(window.words)


def test_relations_stand_in_the_order_of_their_cues():
    tags = {3: "B-cue", 5: "B-content", 18: "B-content", 22: "B-cue"}
    found = read(TEXT, Says(tags, {3: 0, 5: 3, 18: 22, 22: 0}))
    assert found == tuple(sorted(found, key=lambda r: r.cue[0].start))
    assert all(isinstance(one, AttributionRelation) for one in found)
    assert isinstance(found[0].cue[0], Span)
