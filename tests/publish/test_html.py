"""The page: escaped, self-contained, its marks nested right and its links leading somewhere."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.model import Attribution, Claim, Interval, MakersFigure, Span
from groundcheck.publish.html import render
from groundcheck.publish.marks import marked
from groundcheck.publish.safe import visible
from groundcheck.publish.strip import strip

VOID = {"meta", "path", "rect"}


class Page(HTMLParser):
    """Checks that tags close in order, and gathers ids, links and names of tags."""

    def __init__(self, page: str):
        super().__init__()
        self.open, self.ids, self.links, self.tags = [], [], [], set()
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.mark.parametrize("checked", [True, False])
def test_the_page_is_whole_and_loads_nothing(demo, checked):
    page = render(demo, checked)
    parsed = Page(page)
    assert not parsed.tags & {"script", "link", "img", "iframe", "object", "form"}
    assert "url(" not in page
    assert "@import" not in page
    assert all(link.startswith("#") for link in parsed.links)
    assert {link[1:] for link in parsed.links} <= set(parsed.ids)
    assert len(parsed.ids) == len(set(parsed.ids))
    assert {"main", "header", "footer", "article", "h1", "h2", "h3"} <= parsed.tags


def test_nothing_of_the_report_becomes_markup(demo):
    evil = '<img src=x onerror="alert(1)">\u202e&amp;'
    claim = replace(demo.claims[0], actor=evil, spans=(Span(0, 40),))
    finding = replace(demo.findings[0], summary=evil, unit=evil)
    report = replace(demo.report, title=evil)
    page = render(replace(demo, report=report, claims=(claim,), findings=(finding,)), True)
    assert "<img" not in page
    assert "<script" not in page
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert "&lt;img src=x onerror=&quot;" in page
    Page(page)


def claims_at(*spans: tuple[int, int]) -> list[Claim]:
    who = Attribution("the report", "narrator")
    return [Claim(str(n), "", (Span(*span),), "control", who) for n, span in enumerate(spans)]


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([(0, 3)], "1[abc]def"),
        ([(0, 3), (3, 6)], "1[abc]2[def]"),
        ([(0, 6), (2, 4)], "1[ab]2[cd+][ef]"),
        ([(0, 4), (2, 6)], "1[ab]2[cd+][ef]"),
        ([(2, 4), (0, 6)], "2[ab]1[cd+][ef]"),
        ([(0, 6), (0, 6)], "12[abcdef+]"),
        ([(1, 1)], "abcdef"),
        ([(4, 99)], "abcd1[ef]"),
        ([(50, 99)], "abcdef"),
        ([], "abcdef"),
    ],
)
def test_marks_are_cut_where_they_cross(spans, shown):
    page = marked("abcdef", claims_at(*spans))
    page = re.sub(r'<a class="no"[^>]*>(\d+)</a>', r"\1", page)
    page = re.sub(r'<mark class="control nested" data-of="\d \d">(\w+)</mark>', r"[\1+]", page)
    assert re.sub(r'<mark class="control" data-of="\d">(\w+)</mark>', r"[\1]", page) == shown


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 20)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.text(alphabet="ab <&\n\x1b\u202e😀", max_size=50), st.lists(SPANS, max_size=8))
def test_the_words_of_the_report_stand_whole_and_in_order(text, spans):
    page = marked(text, claims_at(*spans))
    Page(page)
    bare = re.sub(r'<a class="no".*?</a>', "", page)
    assert unescape(re.sub(r"<[^>]+>", "", bare)) == visible(text)


def test_line_ends_of_every_kind_are_shown_as_line_ends():
    assert marked("a\r\nb\rc\n", []) == "a\nb\nc\n"


def test_the_sources_of_the_whole_chain_are_marked(demo):
    page = marked(demo.report.text, demo.claims)
    assert re.search(r'<span class="source" data-of="[\d ]+">Colonel Ada Brook</span>', page)
    assert re.search(r'<span class="cue" data-of="[\d ]+">told</span>', page)


@given(st.text(alphabet="ab\n", max_size=40), st.lists(SPANS, max_size=8), st.integers(0, 40))
def test_two_windows_show_what_the_whole_does_and_each_number_once(text, spans, cut):
    cut, claims = min(cut, len(text)), claims_at(*spans)
    halves = [Span(0, cut), Span(cut, len(text))]
    pages = [marked(text, claims, half, lambda n: f"?page=2#claim-{n}") for half in halves]

    def bare(page):
        return unescape(re.sub(r"<[^>]+>", "", re.sub(r'<a class="no".*?</a>', "", page)))

    assert "".join(map(bare, pages)) == text
    shown = [n for page in pages for n in re.findall(r'id="words-(\d+)"', page)]
    assert sorted(shown) == sorted(re.findall(r'id="words-(\d+)"', marked(text, claims)))


@pytest.mark.parametrize(
    ("stated", "found", "unit"),
    [
        (Interval(74.5, 75.5), Interval(70.5, 71.2), "percent"),
        (Interval(99, None, low_open=True), Interval(98.2, 99.3), "percent"),
        (Interval(None, 100), Interval(98.2, 99.3), "percent"),
        (Interval(800, None), Interval(798, 802), "km2"),
        (Interval.point(0), Interval.point(0), "km2"),
        (Interval.point(5), Interval.point(5), "km2"),
        (Interval(-50, -20), Interval(10, 1e9), "km2"),
        (Interval(1e-9, 2e-9), Interval(1e-9, 3e-9), "km2"),
        (Interval(120, 130), Interval(90, 100), "percent"),
        (Interval(1, 2), Interval(1, 2), '<b x="y">'),
    ],
)
def test_strips_stay_within_their_frame(stated, found, unit):
    drawing = strip(stated, found, unit)
    Page(drawing)
    assert 'aria-label="stated ' in drawing
    for x, width in re.findall(
        r'<rect class="\w+" x="([\d.-]+)" y="\d+" width="([\d.]+)"', drawing
    ):
        assert 0 <= float(x) <= float(x) + float(width) <= 347
    assert 1 <= drawing.count('class="tick"') <= 8


def test_a_strip_without_ends_is_not_drawn():
    assert strip(Interval(None, None), Interval(None, None), "km2") == ""


def test_a_strip_has_a_row_for_each_maker():
    makers = (MakersFigure("Ada", Interval(70, 71)), MakersFigure("Ben <x>", Interval(69, 72)))
    drawing = strip(Interval(74.5, 75.5), Interval(69, 72), "percent", makers)
    Page(drawing)
    assert drawing.count('<rect class="found"') == 2
    assert "Ben &lt;x&gt;: 69 to 72%" in drawing
    assert "found: " not in drawing


def test_open_ends_have_arrows():
    assert strip(Interval(800, None), Interval(798, 802), "km2").count('<path class="stated"') == 1
