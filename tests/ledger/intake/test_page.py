"""Web pages: what is taken from them, and every way in which they are bad."""

import gzip
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.ledger.intake import About, Given, IntakeOptions, Refused
from groundcheck.ledger.intake import page as page_module
from groundcheck.ledger.intake.markup import visible_text
from groundcheck.ledger.intake.page_bytes import decoded_page
from groundcheck.ledger.intake.sources import from_bytes

TODAY = date(2026, 11, 26)
FIRST = "The army holds 40 per cent of the district, its spokeswoman told reporters on Thursday."
SECOND = "The other side says that it has taken three villages since the beginning of the month."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"


def page(head="", body=BODY, title="Front holds, army says"):
    return (
        f"<!doctype html><html lang='en-GB'><head><title>{title} | The Gazette</title>"
        f"<meta property='og:site_name' content='The Gazette'>{head}"
        "<script>var secret = 'script 99 per cent';</script></head>"
        "<body><nav><a href='/'>Home</a> <a href='/map'>Maps</a></nav>"
        f"<article><h1>{title}</h1>{body}</article>"
        "<footer><p>Copyright 2019 The Gazette</p></footer></body></html>"
    )


def read(data, today=TODAY, **about):
    data = data if isinstance(data, bytes) else data.encode("utf-8", "replace")
    (found,) = from_bytes("page.html", data, About(**about), IntakeOptions(today=today))
    return found


def meta(day, name="property='article:published_time'"):
    return f"<meta {name} content='{day}'>"


def test_a_page_gives_its_main_text_with_its_title_before_it():
    head = meta("2024-05-03T23:30:00-05:00") + "<link rel=canonical href='https://g.example/1'>"
    found = read(page(head), url="https://g.example/1?from=feed")
    assert found == Given(
        "page.html",
        f"Front holds, army says\n\n{FIRST}\n\n{SECOND}",
        date(2024, 5, 3),
        "https://g.example/1",
        "The Gazette",
        "Front holds, army says",
        "en-GB",
    )


def test_what_a_page_leaves_open_is_taken_from_outside():
    about = {
        "url": "https://g.example/1", "published": date(2024, 5, 3), "publisher": "G",
        "title": "Held", "language": "en", "notes": ("a note",),
    }  # fmt: skip
    found = read("<html><p>They said so.</p></html>", **about)
    assert found.text == "Held\n\nThey said so."
    assert (found.published, found.language, found.notes) == (date(2024, 5, 3), "en", ("a note",))
    assert found.url == "https://g.example/1"


def test_no_password_of_an_address_comes_in():
    found = read(page(), url="https://me:secret@g.example/1")
    assert found.url == "https://g.example/1"
    assert "secret" not in str(found)


@pytest.mark.parametrize(
    ("source", "day"),
    [
        (page(meta("2024-05-03")), "2024-05-03"),
        (page(meta("2024-05-03T10:00:00Z", "itemprop=datePublished")), "2024-05-03"),
        (page("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", "
              '"datePublished": "2024-05-03T10:00:00Z"}</script>'), "2024-05-03"),
        (page(body="<time datetime='2024-05-03T10:00'>3 May</time>" + BODY), "2024-05-03"),
        (page(body="<span class='article-date'>3 May 2024</span>" + BODY), "2024-05-03"),
        (page("<link rel=canonical href='https://g.example/2024/05/03/front'>"), "2024-05-03"),
        # One that cannot be gives way to one that can.
        (page(meta("1970-01-01T00:00:00Z") + "<link rel=canonical "
              "href='https://g.example/2024/05/03/front'>"), "2024-05-03"),
        # What stands in the text, a headline, a picture's name or a note may be any other day.
        (page(), None),
        (page(body=BODY + "<p>The war has gone on since 2022-02-24.</p>"), None),
        (page(body=BODY + "<p>Updated maps of 24 February 2022 are below.</p>"), None),
        (page(title="The front on 24 February 2022"), None),
        (page(body=BODY + "<img src='/2022/02/24/front.jpg'>"), None),
        (page("<meta property='og:image' content='https://g.example/2022/02/24/x.jpg'>"), None),
        (page(body=BODY + "<aside><time datetime='2022-02-24'>older</time></aside>"), None),
    ],
)  # fmt: skip
def test_only_a_day_that_is_named_as_that_of_publication_counts(source, day):
    found = read(source)
    assert found.published == (day and date.fromisoformat(day))
    assert found.notes == ()


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("1970-01-01T00:00:00Z", "where computers' clocks begin"),
        ("1985-05-03", "before 1990"),
        ("2202-05-03", "in the future of 2026-11-26"),
    ],
)
def test_a_day_that_cannot_be_is_told(day, reason):
    found = read(page(meta(day)))
    assert found.published is None
    assert len(found.notes) == 1
    assert reason in found.notes[0]


