"""Maps packed into blocks come back exactly, the same bytes from the same maps."""

from __future__ import annotations

import lzma
import random
import zlib
from datetime import date

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.errors import DataError
from groundcheck.geo.layers import CONTESTED, Ground
from groundcheck.ledger.blocks import decode, encode

HELD, OTHER = Ground("Sylvania", "held"), Ground("Borduria", "held")
BOX = shapely.box(30, 47, 31, 48)
HOLED = shapely.difference(BOX, shapely.box(30.25, 47.25, 30.5, 47.5))
FIRST, LAST = date(2030, 1, 1), date(2030, 12, 31)
Maps = dict[date, dict[Ground, shapely.Geometry]]


def multi(shape: shapely.Geometry) -> shapely.Geometry:
    return shape if shape.geom_type == "MultiPolygon" else shapely.MultiPolygon([shape])


def same(found: Maps, maps: Maps) -> bool:
    """Whether every point of every ring is the very same number, in the same order."""
    if list(found) != sorted(maps):
        return False
    return all(
        set(found[day]) == set(grounds)
        and all(
            shapely.equals_exact(found[day][g], multi(shape), 0.0) for g, shape in grounds.items()
        )
        for day, grounds in maps.items()
    )


coordinates = st.floats(-180, 180, allow_nan=False) | st.sampled_from([0.0, -0.0, 1e-300, 180.0])
rings = st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=6).map(
    lambda ring: [*ring, ring[0]]
)
polygons = st.builds(shapely.Polygon, rings, st.lists(rings, max_size=2))
shapes = st.lists(polygons, max_size=3).map(shapely.MultiPolygon) | polygons
maps = st.dictionaries(
    st.dates(FIRST, LAST),
    st.dictionaries(st.sampled_from([HELD, OTHER, CONTESTED]), shapes, max_size=3),
    max_size=4,
)


@settings(deadline=None)
@given(maps, st.booleans())
def test_what_is_packed_comes_back_exactly(given_maps: Maps, small: bool) -> None:
    assert same(decode(encode(given_maps, small)), given_maps)


@settings(deadline=None, max_examples=50)
@given(maps, st.randoms(use_true_random=False))
def test_the_order_in_which_days_come_changes_no_byte(
    given_maps: Maps, chance: random.Random
) -> None:
    days = list(given_maps)
    chance.shuffle(days)
    again = {day: dict(reversed(given_maps[day].items())) for day in days}
    assert encode(again) == encode(given_maps)


@settings(deadline=None, max_examples=50)
@given(maps, maps)
def test_packing_in_two_steps_is_packing_at_once(some: Maps, more: Maps) -> None:
    at_once = encode(some | more)
    assert encode(decode(encode(some)) | more) == at_once
    assert encode(decode(encode(some, small=False)) | decode(encode(more, small=False))) == at_once


@pytest.mark.parametrize(
    "given_maps",
    [
        {},
        {FIRST: {}},
        {FIRST: {HELD: shapely.MultiPolygon()}},
        {FIRST: {HELD: BOX, CONTESTED: HOLED}, LAST: {}},
        {FIRST: {HELD: shapely.MultiPolygon([HOLED, shapely.box(33, 47, 34, 48)])}},
    ],
    ids=["no days", "a day without ground", "empty ground", "two grounds", "two parts"],
)
def test_days_with_little_on_them(given_maps: Maps) -> None:
    assert same(decode(encode(given_maps)), given_maps)


def test_which_of_the_two_zeros_a_map_has_does_not_matter() -> None:
    plus = shapely.Polygon([(0.0, 0.0), (1, 0.0), (1, 1)])
    minus = shapely.Polygon([(-0.0, -0.0), (1, -0.0), (1, 1)])
    assert encode({FIRST: {HELD: plus}}) == encode({FIRST: {HELD: minus}})


def test_height_is_dropped() -> None:
    high = shapely.Polygon([(30, 47, 5), (31, 47, 6), (31, 48, 7)])
    flat = shapely.Polygon([(30, 47), (31, 47), (31, 48)])
    assert encode({FIRST: {HELD: high}}) == encode({FIRST: {HELD: flat}})


def test_days_that_are_alike_take_little_room() -> None:
    star = shapely.Point(30, 47).buffer(1, quad_segs=200)
    many = {date(2030, 1, 1 + n): {HELD: star} for n in range(30)}
    assert len(encode(many)) < 2 * len(encode({FIRST: {HELD: star}}))


BLOCK = encode({FIRST: {HELD: HOLED, CONTESTED: BOX}})
PLAIN = lzma.decompress(BLOCK)
DAMAGED = {
    "empty": b"",
    "text": b"no block at all",
    "cut": BLOCK[:-5],
    "cut in the middle": BLOCK[: len(BLOCK) // 2],
    "turned bits": BLOCK[:60] + bytes(255 - byte for byte in BLOCK[60:70]) + BLOCK[70:],
    "nothing packed": lzma.compress(b""),
    "only a length": lzma.compress(PLAIN[:2]),
    "no arrays": lzma.compress(PLAIN[: 4 + int.from_bytes(PLAIN[:4], "little")]),
    "too few bytes": lzma.compress(PLAIN[:-3]),
    "too few shapes": lzma.compress(PLAIN[:-8]),
    "another version": lzma.compress(PLAIN.replace(b'"version":1', b'"version":9')),
    "no day": lzma.compress(PLAIN.replace(b"2030-01-01", b"2030-02-30")),
    "header no table": lzma.compress(b"\x02\x00\x00\x00[]" + PLAIN[-40:]),
    "header no JSON": lzma.compress(b"\x02\x00\x00\x00{]"),
    "fast and cut": encode({FIRST: {HELD: BOX}}, small=False)[:-9],
    "fast and nothing": zlib.compress(b""),
}


@pytest.mark.parametrize("fault", DAMAGED)
def test_damaged_bytes_are_refused_in_one_line(fault: str) -> None:
    with pytest.raises(DataError, match=r"^the year 2030: damaged") as caught:
        decode(DAMAGED[fault], "the year 2030")
    assert "\n" not in str(caught.value)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(BLOCK) - 1), st.integers(1, 255))
def test_no_turned_byte_is_taken_for_a_map(at: int, by: int) -> None:
    broken = bytes([*BLOCK[:at], BLOCK[at] ^ by, *BLOCK[at + 1 :]])
    try:
        found = decode(broken)
    except DataError:
        return
    assert same(found, {FIRST: {HELD: HOLED, CONTESTED: BOX}})
