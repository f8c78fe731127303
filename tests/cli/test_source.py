"""What is given as a report: its text, or one line why not."""

import io
import sys

import pytest

from groundcheck.cli import source
from groundcheck.cli.source import read_text
from groundcheck.errors import BadValue, InputError, UnreadableInput
from groundcheck.ledger import decoding

RUSSIAN = "Войска заняли восемьсот квадратных километров за неделю."


@pytest.fixture
def given(tmp_path):
    def write(data: bytes) -> str:
        path = tmp_path / "report.txt"
        path.write_bytes(data)
        return str(path)

    return write


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain", "plain"),
        ("Kyiv – 75 %".encode(), "Kyiv – 75 %"),
        (b"\xef\xbb\xbfmarked", "marked"),
        ("sixteen é".encode("utf-16"), "sixteen é"),
        (b"\xfe\xff" + "big é".encode("utf-16-be"), "big é"),
        ("thirty-two é".encode("utf-32"), "thirty-two é"),
        (b"line\r\nends\rstay\n", "line\r\nends\rstay\n"),
        (b"a few \x1b[31m controls \x07 are kept in a longer text", None),
        ("direction \u202e kept \u200f".encode(), "direction \u202e kept \u200f"),
        (b'"' * 10_000, '"' * 10_000),
    ],
)
def test_texts(given, data, text):
    assert read_text(given(data)) == (data.decode() if text is None else text)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"%PDF-1.7 and more", "a PDF, not a text"),
        (b"PK\x03\x04....", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n", "an image"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"some\0thing", "binary"),
        (b"\x01\x02\x03\x04 abc", "binary"),
        (RUSSIAN.encode("cp1251"), "not UTF-8 (byte 0xc2 at 0); it may be windows-1251"),
        ("Un café à Orléans".encode("cp1252"), "it may be windows-1252"),
        (b"cut off \xe2\x82", "not UTF-8 (byte 0xe2 at 8)"),
        (b"\xff\xfeodd", "not utf-16"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(given, data, reason):
    with pytest.raises(UnreadableInput) as refused:
        read_text(given(data))
    message = str(refused.value)
    assert "report.txt: " in message
    assert reason in message
    assert "\n" not in message


def test_another_encoding_is_read_when_named(given):
    assert read_text(given(RUSSIAN.encode("cp1251")), "windows-1251") == RUSSIAN


@pytest.mark.parametrize("name", ["klingon", "base64", "hex", "rot13", "zip", "", "a\0b"])
def test_what_is_no_encoding_of_texts_is_refused(given, name):
    with pytest.raises(BadValue, match=r"--encoding: .* is not the name of an encoding"):
        read_text(given(b"abc"), name)


def test_a_text_that_is_not_in_the_named_encoding(given):
    with pytest.raises(UnreadableInput, match=r"not ascii \(byte 0xd0 at 0\)"):
        read_text(given(RUSSIAN.encode()), "ascii")


def test_missing_directory_and_impossible_names(tmp_path):
    for name, reason in [
        (str(tmp_path / "none.txt"), "no such file"),
        (str(tmp_path), "a directory"),
        (str(tmp_path / ("x" * 5000)), "too long"),
        ("a\0b", "null"),
        ("", "no such file|a directory"),
    ]:
        with pytest.raises(InputError, match=reason):
            read_text(name)


def test_what_is_too_large_is_refused(given, monkeypatch):
    for module in (source, decoding):
        monkeypatch.setattr(module, "LIMIT", 2**20)
    assert len(read_text(given(b"a" * 2**20))) == 2**20
    with pytest.raises(UnreadableInput, match="larger than 1 MiB"):
        read_text(given(b"a" * (2**20 + 1)))


def test_stdin(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("from – there".encode())))
    assert read_text("-") == "from – there"


def test_an_empty_stdin_is_named(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(UnreadableInput, match=r"^stdin: empty"):
        read_text("-")
