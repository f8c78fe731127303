import pytest

from groundcheck.errors import BadValue
from groundcheck.evaluation.counts import Counts
from groundcheck.evaluation.polnear import AnnotatedText, score
from groundcheck.evaluation.tokens import Tokens
from groundcheck.model import AttributionRelation, Span

TEXT = "The ministry said the town fell. It burned, it added. Jane Roe denied that."


def at(*words, text=TEXT):
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def relation(source, cue, content):
    return AttributionRelation(at(*source), at(*cue), at(*content))


FIRST = relation(["The ministry"], ["said"], ["the town fell. It burned"])
LAST = relation(["Jane Roe"], ["denied"], ["that"])
DOCUMENT = AnnotatedText("one", TEXT, (FIRST, LAST))


def figures(*found, document=DOCUMENT):
    return score([document], [found])


def test_what_is_annotated_is_right():
    got = figures(FIRST, LAST)
    assert got.relations == Counts(2, 2, 2)
    assert {c.f1 for c in (*got.segments.values(), *got.tokens.values())} == {1.0}


def test_nothing_found_is_no_error():
    got = figures()
    assert got.segments["all"] == Counts(0, 7, 0)
    assert (got.relations.precision, got.relations.recall, got.relations.f1) == (0, 0, 0)
    assert score([], []).segments["all"].f1 == 0


def test_a_part_over_two_sentences_is_two_segments():
    got = figures(relation(["The ministry"], ["said"], ["the town fell."]))
    assert got.segments["content"] == Counts(1, 3, 1)
    assert got.tokens["content"] == Counts(4, 7, 4)
    assert got.relations == Counts(0, 2, 1)


def test_a_piece_apart_is_a_segment_of_its_own():
    pieces = relation(["it"], ["added"], ["It burned"])
    assert Tokens("a b c d").segments([3, 0, 1]) == {(0, 1), (3, 3)}
    assert figures(pieces).segments["content"] == Counts(1, 3, 1)


@pytest.mark.parametrize(
    ("content", "right"),
    [
        ("b c d e", 1),  # four of five
        ("b c d", 0),  # three of five
        ("a b c d e f", 1),  # five of six
    ],
)
def test_parts_may_differ_by_a_fifth(content, right):
    text = "x y a b c d e f"
    wanted = AttributionRelation((), at("x", text=text), at("a b c d e", text=text))
    found = AttributionRelation((), at("x", text=text), at(content, text=text))
    got = score([AnnotatedText("n", text, (wanted,))], [[found]])
    assert got.relations == Counts(right, 1, 1)


def test_a_part_that_only_one_has_is_wrong():
    assert figures(relation([], ["denied"], ["that"])).relations.right == 0


def test_each_answers_one():
    assert figures(LAST, LAST).relations == Counts(1, 2, 2)
    # The same segment twice is one segment.
    assert figures(LAST, LAST).segments["source"] == Counts(1, 2, 1)


def test_a_word_cut_by_its_annotator_is_the_word():
    assert Tokens("Federal agents").within([Span(1, 9)]) == {0, 1}
    assert Tokens("Federal agents").within([Span(3, 3), Span(7, 8), Span(14, 14)]) == frozenset()


def test_predictions_are_for_each_document():
    with pytest.raises(BadValue, match="1 documents, but predictions for 2"):
        score([DOCUMENT], [(), ()])
