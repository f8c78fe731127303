"""Sources as a whole: folders, archives and single files, whatever is in them."""

import bz2
import gzip
import io
import lzma
import tarfile
import tracemalloc
import zipfile
from datetime import date

import pytest
from hypothesis import given as property_of
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.ledger.intake import About, Given, IntakeOptions, Refused
from groundcheck.ledger.intake.kinds import charset, told
from groundcheck.ledger.intake.sources import from_bytes, given
from groundcheck.ledger.limits import Limits

TODAY = date(2026, 11, 26)
A, B = b"The army holds 40 per cent.", b"The army holds 50 per cent."
LINES = b'{"text": "One."}\n{"text": "Two."}\n'
PAGE = b"<!doctype html><html><body><p>The army holds 60 per cent.</p></body></html>"


def zip_of(files, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tar_of(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def shown(found):
    """The texts by item, and the reasons of what was refused."""
    texts = {it.item: it.text for it in found if isinstance(it, Given)}
    refused = {it.item: it.reason for it in found if isinstance(it, Refused)}
    assert len(texts) + len(refused) == len(found)
    assert not any("\n" in reason for reason in refused.values())
    return texts, refused


@pytest.fixture
def at(tmp_path):
    def write(name, data, **options):
        (tmp_path / name).write_bytes(data)
        texts, refused = shown(list(given(str(tmp_path / name), IntakeOptions(**options))))
        # A source as a whole is named as the user named it.
        return texts, {item.removeprefix(f"{tmp_path}/"): why for item, why in refused.items()}

    return write


TREE = {"b.txt": B, "a/one.txt": A, "a/lines.jsonl": LINES, "page": PAGE}
TEXTS = {
    "a/lines.jsonl#1": "One.",
    "a/lines.jsonl#2": "Two.",
    "a/one.txt": A.decode(),
    "b.txt": B.decode(),
    "page": "The army holds 60 per cent.",
}


def test_a_folder_is_gone_through_by_name(tmp_path):
    for name, data in TREE.items():
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "news" / ".hidden").write_bytes(A)
    texts, refused = shown(list(given(str(tmp_path / "news"))))
    assert texts == {f"news/{item}": text for item, text in TEXTS.items()}
    assert list(texts) == sorted(texts)
    assert refused == {}


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("news.zip", zip_of),
        ("news.tar", tar_of),
        ("news.tar.gz", lambda files: gzip.compress(tar_of(files))),
        ("news.tar.xz", lambda files: lzma.compress(tar_of(files))),
        ("no suffix", zip_of),
    ],
)
def test_an_archive_is_gone_through_like_a_folder(at, name, pack):
    texts, refused = at(name, pack(TREE))
    assert texts == {f"{name}/{item}": text for item, text in TEXTS.items()}
    assert refused == {}


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.txt.gz", gzip.compress), ("a.txt.xz", lzma.compress), ("a.txt.bz2", bz2.compress)],
)
def test_a_packed_file_is_the_file(at, name, pack):
    assert at(name, pack(A)) == ({"a.txt": A.decode()}, {})


def test_archives_within_archives(at):
    inner = zip_of({"a.txt": A, "lines.jsonl.gz": gzip.compress(LINES)})
    texts, refused = at("all.zip", zip_of({"inner.zip": inner, "b.txt": B}))
    assert texts == {
        "all.zip/b.txt": B.decode(),
        "all.zip/inner.zip/a.txt": A.decode(),
        "all.zip/inner.zip/lines.jsonl#1": "One.",
        "all.zip/inner.zip/lines.jsonl#2": "Two.",
    }
    assert refused == {}
    for _ in range(6):
        inner = zip_of({"inner.zip": inner})
    ((reason,), texts) = (r := at("all.zip", inner))[1].values(), r[0]
    assert (texts, reason) == ({}, "packed more than 5 times over")


def test_bytes_are_gone_through_in_the_same_way():
    about = About(url="https://a.example/news.zip")
    texts, refused = shown(list(from_bytes("https://a.example/news.zip", zip_of(TREE), about)))
    assert texts == {f"https://a.example/news.zip/{item}": text for item, text in TEXTS.items()}
    assert refused == {}


