"""Spans of a report found again in the text of the page that it was taken from."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from groundcheck.ledger.intake.page_lines import paragraphs
from groundcheck.ledger.intake.page_text import PageText, aligned, page_text
from groundcheck.ledger.intake.sources import from_bytes
from groundcheck.model import Span

PAGE = """<html><head><title>What they hold | A</title></head><body>
<nav><a href=/>Home</a> <a href=/m>Maps</a></nav>
<aside><p>Read next: They hold 50 per cent.</p></aside>
<article><h1>What they hold</h1>
<p>They hold
   <b>40 per&nbsp;cent</b> of the district, she said, and that is all that is known of it today.</p>
<p>They hold 50 per cent.</p><ul><li>One village.<li>Two villages.</ul>
<table><tr><td>North<td>70%<tr><td>South<td>30%</table></article>
<footer>They hold the rights to this page.</footer></body></html>"""


def signs(text):
    return "".join(text.split())


def span_of(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture(scope="module")
def report():
    return next(from_bytes("page.html", PAGE.encode())).text


@pytest.mark.parametrize(
    "words",
    [
        "What they hold",
        "40 per cent",
        "They hold 40 per cent of the district",
        "known of it today.\n\nThey hold 50",
        "One village.",
        "70%",
        "North",
    ],
)
def test_words_are_found_where_the_page_has_them(report, words):
    there = page_text(PAGE, report)
    found = there.to_page(span_of(report, words))
    assert signs(found.of(there.text)) == signs(words)


def test_the_place_is_that_of_the_article_and_not_of_what_stands_beside_it(report):
    there = page_text(PAGE, report)
    found = there.to_page(span_of(report, "They hold 50 per cent."))
    assert found.start > there.text.index("she said")


@pytest.mark.parametrize(
    ("page", "report", "words"),
    [
        ("<p>They hold it.</p>", "Head\n\nThey hold it.", "Head"),
        ("<p>They hold it.</p>", "Head\n\nThey hold it.", "Head\n\nThey"),
        ("<table><tr><td>a<td>b</table>", "| a | b |", "a | b"),
        ("<p>They hold</p><p>40</p><p>per cent</p>", "They hold per cent", "hold per"),
        ("<p>They hold it.</p>", "They hold it.", " "),
        ("<p>They hold it.</p>", "They hold it.", ""),
    ],
)
def test_words_that_do_not_stand_so_on_the_page(page, report, words):
    assert page_text(page, report).to_page(span_of(report, words)) is None


def test_spans_outside_the_report_are_nowhere():
    assert page_text("<p>So.</p>", "So.").to_page(Span(7, 9)) is None
    assert PageText("", ()).to_page(Span(0, 0)) is None


WORDS = st.text("abc .,é\xa0\t", min_size=1, max_size=12)


@given(st.lists(WORDS, max_size=12), st.data())
def test_what_is_found_are_the_same_words(pieces, data):
    """Any choice of a text's pieces, in order, is mapped to equal words or to nothing."""
    text = "\n\n".join(pieces)
    kept = [piece for piece in pieces if data.draw(st.booleans())]
    report = "\n\n".join(kept)
    there = aligned(text, report)
    assert len(there.offsets) == len(report)
    start = data.draw(st.integers(0, len(report)))
    end = data.draw(st.integers(start, len(report)))
    found = there.to_page(Span(start, end))
    if found is not None:
        assert signs(found.of(text)) == signs(report[start:end])
        assert found.end <= len(text)


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_a_report_that_is_the_page_is_found_whole(pieces):
    text = "\n\n".join(pieces)
    assume(signs(text))
    found = aligned(text, text).to_page(Span(0, len(text)))
    assert signs(found.of(text)) == signs(text)


@given(
    st.lists(st.lists(st.text("abc.", min_size=1, max_size=9), min_size=1, max_size=5), max_size=6)
)
def test_torn_paragraphs_are_joined_as_the_page_has_them(torn):
    page = "\n\n".join(" ".join(words) for words in torn)
    lines = [word for words in torn for word in words]
    assert paragraphs(lines, page) == page


@pytest.mark.parametrize(
    ("lines", "page", "joined"),
    [
        ([], "", ""),
        (["a b", "c"], "a b c", "a b c"),
        (["a", "."], "a.", "a."),
        (["a", "b"], "a\tb", "a\n\nb"),
        (["a", "c"], "a b c", "a\n\nc"),
        (["b", "a"], "a b", "b\n\na"),
        (["x", "y"], "a b", "x\n\ny"),
    ],
)
def test_lines_stay_apart_unless_the_page_goes_on(lines, page, joined):
    assert paragraphs(lines, page) == joined
