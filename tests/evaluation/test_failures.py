"""Ways in which attribution relations fail, one table of them."""

import pytest

from groundcheck.evaluation.failures import counted, failures
from groundcheck.evaluation.polnear import AnnotatedText
from groundcheck.model import AttributionRelation, Span

TEXT = "The old mayor said on Monday that the bridge was gone. The ferry runs again."
MAYOR, OLD_MAYOR = "mayor", "The old mayor"
BRIDGE = "that the bridge was gone"


def relation(source="", cue="", content=""):
    return AttributionRelation(
        *(
            (Span(TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()
            for words in (source, cue, content)
        )
    )


WANTED = relation(OLD_MAYOR, "said", BRIDGE)


@pytest.mark.parametrize(
    ("given", "ways"),
    [
        ([WANTED], []),
        ([], ["missed"]),
        ([relation(MAYOR, "said", BRIDGE)], ["source: shorter"]),
        ([relation("", "said", BRIDGE)], ["source: left out"]),
        ([relation("The ferry", "said", BRIDGE)], ["source: other words"]),
        ([relation(OLD_MAYOR, "said on Monday", BRIDGE)], ["cue: longer"]),
        ([relation("mayor said", "said", BRIDGE)], ["source: shifted"]),
        ([relation(MAYOR, "said", "bridge was gone")], ["source: shorter", "content: shorter"]),
        ([relation(OLD_MAYOR, "runs", "The ferry")], ["missed", "invented"]),
        ([WANTED, relation("", "runs", "The ferry")], ["invented"]),
    ],
)
def test_each_way_is_told(given, ways):
    found = failures([AnnotatedText("one", TEXT, (WANTED,))], [given])
    assert [failure.way for failure in found] == ways


def test_a_part_that_the_annotator_has_not_is_one_too_many():
    wanted = AnnotatedText("one", TEXT, (relation("", "said", BRIDGE),))
    assert [f.way for f in failures([wanted], [[WANTED]])] == ["source: one too many"]


def test_ways_are_counted_the_most_frequent_first():
    text = AnnotatedText("one", TEXT, (WANTED,))
    found = failures([text, text], [[], [relation(MAYOR, "said", BRIDGE)]])
    found += failures([text], [[]])
    assert list(counted(found).items()) == [("missed", 2), ("source: shorter", 1)]