def test_a_leading_date_is_the_day_and_stays_in_the_text(at, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"date 2024-05-03\nThe army holds 40 per cent.")
    (found,) = given(str(tmp_path / "a.txt"), IntakeOptions(today=TODAY))
    assert found.published == date(2024, 5, 3)
    assert found.text == "date 2024-05-03\nThe army holds 40 per cent."
    (tmp_path / "a.txt").write_bytes(b"date 2202-05-03\nThe army holds 40 per cent.")
    (found,) = given(str(tmp_path / "a.txt"), IntakeOptions(today=TODAY))
    assert found.published is None
    assert found.notes == ("the date 2202-05-03 is not used: it lies in the future of 2026-11-26",)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty, there is nothing to read"),
        ("a.txt", b" \n\t ", "empty, there is nothing to read"),
        ("a.pdf", b"%PDF-1.7 and more", "a PDF, not a text; convert it to text first"),
        ("a.docx", zip_of({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}),
         "a ZIP archive or an office document, not a text; convert it to text first"),
        ("a.odt", zip_of({"mimetype": b"application/vnd.oasis"}, zipfile.ZIP_STORED),
         "a ZIP archive or an office document, not a text; convert it to text first"),
        ("a.zst", b"\x28\xb5\x2f\xfd" + bytes(9), "a Zstandard archive, not a text"),
        ("a.jpg", b"\xff\xd8\xff\xe0 JFIF", "an image, not a text"),
        ("a.bin", bytes(range(256)) * 4, "binary, not a text"),
        ("a.txt", b"Voil\xe0 40 per cent", "not UTF-8 (byte 0xe0 at 4)"),
        ("a.txt", b"word " * 2**19, "larger than 2 MiB, the most read as one report; split it"),
        ("a.css", b"p { color: red }", "no report by its kind"),
        ("a.csv", b"day,km2\n1,2\n", "no report by its kind"),
        ("a.xml", b"<?xml version='1.0'?><urlset></urlset>", "no report by its kind"),
        ("a.html", b"<html><script>var a = 1</script></html>", "no text in it"),
        ("a.zip", zip_of({}), "no files in it"),
    ],
)  # fmt: skip
def test_what_gives_no_text_is_refused_in_one_line(at, name, data, reason):
    texts, refused = at(name, data)
    assert texts == {}
    assert list(refused) == [name]
    assert reason in refused[name]


def test_the_rest_goes_on(at):
    files = {"1.pdf": b"%PDF-1.7", "2.txt": A, "3.zip": zip_of(TREE)[:-30], "4.txt": B}
    files |= {"5.txt.gz": gzip.compress(A * 99)[:-9], "6.txt": A}
    texts, refused = at("all.zip", zip_of(files))
    assert list(texts) == [f"all.zip/{n}.txt" for n in (2, 4, 6)]
    assert list(refused) == ["all.zip/1.pdf", "all.zip/3.zip", "all.zip/5.txt"]
    assert refused["all.zip/5.txt"].startswith("damaged after 0 texts: ")


@pytest.mark.parametrize("cut", [1, 9, 40])
def test_a_damaged_source_gives_what_comes_before_the_damage(at, cut):
    lines = b"".join(b'{"text": "%d."}\n' % n for n in range(5000))
    texts, refused = at("news.jsonl.gz", gzip.compress(lines)[:-cut])
    assert 0 < len(texts) <= 5000
    assert list(texts.values()) == [f"{n}." for n in range(len(texts))]
    ((item, reason),) = refused.items()
    assert item == "news.jsonl"
    assert reason.startswith(f"damaged after {len(texts):,} texts: ")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("file:///etc/hostname", "file addresses are not read; give a path"),
        ("ftp://a.example/x", "ftp addresses are not read; give a path"),
        ("https://me:secret@a.example/x", "a web address, not a file or a folder"),
        ("nowhere", "no such file or folder"),
        ("a\0b", "embedded null byte"),
        ("x" * 5000, "file name too long"),
        ("/dev/null", "neither a file nor a folder"),
    ],
)
def test_what_is_no_source_is_refused_in_one_line(source, reason):
    (found,) = given(source)
    assert isinstance(found, Refused)
    assert reason in found.reason
    assert "secret" not in found.item + found.reason
    assert "\0" not in found.item


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_bombs_cost_neither_memory_nor_the_rest(pack):
    bomb = pack(b"a word " * 2**17) * 60
    many = {f"{n}.txt.x": bomb for n in range(3)} | {"9.txt": A}
    tracemalloc.start()
    texts, refused = shown(list(from_bytes("all.zip", zip_of(many))))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert list(texts) == ["all.zip/9.txt"]
    assert {reason[:18] for reason in refused.values()} == {"larger than 2 MiB,"}
    assert most < 30 * 2**20 < 60 * 7 * 2**17


