"""Records of JSON: every known kind of record, and every way in which one is none."""

import gzip
import json
import tracemalloc
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.ledger.intake import About, Given, IntakeOptions, OnlyLink, Refused
from groundcheck.ledger.intake import records as records_module
from groundcheck.ledger.intake.sources import from_bytes

TODAY = date(2026, 11, 26)
MAY = date(2024, 5, 3)
SAID = "The ministry said that its troops hold 40 per cent of the district."


def read(data, name="news.jsonl", fields=(), about=None):
    data = data if isinstance(data, bytes) else json.dumps(data).encode()
    options = IntakeOptions(today=TODAY, fields=dict(fields))
    return list(from_bytes(name, data, about or About(), options))


def one(record, **options):
    (found,) = read(record, **options)
    return found


def said(record, **options):
    """What of a record is not as in an empty one."""
    found = one(record, **options)
    assert isinstance(found, Given), found
    names = ("text", "published", "url", "publisher", "title", "language", "notes")
    return {name: value for name in names if (value := getattr(found, name))}


RECORDS = {
    "our own": (
        {"text": SAID, "published": "2024-05-03", "url": "https://a.example/1", "publisher": "A",
         "title": "Held", "language": "en"},
        {"text": "Held\n\n" + SAID, "published": MAY, "url": "https://a.example/1",
         "publisher": "A", "title": "Held", "language": "en"},
    ),
    "date for published": ({"text": SAID, "date": "2024-05-03"}, {"text": SAID, "published": MAY}),
    "AVeriTeC": (
        {"claim": SAID, "required_reannotation": False, "label": "Refuted", "justification": "No.",
         "claim_date": "3-5-2024", "speaker": "Jane Roe", "original_claim_url": "https://b.example/",
         "fact_checking_article": "https://c.example/", "reporting_source": "Radio",
         "location_ISO_code": "UA", "questions": []},
        {"text": SAID, "published": MAY, "url": "https://b.example/", "publisher": "Radio",
         "notes": ("the data set names as its speaker: Jane Roe",)},
    ),
    "AVeriTeC without a speaker": (
        {"claim": SAID, "claim_date": None, "speaker": None, "original_claim_url": None,
         "reporting_source": None},
        {"text": SAID},
    ),
    "CC-News": (
        {"title": "Held", "text": SAID, "domain": "a.example", "date": "2024-05-03 12:00:00",
         "description": "Short", "url": "https://a.example/1", "image_url": ""},
        {"text": "Held\n\n" + SAID, "published": MAY, "url": "https://a.example/1",
         "publisher": "a.example", "title": "Held"},
    ),
    "news-please": (
        {"maintext": SAID, "date_publish": "2024-05-03 12:00:00", "date_download": "2025-01-01",
         "source_domain": "a.example", "title": "Held", "language": "en", "url": None},
        {"text": "Held\n\n" + SAID, "published": MAY, "publisher": "a.example", "title": "Held",
         "language": "en"},
    ),
    "NewsAPI": (
        {"source": {"id": None, "name": "A"}, "author": "X", "title": "Held",
         "description": "Short", "url": "https://a.example/1",
         "publishedAt": "2024-05-03T12:00:00Z",
         "content": SAID + " And… [+812 chars]"},
        {"text": "Held\n\n" + SAID + " And", "published": MAY, "url": "https://a.example/1",
         "publisher": "A", "title": "Held",
         "notes": ("the text is cut short where it comes from",)},
    ),
    "NewsAPI without content": (
        {"publishedAt": "2024-05-03T12:00:00Z", "content": None, "description": SAID},
        {"text": SAID, "published": MAY, "notes": ("only a summary, not the whole text",)},
    ),
    "schema.org": (
        {"@type": "NewsArticle", "headline": "Held", "articleBody": SAID, "inLanguage": "en",
         "datePublished": "2024-05-03T01:00:00+02:00", "publisher": {"name": "A"}},
        {"text": "Held\n\n" + SAID, "published": date(2024, 5, 2), "publisher": "A",
         "title": "Held", "language": "en"},
    ),
    "WordPress": (
        {"date": "2024-05-04T01:00:00", "date_gmt": "2024-05-03T22:00:00",
         "link": "https://a.example/1", "title": {"rendered": "Held"},
         "content": {"rendered": "<p>One.</p><script>x</script><p>Two &amp; three.</p>"}},
        {"text": "Held\n\nOne.\n\nTwo & three.", "published": MAY, "url": "https://a.example/1",
         "title": "Held"},
    ),
    "Hugging Face": (
        {"content": SAID, "date": "2024-05-03", "headline": "Held", "publication": "A"},
        {"text": "Held\n\n" + SAID, "published": MAY, "publisher": "A", "title": "Held"},
    ),
    "a summarisation set": ({"article": SAID, "highlights": "x", "id": "1"}, {"text": SAID}),
    "Elasticsearch": (
        {"_index": "news", "_id": "1", "_source": {"text": SAID, "date": "2024-05-03"}},
        {"text": SAID, "published": MAY},
    ),
    "MongoDB": (
        {"text": SAID, "date": {"$date": "2024-05-03T00:00:00Z"}}, {"text": SAID, "published": MAY}
    ),
    "paragraphs": ({"text": ["One.", "Two."]}, {"text": "One.\n\nTwo."}),
    "seconds": ({"text": SAID, "date": 1714737600}, {"text": SAID, "published": MAY}),
    "NaN for nothing": (b'{"text": "Said.", "date": NaN, "title": NaN}', {"text": "Said."}),
    "the same key twice": (b'{"text": "One.", "text": "Two."}', {"text": "Two."}),
    "numbers for names": ({"text": SAID, "title": 7, "publisher": ["x"]}, {"text": SAID}),
    "half a surrogate pair": (
        b'{"text": "\\ud83d said"}',
        {"text": "\ufffd said", "notes": ("signs that are no text were replaced",)},
    ),
    "other addresses are none": ({"text": SAID, "url": "javascript:alert(1)"}, {"text": SAID}),
    "no passwords": (
        {"text": SAID, "url": "https://me:secret@a.example/1"},
        {"text": SAID, "url": "https://a.example/1"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", RECORDS)
def test_known_records(kind):
    record, wanted = RECORDS[kind]
    assert said(record) == wanted


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (0, "where computers' clocks begin"),
        ("1970-01-01T00:00:00Z", "where computers' clocks begin"),
        ("2202-01-01", "in the future"),
        ("sometime", "cannot be told which day"),
    ],
)
def test_a_day_that_cannot_be_costs_the_day_and_not_the_text(written, reason):
    found = one({"text": SAID, "date": written})
    assert (found.text, found.published) == (SAID, None)
    assert len(found.notes) == 1
    assert reason in found.notes[0]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (b"[1]", "no JSON object with fields"),
        (b'"text"', "no JSON object with fields"),
        (b"null", "no JSON object with fields"),
        (b"{}", "no field in it that is known to hold a text; it has none"),
        (b'{"id": 1, "b\\nc": 2}', r"it has 'id', 'b\nc'"),
        (b'{"text": ""}', "no field in it that is known to hold a text; it has 'text'"),
        (b'{"text": " \\n "}', "no text in it"),
        (b'{"text": 5}', "no field in it"),
        (b'{"text": "a"', "no JSON: "),
        (b"text", "no JSON: "),
        (b'{"text": "\xff"}', "no UTF-8 (byte 0xff at 10)"),
        (b'{"text": ' + b"[" * 100_000, "no JSON"),
        (b'{"date": ' + b"9" * 5000 + b"}", "no JSON: "),
    ],
)
def test_what_is_no_record_is_refused_by_its_line(record, reason):
    good = b'{"text": "Said."}'
    first, bad, last = read(good + b"\n" + record + b"\n" + good)
    assert (first.item, last.item) == ("news.jsonl#1", "news.jsonl#3")
    assert isinstance(bad, Refused)
    assert bad.item == "news.jsonl#2"
    assert reason in bad.reason
    assert "\n" not in bad.reason
    assert len(bad.reason) < 200


