"""brat's lines: parsed and written back, and refused with file and line where they are broken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.model import Span
from groundcheck.publish.standoff import Entity, Link, Remark, Standoff, parse, render

TEXT = "The ministry said on Monday that the town had fallen."
LINES = """\
T1\tSource 0 12\tThe ministry
T2\tCue 13 17\tsaid
T3\tContent 28 36;42 52\tthat the had fallen
T4\tAttribution 13 17\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
R1\tSays Arg1:T1 Arg2:T3
*\tEquiv T1 T4
A1\tCertainty E1 stated
M1\tNegation E1
N1\tReference T1 Wikidata:Q1\tA ministry
#1\tAnnotatorNotes T1\tWhich one?
#2\tAnnotatorNotes E1
"""


def test_every_kind_of_line_is_read():
    found = parse(LINES, TEXT)
    assert found.entities[2] == Entity("T3", "Content", (Span(28, 36), Span(42, 52)))
    assert found.links == (
        Link("E1", "Attribution", (("Source", "T1"), ("Cue", "T2"), ("Content", "T3")), "T4"),
        Link("R1", "Says", (("Arg1", "T1"), ("Arg2", "T3"))),
        Link("*", "Equiv", (("", "T1"), ("", "T4"))),
    )
    assert found.remarks == (
        Remark("A1", "Certainty", "E1", "stated"),
        Remark("M1", "Negation", "E1"),
        Remark("N1", "Reference", "T1", "Wikidata:Q1", "A ministry"),
        Remark("#1", "AnnotatorNotes", "T1", text="Which one?"),
        Remark("#2", "AnnotatorNotes", "E1"),
    )
    assert render(found, TEXT) == LINES


@pytest.mark.parametrize("lines", ["", "\n", LINES.replace("\n", "\r\n"), LINES + "\n\n"])
def test_line_ends_and_blank_lines_do_not_matter(lines):
    assert parse(lines, TEXT) == (parse(LINES, TEXT) if lines.strip() else Standoff())


def test_offsets_count_the_text_as_it_stands():
    text = "\ufeffone\r\ntwo 𝔘 three"
    found = parse("T1\tWord 6 9\ttwo\nT2\tWord 12 17\tthree\n", text)
    assert [span.of(text) for one in found.entities for span in one.spans] == ["two", "three"]


@pytest.mark.parametrize("words", ["first\n\n  second", "first second", ""])
def test_words_may_run_on_over_lines_or_have_blanks_for_them_or_be_missing(words):
    text = "The first\n\n  second part"
    lines = f"T1\tPart 4 19\t{words}\nT2\tPart 20 24\tpart\n"
    assert parse(lines, text).entities == (
        Entity("T1", "Part", (Span(4, 19),)),
        Entity("T2", "Part", (Span(20, 24),)),
    )


def test_pieces_keep_the_order_of_their_line():
    found = parse("T1\tContent 42 45;0 3\thad The", TEXT)
    assert found.entities[0].spans == (Span(42, 45), Span(0, 3))
    assert render(found, TEXT) == "T1\tContent 42 45;0 3\thad The\n"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("T9\tCue 13\tsaid", "not of the form T1<tab>Type 12 20;25 30<tab>words"),
        ("T9\tCue 13 17", "not of the form T1<tab>"),
        ("T9 Cue 13 17 said", "not of the form T1<tab>"),
        ("T9\tCue 13 17;\tsaid", "not of the form T1<tab>"),
        ("T9\tCue -1 17\tsaid", "not of the form T1<tab>"),
        ("T9\tCue 1 99999999999999999999\tsaid", "not of the form T1<tab>"),
        ("T9\tCue 17 13\tsaid", "T9 has the piece 17 13, which holds nothing"),
        ("T9\tCue 13 13\t", "T9 has the piece 13 13, which holds nothing"),
        ("T9\tCue 50 54\tsaid", "T9 ends at 54, but the text has 53 characters"),
        ("T9\tCue 12 16\tsaid", "T9 says 'said' where the text has ' sai'"),
        ("T1\tCue 13 17\tsaid", "T1 is given twice"),
        ("E9\tAttribution Source:T1", "not of the form E1<tab>Type:T1 Role:T2"),
        ("E9\tAttribution:T8 Source:T1", "E9 names T8, which is missing"),
        ("E9\tAttribution:T1 Source:T7", "E9 names T7, which is missing"),
        ("R9\tSays T1 T3", "not of the form R1<tab>Type Arg1:T1 Arg2:T2"),
        ("A9\tCertainty", "not of the form A1<tab>Name T1 value"),
        ("#9\tAnnotatorNotes T6\tWho?", "#9 names T6, which is missing"),
        ("X9\tthing", "begins with 'X', no kind of annotation"),
        ("said", "begins with 's', no kind of annotation"),
    ],
)
def test_a_broken_line_is_refused_with_its_number(line, reason):
    lines = f"T1\tSource 0 12\tThe ministry\n\nT3\tCue 13 17\tsaid\n{line}\n"
    with pytest.raises(BadValue) as refused:
        parse(lines, TEXT, "one.ann")
    assert str(refused.value).startswith("one.ann: line 4: ")
    assert reason in str(refused.value)


def test_annotations_of_another_text_are_refused():
    # The same text with a mark before it: every offset is off by one.
    with pytest.raises(BadValue, match="line 1: T1 says 'The ministry' where the text has"):
        parse(LINES, f"\ufeff{TEXT}")


KINDS = st.from_regex(r"[A-Z][a-z]{0,5}(-[a-z]{1,3})?", fullmatch=True)
LINE = st.text(
    st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), min_size=1, max_size=8
)
VALUE = st.from_regex(r"[a-z0-9:]{1,6}( [a-z]{1,3})?", fullmatch=True)


@st.composite
def annotated(draw):
    # Line ends inside of a span have no form of their own in the words behind a T line.
    sign = st.characters(exclude_characters="\n\r", exclude_categories=["Cs"])
    text = draw(st.text(sign, min_size=4, max_size=60))
    ends = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)
    spans = ends.map(lambda two: Span(*sorted(two)))
    pieces = draw(st.lists(st.lists(spans, min_size=1, max_size=3).map(tuple), max_size=5))
    entities = tuple(
        Entity(f"T{number}", draw(KINDS), spans) for number, spans in enumerate(pieces, 1)
    )
    ids = st.sampled_from([one.id for one in entities]) if entities else st.nothing()
    arguments = st.lists(st.tuples(KINDS, ids), min_size=1, max_size=3).map(tuple)
    links, remarks = [], []
    for number in range(draw(st.integers(0, 3)) if entities else 0):
        links.append(Link(f"E{number}", draw(KINDS), draw(arguments), draw(ids)))
        links.append(Link(f"R{number}", draw(KINDS), draw(arguments)))
        remarks.append(Remark(f"A{number}", draw(KINDS), draw(ids), draw(st.none() | VALUE)))
        remarks.append(Remark(f"#{number}", draw(KINDS), draw(ids), None, draw(st.none() | LINE)))
    return text, Standoff(entities, tuple(links), tuple(remarks))


@settings(max_examples=60, deadline=None)
@given(annotated())
def test_what_is_written_is_read_back(case):
    text, standoff = case
    assert parse(render(standoff, text), text) == standoff


SCRAPS = st.sampled_from([*"TERA*#MN1290:; \t\n\r", "T1\tA 0 1\t", "E1\tA:T1 B:T1", "#1\tN T1\t"])


@settings(deadline=None)
@given(st.lists(SCRAPS, max_size=30).map("".join))
def test_whatever_is_given_is_read_or_refused_in_one_line(lines):
    refused = "annotations: line "
    try:
        parse(lines, "a b\nc")
    except BadValue as error:
        refused = str(error)
    assert refused.startswith("annotations: line ")
    assert "\n" not in refused