def test_a_source_that_passes_a_limit_ends_with_one_line(at):
    files = {f"{n}.jsonl": LINES * 500 for n in range(9)}
    texts, refused = at("all.zip", zip_of(files), limits=Limits(total=2**16))
    assert 0 < len(texts) < 9000
    assert refused == {"all.zip": "unpacks to more than 64 KiB, which is refused"}
    texts, refused = at("all.zip", zip_of(files), limits=Limits(files=3))
    assert len(texts) == 3000
    assert refused == {"all.zip": "holds more than 3 files, which is refused"}


def test_links_lead_nowhere(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "secret.txt").write_bytes(A)
    (tmp_path / "news" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "news" / "own.txt").write_bytes(B)
    texts, refused = shown(list(given(str(tmp_path / "news"))))
    assert list(texts) == ["news/own.txt"]
    assert refused == {"news/link.txt": "a link, which is not followed"}


@pytest.mark.parametrize(
    ("head", "name", "content_type", "kind"),
    [
        (b"WARC/1.0\r\n", "a.txt", None, "warc"),
        (b"<rss version='2.0'>", "a.html", "text/html", "feed"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a > b -->\n<feed xmlns='x'>", "a", None, "feed"),
        ("<?xml version='1.0'?><rdf:RDF xmlns='x'>".encode("utf-16"), "a", None, "feed"),
        (b"<!DOCTYPE rss PUBLIC 'x' [<!ELEMENT a ANY>]><rss>", "a", None, "feed"),
        (b"<!DOCTYPE html>", "a.txt", None, "page"),
        (b"<!doctype HTML PUBLIC '-//W3C//DTD'>", "a", None, "page"),
        (b"\n\n <HTML lang=en>", "a", None, "page"),
        (b"<p>A piece", "a.txt", "text/plain", "page"),
        (b"Warning: <b>x</b> <html>", "a", "Text/HTML; charset=x", "page"),
        (b"Said so", "a.htm", None, "page"),
        (b"<urlset>", "a", "application/xml", "no report"),
        (b"<3 they said", "a.txt", None, "no report"),
        (b'{"a": 1}', "a.txt", "text/html", "records"),
        (b'[ {\n "a": 1}]', "a", None, "records"),
        (b"[]", "a", None, "records"),
        (b"broken", "a.JSONL", None, "records"),
        (b"[Reuters] Kyiv said", "a.txt", None, "text"),
        (b"{ the army } said", "a.txt", None, "text"),
        (b"Said so", "a.csv", None, "no report"),
        (b"Said so", "", None, "text"),
        (b"", "a", None, "text"),
    ],
)
def test_kinds(head, name, content_type, kind):
    assert told(head, name, content_type) == kind


@pytest.mark.parametrize(
    ("content_type", "name"),
    [
        ("text/html; charset=Windows-1251", "cp1251"),
        ('text/html; charset="utf-8"', "utf-8"),
        ("text/html", None),
        ("text/html; charset=klingon", None),
        ("text/html; charset=base64", None),
        ("text/html; charset=", None),
        ("; charset=\0", None),
        (None, None),
    ],
)
def test_encodings_of_answers(content_type, name):
    assert charset(content_type) == name


def test_encodings_of_texts():
    russian = "Войска заняли восемьсот километров."
    about = About(content_type="text/plain; charset=windows-1251")
    assert next(from_bytes("a", russian.encode("cp1251"), about)).text == russian
    assert next(from_bytes("a", russian.encode("utf-16"), about)).text == russian
    options = IntakeOptions(encoding="koi8-r")
    assert next(from_bytes("a", russian.encode("koi8-r"), options=options)).text == russian
    with pytest.raises(BadValue, match="'klingon' is not the name of an encoding"):
        IntakeOptions(encoding="klingon")


@property_of(st.binary(max_size=300), st.sampled_from(["a", "a.html", "a.jsonl", "a.gz", "a.xml"]))
def test_no_bytes_raise(data, name):
    for found in from_bytes(name, data):
        assert isinstance(found, (Given, Refused))


@property_of(
    st.sampled_from([A, LINES, PAGE, zip_of(TREE), gzip.compress(tar_of(TREE))]),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=6),
    st.integers(0, 10**6),
)
def test_no_damage_raises(data, changes, end):
    broken = bytearray(data)
    for at, value in changes:
        broken[at % len(data)] = value
    for found in from_bytes("a", bytes(broken[: end % (len(data) + 1)])):
        assert isinstance(found, (Given, Refused))
        assert "\n" not in getattr(found, "reason", "")