def test_a_record_that_only_links_says_where_to():
    found = one({"url": "https://a.example/1", "seendate": "20240503T120000Z", "title": "Held"})
    assert isinstance(found, OnlyLink)
    assert found.reason == "only a link, to https://a.example/1"
    assert found.about == About(url="https://a.example/1", title="Held")


def test_lines_are_counted_with_empty_ones_and_with_every_kind_of_line_end():
    data = b'\xef\xbb\xbf{"text": "One."}\r\n\r\n \n{"text": "Two.\xe2\x80\xa8Still."}\n'
    assert [(it.item, it.text) for it in read(data)] == [
        ("news.jsonl#1", "One."),
        ("news.jsonl#4", "Two.\u2028Still."),
    ]


@pytest.mark.parametrize("name", ["news.json", "download", "news.txt"])
@pytest.mark.parametrize(
    ("data", "items"),
    [
        (b'{"text": "One."}\n{"text": "Two."}', ["#1", "#2"]),
        (b'[{"text": "One."}, {"text": "Two."}]', ["#1", "#2"]),
        (b' [\n {"text": "One."},\n {"text": "Two."}\n]\n', ["#1", "#2"]),
        (b'{\n "text":\n "One."\n}', ["#1"]),
        (b'{"articles": [{"content": "One."}, {"content": "Two."}]}', ["#1/1", "#1/2"]),
        (b'{\n"hits": {"hits": [\n{"_source": {"text": "One."}}]}}', ["#1/1"]),
        (b"[]", []),
    ],
)
def test_what_json_it_is_shows_in_itself(name, data, items):
    found = read(data, name)
    assert [it.item for it in found] == [name + item for item in items]
    assert [it.text for it in found] == ["One.", "Two."][: len(items)]


