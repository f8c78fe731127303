"""Attribution relations to brat's events and back, in the form of PolNeAR."""

from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.model import AttributionRelation, Span
from groundcheck.publish.attributions import lines, relations, standoff
from groundcheck.publish.standoff import parse, render

TEXT = "Two mayors said it fell. It burned, they added."
LINES = """\
T1\tSource 0 10\tTwo mayors
T2\tCue 11 15\tsaid
T3\tContent 16 23\tit fell
T4\tContent 25 34\tIt burned
T5\tAttribution 11 15\tsaid
T6\tSource 36 40\tthey
T7\tAttribution-no-source 41 46\tadded
T8\tDiscuss 25 34\tIt burned
T9\tCue 41 46\tadded
E1\tAttribution-no-source:T7 Cue:T9
E2\tAttribution:T5 Cue:T2 Content:T3 Content2:T4 Source:T1 Source2:T6
E3\tAttribution:T5
E4\tOther:T5 Cue:T2
"""


def test_events_become_relations():
    assert relations(parse(LINES, TEXT)) == (
        AttributionRelation(
            (Span(0, 10), Span(36, 40)), (Span(11, 15),), (Span(16, 23), Span(25, 34))
        ),
        AttributionRelation((), (Span(41, 46),), ()),
    )


def test_relations_become_events():
    found = relations(parse(LINES, TEXT))
    assert (
        render(standoff(found, TEXT), TEXT)
        == """\
T1\tSource 0 10;36 40\tTwo mayors they
T2\tCue 11 15\tsaid
T3\tContent 16 23;25 34\tit fell It burned
T4\tAttribution 11 15\tsaid
T5\tCue 41 46\tadded
T6\tAttribution-no-source 41 46\tadded
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
E2\tAttribution-no-source:T6 Cue:T5
"""
    )


def test_pieces_are_made_that_brat_can_hold():
    text = "One,\n\n two\u2028three \t\nfour"
    # Cut at line ends, without blanks, and joined where they overlap.
    assert [span.of(text) for span in lines([Span(0, 16), Span(10, 17)], text)] == [
        "One,",
        "two",
        "three",
    ]
    assert lines([Span(0, 4), Span(2, 4), Span(4, 6)], text) == (Span(0, 4),)


def test_a_relation_without_words_is_left_out():
    assert standoff([AttributionRelation((), (), (Span(1, 2),))], "a b").entities == ()


@st.composite
def found(draw):
    text = draw(st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF), max_size=40))
    spans = st.tuples(st.integers(0, 44), st.integers(1, 9)).map(lambda p: Span(p[0], sum(p)))
    parts = st.lists(spans, max_size=3).map(lambda many: lines(many, text))
    sure = st.just(1.0) | st.floats(0, 1, exclude_min=True)
    made = st.builds(AttributionRelation, parts, parts, parts, sure)
    return text, [
        one for one in draw(st.lists(made, max_size=4)) if any((one.source, one.cue, one.content))
    ]


@settings(deadline=None)
@given(found())
def test_relations_are_read_back(case):
    text, wanted = case
    written = render(standoff(wanted, text), text)
    assert sorted(map(repr, relations(parse(written, text)))) == sorted(map(repr, wanted))
