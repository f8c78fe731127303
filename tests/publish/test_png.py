"""Pictures as PNG: of the size asked for, not blank, with letters from no system font."""

import struct
import sys
import zlib
from datetime import date

import pytest

from groundcheck.errors import BadValue, GroundcheckError
from groundcheck.publish.chart import Band, Chart, chart_svg
from groundcheck.publish.lettering import LABEL, TITLE, width, written
from groundcheck.publish.png import png
from groundcheck.publish.svg import picture

BAND = Band("Valley maps", (date(2025, 1, 1), date(2025, 1, 9)), (60.0, 61.0), (62.0, 63.0))
SVG = chart_svg(Chart("Upperland", "percent", (BAND,)))


def read(image: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and the rows of an 8-bit RGBA file, every pixel unfiltered (PNG, 9.2)."""
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    wide, high, depth, kind = struct.unpack(">IIBB", image[16:26])
    assert (depth, kind) == (8, 6)
    at, packed = 8, b""
    while at < len(image):
        size, name = struct.unpack(">I4s", image[at : at + 8])
        packed += image[at + 8 : at + 8 + size] if name == b"IDAT" else b""
        at += size + 12
    raw, stride, rows = zlib.decompress(packed), 4 * wide, [bytes(4 * wide)]
    for start in range(0, len(raw), stride + 1):
        rows.append(unfiltered(raw[start], raw[start + 1 : start + 1 + stride], rows[-1]))
    return wide, high, rows[1:]


def unfiltered(kind: int, row: bytes, above: bytes) -> bytes:
    done = bytearray(row)
    for i, value in enumerate(row):
        left, corner = (done[i - 4], above[i - 4]) if i >= 4 else (0, 0)
        guess = left + above[i] - corner
        nearest = min((left, above[i], corner), key=lambda near: abs(guess - near))
        done[i] = (value + (0, left, above[i], (left + above[i]) // 2, nearest)[kind]) & 255
    return bytes(done)


def inked(row: bytes) -> list[int]:
    """The columns of a row that are not white."""
    return [i // 4 for i in range(0, len(row), 4) if row[i : i + 3] != b"\xff\xff\xff"]


@pytest.fixture(autouse=True)
def _installed() -> None:
    pytest.importorskip("resvg_py", reason="the extra `png` is not installed")
    pytest.importorskip("font_roboto", reason="the extra `png` is not installed")


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_size(scale):
    wide, high = struct.unpack(">II", png(SVG, scale)[16:24])
    assert wide == 800 * scale
    assert high == pytest.approx(
        float(SVG.partition('height="')[2].partition('"')[0]) * scale, abs=1
    )


def test_it_is_not_blank_and_its_ground_is_white():
    _, high, rows = read(png(SVG, 0.5))
    assert rows[0] == b"\xff" * len(rows[0])
    assert sum(map(bool, map(inked, rows))) > high / 2


@pytest.mark.parametrize("text", ["Upperland", "Донецька область", "km² “75%” → …", "WMwm@"])
@pytest.mark.parametrize("style", [LABEL, TITLE])
def test_letters_are_drawn_and_no_wider_than_reckoned(text, style):
    _, _, rows = read(png(picture("", "", 40, [written(text, 20, 30, style)]), 1))
    columns = [column for row in rows for column in inked(row)]
    assert len(set(columns)) > 10
    assert min(columns) >= 19
    assert max(columns) <= 20 + width(text, style) + 1


def test_the_same_picture_gives_the_same_bytes():
    assert png(SVG, 1) == png(SVG, 1)


@pytest.mark.parametrize("scale", [0, -1, 11, float("nan"), float("inf")])
def test_a_scale_without_sense_is_refused(scale):
    with pytest.raises(BadValue, match="scale"):
        png(SVG, scale)


def test_what_is_no_picture_is_refused():
    with pytest.raises(BadValue, match=r"^PNG: the picture cannot be drawn \([^\n]+\)$"):
        png("<p>\nno</p>")


@pytest.mark.parametrize("missing", ["resvg_py", "font_roboto"])
def test_without_the_extra_it_says_what_to_install(monkeypatch, missing):
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(GroundcheckError, match=r"pip install 'groundcheck\[png\]'"):
        png(SVG)
