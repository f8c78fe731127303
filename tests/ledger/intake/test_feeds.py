"""Feeds: their entries, and every way in which they are broken."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.ledger.intake import About, Given, IntakeOptions, OnlyLink, Refused
from groundcheck.ledger.intake import feeds as feeds_module
from groundcheck.ledger.intake.sources import from_bytes

TODAY = date(2026, 11, 26)
HEAD = (
    "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' "
    "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
    "<title>The Gazette &amp; Co</title><link>https://g.example/</link><language>en</language>"
)
TAIL = "</channel></rss>"


def item(n, extra=""):
    return (
        f"<item><title>Head {n}</title><link>https://g.example/{n}</link>"
        f"<description>&lt;p&gt;They hold {n} per cent.&lt;/p&gt;</description>"
        f"<pubDate>Fri, 03 May 2024 22:30:00 -0500</pubDate>{extra}</item>"
    )


def feed(*items):
    return HEAD + "".join(items) + TAIL


def read(data, name="feed.xml", **about):
    data = data if isinstance(data, bytes) else data.encode()
    return list(from_bytes(name, data, About(**about), IntakeOptions(today=TODAY)))


def whole(n):
    return Given(
        f"feed.xml#{n}", f"Head {n}\n\nThey hold {n} per cent.", date(2024, 5, 4),
        f"https://g.example/{n}", "The Gazette & Co", f"Head {n}", "en",
        ("only a summary, not the whole text",),
    )  # fmt: skip


def test_entries_with_the_day_in_utc():
    assert read(feed(item(1), item(2))) == [whole(1), whole(2)]


def test_the_whole_text_goes_before_the_summary():
    content = "<![CDATA[<p>One.</p><script>no</script><p>Two.</p>]]>"
    (found,) = read(feed(item(1, f"<content:encoded>{content}</content:encoded>")))
    assert (found.text, found.notes) == ("Head 1\n\nOne.\n\nTwo.", ())


ATOM = """<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='uk'>
<title type='html'>The &lt;b&gt;Gazette&lt;/b&gt;</title>
<entry><title>Head</title><link href='/1'/><updated>2024-05-03T10:00:00Z</updated>
<source><title>The Agency</title></source>
<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One.</p><p>Two.</p></div></content>
</entry></feed>"""


def test_atom_with_a_source_and_a_relative_link():
    (found,) = read(ATOM, url="https://g.example/feed.xml")
    assert found == Given(
        "feed.xml#1", "Head\n\nOne.\n\nTwo.", date(2024, 5, 3), "https://g.example/1",
        "The Agency", "Head", "uk",
    )  # fmt: skip


RDF = """<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'
xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>
<channel><title>G</title></channel>
<item><title>Head</title><link>https://g.example/1</link><description>They said so.</description>
<dc:date>2024-05-03T10:00:00Z</dc:date></item></rdf:RDF>"""


def test_rdf():
    (found,) = read(RDF)
    assert (found.text, found.published) == ("Head\n\nThey said so.", date(2024, 5, 3))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_encodings(encoding):
    text = feed("<item><title>Київ</title><description>Так</description></item>")
    text = text.replace(
        "encoding='utf-8'", f"encoding='{encoding}'" if encoding == "cp1251" else ""
    )
    (found,) = read(text.encode(encoding))
    assert found.text == "Київ\n\nТак"


def test_an_entry_without_text_is_a_link_or_nothing():
    link, nothing, later = read(
        feed(
            "<item><title>Held</title><link>https://g.example/1</link>"
            "<pubDate>2024-05-03</pubDate></item>",
            "<item><title>Held</title></item>",
            item(3),
        )
    )
    assert isinstance(link, OnlyLink)
    assert link.item == "feed.xml#1"
    assert link.reason == "only a link, to https://g.example/1"
    assert link.about == About(
        url="https://g.example/1", published=date(2024, 5, 3), publisher="The Gazette & Co",
        title="Held", language="en",
    )  # fmt: skip
    assert nothing == Refused("feed.xml#2", "no text in it")
    assert later == whole(3)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("Thu, 01 Jan 1970 00:00:00 GMT", "where computers' clocks begin"),
        ("Wed, 03 May 2202 10:00:00 GMT", "in the future"),
        ("some day", "cannot be told"),
    ],
)
def test_a_day_that_cannot_be_costs_the_day(day, reason):
    (found,) = read(feed(f"<item><description>So.</description><pubDate>{day}</pubDate></item>"))
    assert (found.text, found.published) == ("So.", None)
    assert any(reason in note for note in found.notes)


def test_ten_thousand_entries():
    found = read(feed(*map(item, range(1, 10_001))))
    assert len(found) == 10_000
    assert found[0] == whole(1)
    assert found[-1] == whole(10_000)


@pytest.mark.parametrize("kept", [3, 2, 1])
@pytest.mark.parametrize("cut", ["in the tail", "in an entry", "between"])
def test_a_feed_that_is_cut_off_gives_its_whole_entries(kept, cut):
    data = HEAD + "".join(item(n) for n in range(1, kept + 1))
    data += {"in the tail": TAIL[:12], "in an entry": item(9)[:-30], "between": ""}[cut]
    *found, last = read(data)
    assert found == [whole(n) for n in range(1, kept + 1)]
    assert last.item == "feed.xml"
    assert last.reason.startswith("its XML is broken (line ")
    assert f"{kept} entries could be read" in last.reason


def test_broken_xml_within_costs_no_other_entry():
    *found, last = read(feed(item(1), item(2, "<b>"), item(3, "& <"), item(4)))
    assert [it.item for it in found] == [f"feed.xml#{n}" for n in (1, 2, 3, 4)]
    assert (found[0], found[3]) == (whole(1), whole(4))
    assert last.reason.startswith("its XML is broken (line 1: mismatched tag)")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (feed(), "a feed without entries"),
        ("<rss version='2.0'>", "its XML is broken"),
        ("<!DOCTYPE r [<!ENTITY a 'x'>]><rss><channel>" + item(1), "declares entities of its own"),
        ("<!--<r--><!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><rss>&a;</rss>",
         "declares entities of its own"),
        (("<?xml version='1.0'?><!DOCTYPE r [<!EnTiTy a 'x'>]><rss>&a;</rss>").encode("utf-16"),
         "declares entities of its own"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_refused_in_one_line(data, reason):
    (found,) = read(data)
    assert isinstance(found, Refused)
    assert reason in found.reason
    assert "\n" not in found.reason


def test_a_feed_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(feeds_module, "LONGEST", 2**12)
    (found,) = read(feed(*map(item, range(100))))
    assert found == Refused("feed.xml", "a feed of more than 4 KiB, which is refused")


def test_nothing_outside_is_ever_asked_for(monkeypatch):
    import socket
    import urllib.request

    def asked(*_, **__):
        raise AssertionError

    monkeypatch.setattr(socket, "create_connection", asked)
    monkeypatch.setattr(socket.socket, "connect", asked)
    monkeypatch.setattr(urllib.request, "urlopen", asked)
    doctype = "<!DOCTYPE rss PUBLIC 'x' 'http://127.0.0.1:9/rss.dtd'>"
    data = feed(item(1)).replace("<rss", doctype + "<rss").replace("?><!", "?>\n<!")
    assert read(data) == [whole(1)]


TOKENS = st.sampled_from(
    [item(1), item(2), "<item>", "</item>", "<entry>", "&amp;", "&", "<", "<![CDATA[", "]]>",
     "<!--", "-->", "<title>", "</title>", "<link>", "<pubDate>x</pubDate>", "<content:encoded>",
     "<a b='", "text", "</rss>"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(TOKENS, max_size=15))
def test_no_markup_raises(tokens):
    for found in read(HEAD + "".join(tokens)):
        assert isinstance(found, (Given, Refused))