def test_without_a_today_the_day_does_not_hang_on_the_clock():
    assert read(page(meta("2202-05-03")), today=None).published == date(2202, 5, 3)


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("<html lang=uk><p>A.", "uk"),
        ("<html lang=' en_US '><p>A.", "en-US"),
        ("<html><meta http-equiv='Content-Language' content=de><p>A.", "de"),
        ("<html><meta property='og:locale' content='fr_FR'><p>A.", "fr-FR"),
        ("<html lang='?'><p>A.", None),
        ("<html><p>A.", None),
    ],
)
def test_languages(source, language):
    assert read(source).language == language


RUSSIAN = "Войска заняли восемьсот километров"
OLD = f"<html><p>{RUSSIAN}</p></html>".encode("cp1251")


@pytest.mark.parametrize(
    ("data", "content_type", "text", "noted"),
    [
        (f"<html><p>{RUSSIAN}</p>".encode(), None, RUSSIAN, ""),
        (f"<html><p>{RUSSIAN}</p>".encode("utf-16"), "text/html; charset=utf-8", RUSSIAN, ""),
        (OLD, "text/html; charset=windows-1251", RUSSIAN, ""),
        (b"<meta charset=windows-1251>" + OLD, None, RUSSIAN, ""),
        (b"<meta http-equiv=x content='text/html; charset=cp1251'>" + OLD, None, RUSSIAN, ""),
        (b"<?xml version='1.0' encoding='windows-1251'?>" + OLD, "text/html", RUSSIAN, ""),
        (OLD, None, RUSSIAN, "no encoding is named; read as windows-1251"),
        (b"<meta charset=utf-16>" + f"<p>{RUSSIAN}".encode(), None, RUSSIAN, ""),
        (b"<meta charset=klingon><p>\xe9t\xe9", None, "été", "no encoding is named; read as"),
        (b"<meta charset=iso-8859-1><p>\x93quoted\x94", None, "“quoted”", ""),
        (b"<meta charset=utf-8><p>caf\xe9 bar", None, "caf\ufffd bar", "some bytes are no utf-8"),
        (b"<p>a \xef\xbf\xbd b", None, "a \ufffd b", ""),
    ],
)
def test_encodings(data, content_type, text, noted):
    found = read(data, content_type=content_type)
    assert found.text == text
    assert len(found.notes) == bool(noted)
    assert all(note.startswith(noted) for note in found.notes)