def test_a_json_feed_says_of_all_entries_what_it_says_of_itself():
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "A", "language": "en",
        "items": [
            {"id": "1", "url": "https://a.example/1", "title": "Held",
             "content_html": "<p>One.</p>", "date_published": "2024-05-03T12:00:00Z"},
            {"id": "2", "url": "https://a.example/2", "summary": "Short."},
            {"id": "3", "url": "https://a.example/3"},
        ],
    }  # fmt: skip
    full, short, link = read(feed, "feed.json")
    assert full == Given(
        "feed.json#1/1", "Held\n\nOne.", MAY, "https://a.example/1", "A", "Held", "en"
    )
    assert (short.text, short.publisher) == ("Short.", "A")
    assert short.notes == ("only a summary, not the whole text",)
    assert isinstance(link, OnlyLink)
    assert (link.about.url, link.about.publisher) == ("https://a.example/3", "A")


def test_an_array_that_is_cut_off_gives_what_is_whole():
    found = read(b'[{"text": "One."}, {"text": "Tw', "news.json")
    assert found[0].text == "One."
    assert found[1:] == [Refused("news.json", "its list of records is cut off after 1")]


def test_own_paths_go_before_all():
    record = {
        "text": "No.", "body": {"article": "Yes."}, "when": [{"day": "2024-05-03"}], "a.b": "Title"
    }  # fmt: skip
    fields = {"text": "body.article", "published": "when.0.day", "title": "a.b"}
    assert said(record, fields=fields) == {
        "text": "Title\n\nYes.", "published": MAY, "title": "Title"
    }  # fmt: skip
    missing = one({"text": "No."}, fields=fields)
    assert missing == Refused("news.jsonl#1", "nothing under 'body.article'")
    assert said({"page": "<p>A<p>B"}, fields={"html": "page"}) == {"text": "A\n\nB"}


def test_own_paths_have_known_targets():
    with pytest.raises(BadValue, match=r"field 'txt': wants one of text, html, published"):
        IntakeOptions(fields={"txt": "a"})


def test_where_a_file_was_found_is_not_where_its_records_stood():
    about = About(url="https://a.example/news.jsonl", publisher="A")
    found = one({"text": SAID}, about=about)
    assert (found.url, found.publisher) == (None, "A")


def peak(packed, name):
    tracemalloc.start()
    found = [(it.item, getattr(it, "reason", None)) for it in from_bytes(name, packed)]
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return found, most


@pytest.mark.parametrize(("before", "between", "after"), [(b"", b"\n", b""), (b"[", b",", b"]")])
def test_a_record_that_is_too_long_is_not_held(before, between, after, monkeypatch):
    monkeypatch.setattr(records_module, "LONGEST", 2**16)
    good, long = b'{"text": "Said."}', b'{"text": "' + b"x" * 2**24 + b'"}'
    data = gzip.compress(before + between.join([good, long, good]) + after)
    found, most = peak(data, "news.json.gz")
    reason = "a record of more than 64 KiB, which is refused"
    assert found == [("news.json#1", None), ("news.json#2", reason), ("news.json#3", None)]
    assert most < 2**22


def test_one_bad_line_in_many_costs_one_line_and_no_more_than_one_is_held(monkeypatch):
    monkeypatch.setattr(records_module, "LONGEST", 2**16)
    line = json.dumps({"text": SAID * 250, "date": "2024-05-03"}).encode() + b"\n"
    data = gzip.compress(line * 200 + b'{"text": \n' + line * 200)
    found, most = peak(data, "news.jsonl.gz")
    assert len(found) == 401
    assert [item for item, reason in found if reason] == ["news.jsonl#201"]
    assert most < 2**21 < len(line) * 400


TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1)


@given(
    st.lists(
        st.fixed_dictionaries(
            {"text": TEXT.filter(lambda text: text.strip(" \t\r\n\f\v\ufeff"))},
            optional={
                "published": st.dates(date(1990, 1, 1), TODAY).map(date.isoformat),
                "url": st.integers(0, 99).map("https://a.example/{}".format),
                "publisher": st.from_regex(r"[A-Z][a-z]{1,9}", fullmatch=True),
                "language": st.sampled_from(["en", "uk", "en-GB"]),
            },
        ),
        max_size=4,
    ),
    st.booleans(),
    st.booleans(),
)
def test_what_is_written_as_lines_or_as_an_array_comes_back(written, ascii_only, array):
    lines = [json.dumps(record, ensure_ascii=ascii_only) for record in written]
    data = "[" + ",".join(lines) + "]" if array else "\n".join(lines) + "\n"
    found = read(data.encode(), "news.json" if array else "news.jsonl")
    back = [
        {
            name: value.isoformat() if isinstance(value, date) else value
            for name in ("text", "published", "url", "publisher", "language")
            if (value := getattr(it, name)) is not None
        }
        for it in found
    ]
    assert back == written