@pytest.mark.parametrize(
    "source",
    [
        "<html></html>",
        "<html><body>  &nbsp; </body></html>",
        "<html><script>var text = 'no';</script><style>p { }</style><template>x</template>",
        "<html><body><img src=x><iframe src=y></iframe></body></html>",
        "<html><!-- only this -->",
    ],
)
def test_a_page_without_text_is_refused(source):
    assert read(source) == Refused("page.html", "no text in it")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>They said so.", "They said so."),
        ("<html><p>They <b>said<i> so</b>.</i>", "They said so."),
        ("<html><p>They\0 said so.</p>", "They said so."),
        ("<html><table><p>They said so.</table></tr></div>", "They said so."),
        ("<?xml version='1.0' encoding='utf-16'?><html><p>They said so.", "They said so."),
        ("<html>" + "<div>" * 900 + "They said so.", "They said so."),
        ("<html>" + "<b>" * 900 + "They said so.", "They said so."),
        ("<html><p " + "a" * 100_000 + "=1>They said so.", "They said so."),
        ("<html><p>They said so.<!-- " + "<" * 100_000, "They said so."),
    ],
)
def test_broken_markup_costs_nothing(source, text):
    assert read(source).text == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("They <b>said</b> so.", "They said so."),
        ("They <i>said <b>so</b></i>.", "They said so."),
        ("They <a href='/x'>hold <em>40</em> per cent</a>, he.", "They hold 40 per cent, he."),
        ("They said<br>so.", "They said\n\nso."),
        ("word<sup>2</sup> and km<sub>2</sub>", "word2 and km2"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["p", "div", "td", "body", "blockquote"])
def test_emphasis_and_links_tear_no_sentence(markup, text, around):
    found = read(f"<html><{around}>{markup}</{around}>")
    assert found.text == text or (around == "td" and found.text == f"| {text} |")


def test_what_is_nested_beyond_all_reason_does_no_harm():
    assert isinstance(read("<html>" + "<div>" * 200_000 + "They said so."), (Given, Refused))
    assert isinstance(read("<html>" + "<table><tr><td>" * 200 + "so"), (Given, Refused))


def test_a_page_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(page_module, "LONGEST", 2**20)
    data = gzip.compress(b"<html><p>" + b"a word " * 2**18)
    (found,) = from_bytes("page.html.gz", data)
    assert found == Refused("page.html", "a page of more than 1 MiB, which is refused")
    assert isinstance(read("<html><p>Said.</p>" + "<i></i>" * 5_000), Given)


def test_a_library_that_fails_costs_the_page_and_nothing_else(monkeypatch):
    import trafilatura

    def fails(*args, **options):
        raise IndexError

    monkeypatch.setattr(trafilatura, "bare_extraction", fails)
    assert read(page()) == Refused("page.html", "no text in it")


TOKENS = st.sampled_from(
    "<p> </p> <div </div> <table> <tr> <td> <a href=' \" ' > < & &#x &#0; &#xd800; &nbsp; <!-- --> "
    "<script> </script> <style> <![CDATA[ ]]> <title> <meta <time <br/> </ <li> <svg> text é \0 "
    "<time datetime=2024-02-30> <meta property=article:published_time content=9999-99-99> <head> "
    '<script type=application/ld+json>{"datePublished":"2024-13-01"}</script> lang='.split(" ")
)


@settings(max_examples=150)
@given(st.lists(TOKENS, max_size=40))
def test_no_markup_raises(tokens):
    source = "<html>" + "".join(tokens)
    assert isinstance(read(source), (Given, Refused))
    assert "\0" not in visible_text(source)


@given(st.binary(max_size=60), st.sampled_from([None, "x; charset=utf-8", "x; charset=gbk", "x;;"]))
def test_no_bytes_of_a_page_raise(data, content_type):
    text, notes = decoded_page(b"<html><meta charset=" + data, content_type)
    assert isinstance(text, str)
    assert len(notes) <= 1


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        ("plain & simple", "plain & simple"),
        ("<p>One\n two</p><p>Three<br>four</p>five", "One two\n\nThree\nfour\n\nfive"),
        ("<ul><li>a<li>b</ul>", "a\n\nb"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\n\nc\td"),
        ("a<script>x</script>b<style>y</style>c<!-- z -->d", "abcd"),
        ("<p hidden>no</p>yes", "yes"),
        ("<p>a &lt;b&gt; &amp;amp; &nbsp;c", "a <b> &amp; \xa0c"),
        ("<svg><text>no</text></svg>yes", "yes"),
    ],
)
def test_what_a_reader_sees(source, text):
    assert visible_text(source) == text


def test_menus_and_notes_stay_out_of_short_news():
    found = read(page(body=f"<p>{FIRST}</p>"))
    assert found.text == f"Front holds, army says\n\n{FIRST}"
