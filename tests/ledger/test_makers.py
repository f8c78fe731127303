"""The makers' real maps, through import and measuring: the figures that were found by other means.

It takes most of a minute and is skipped where the makers' files are not beside the repository.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from shapely.geometry.base import BaseGeometry

from groundcheck.geo.control import ControlFigures
from groundcheck.geo.held import overlaid
from groundcheck.geo.layers import Ground
from groundcheck.ledger.descriptions import read_boundaries, read_layer, text_of
from groundcheck.ledger.importing import import_layer, outlines_of
from groundcheck.ledger.layer_figures import Outlines, layer_figures
from groundcheck.ledger.layer_store import LayerStore, Stored
from groundcheck.ledger.shipped import load_figures
from groundcheck.ledger.sources import items

LAYERS = Path(__file__).parents[3] / "shared" / "layers"
pytestmark = pytest.mark.skipif(not LAYERS.is_dir(), reason="the makers' files are not there")

FILES = {
    "deepstate": "deepstate-native.tar.xz",
    "deepstate-daily": "deepstate-union.tar.xz",
    "nzz": "nzz-liveuamap.tar.xz",
}
OUTLINES = {
    "minregion": "ukraine-oblasts-minregion.geojson",
    "russia-west": "russia-kursk-belgorod-bryansk.geojson",
}
DAY, NEW_YEAR = date(2025, 2, 20), date(2026, 1, 1)
LATEST = date(2030, 1, 1)
DONETSK, ZAPORIZHZHIA, KHERSON, LUHANSK = "UA-14", "UA-23", "UA-65", "UA-09"

Maps = Mapping[date, Mapping[Ground, BaseGeometry]]


@dataclass(frozen=True, slots=True)
class Makers:
    """What came of importing and measuring, by layer and holder."""

    figures: dict[tuple[str, str], ControlFigures]
    maps: dict[str, Maps]
    sets: tuple[Outlines, ...]


def passed_over(name: str, reason: str) -> None:
    raise AssertionError(f"{name}: {reason}")


@pytest.fixture(scope="module")
def makers() -> Makers:
    sets = []
    for name, file in OUTLINES.items():
        described = read_boundaries(text_of("boundaries", name), name)
        found = outlines_of(described, items(str(LAYERS / file), passed_over), lambda _: None)
        sets.append(Outlines(described.name, described.attribution, found))
    figures, maps = {}, {}
    with LayerStore(":memory:") as store:
        for name, file in FILES.items():
            layer = read_layer(text_of("layers", name), name)
            store.put_layer(Stored(name, text_of("layers", name), file))
            source = items(str(LAYERS / file), passed_over, wanted=layer.wants)
            outcome = import_layer(store, layer, source, LATEST, lambda _: None)
            assert outcome.refused == 0
            maps[name] = store.maps(name)
            for one in layer_figures(store, layer, sets):
                figures[name, one.holder] = one
    return Makers(figures, maps, tuple(sets))


def own_km2(figures: ControlFigures, day: date, boundary_set: str) -> float:
    """All that the map of a day shows, inside the outlines and outside of them."""
    (slot,) = {figures.days.index(one.day) for one in figures.measure(sorted(figures.covers), day)}
    both = (*figures.series, *figures.outside)
    return sum(one.km2[slot] for one in both if one.boundary_set == boundary_set)


@pytest.mark.parametrize(
    ("places", "held", "with_contested"),
    [
        # 68.9 is the share on the night's map of that day; in the evening it was 69.0.
        ([DONETSK], 69.0, 70.0),
        ([ZAPORIZHZHIA], 72.3, 72.7),
        ([KHERSON], 70.3, 70.9),
        ([LUHANSK], 99.08, 99.25),
        ([DONETSK, ZAPORIZHZHIA, KHERSON], 70.5, 71.2),
    ],
)
def test_shares_with_and_without_contested_ground(
    makers: Makers, places: list[str], held: float, with_contested: float
) -> None:
    without, contested = makers.figures["deepstate", "Russia"].measure(places, DAY)
    assert (without.day, without.contested, contested.contested) == (DAY, False, True)
    assert without.share == pytest.approx(held, abs=0.1)
    assert contested.share == pytest.approx(with_contested, abs=0.1)


def test_the_nights_map_of_the_same_day(makers: Makers) -> None:
    (donetsk,) = makers.figures["deepstate-daily", "Russia"].measure([DONETSK], DAY)
    assert donetsk.share == pytest.approx(68.9, abs=0.05)


def test_what_ukraine_held_in_kursk(makers: Makers) -> None:
    held, contested = makers.figures["deepstate", "Ukraine"].measure(["RU-KRS"], DAY)
    assert held.km2 == pytest.approx(425, abs=8)
    assert contested.km2 == pytest.approx(595, abs=8)


def test_kursk_as_another_maker_has_it(makers: Makers) -> None:
    figures = makers.figures["nzz", "Ukraine"]
    (kursk,) = figures.measure(["RU-KRS"], DAY)
    assert kursk.km2 == pytest.approx(526, abs=8)
    # All that Ukraine holds outside of Ukraine: with what lies in Belgorod and on the border.
    assert own_km2(figures, DAY, "CARTO") == pytest.approx(547, abs=8)


def test_the_whole_country_at_new_year(makers: Makers) -> None:
    figures = makers.figures["deepstate-daily", "Russia"]
    assert own_km2(figures, NEW_YEAR, "Minregion") == pytest.approx(116_219, abs=60)
    (inside,) = figures.measure(["UA"], NEW_YEAR)
    assert inside.km2 == pytest.approx(115_707, abs=60)
    assert inside.whole_km2 == pytest.approx(602_313, abs=60)
    assert inside.share == pytest.approx(19.21, abs=0.02)


def test_a_year_of_gains(makers: Makers) -> None:
    figures = makers.figures["deepstate-daily", "Russia"]
    first, last = date(2025, 1, 1), NEW_YEAR
    own = own_km2(figures, last, "Minregion") - own_km2(figures, first, "Minregion")
    assert own == pytest.approx(4_347, abs=20)
    (inside,) = figures.change(["UA"], first, last)
    assert inside.km2 == pytest.approx(4_347, abs=20)


@pytest.mark.parametrize("name", FILES)
def test_some_days_laid_over_the_outlines_are_the_same(makers: Makers, name: str) -> None:
    # Oracle: no loops, no days before.
    maps = makers.maps[name]
    days = list(maps)
    asked = [days[0], days[len(days) // 3], days[2 * len(days) // 3], days[-1]]
    for figures in (one for (layer, _), one in makers.figures.items() if layer == name):
        held = Ground(figures.holder, "held")
        asked_here = [day for day in asked if held in maps[day]]
        outlines = {
            (each.name, frozenset(one.region.split("+"))): one.shape
            for each in makers.sets
            for one in each.regions
        }
        shapes = np.array([maps[day][held] for day in asked_here], dtype=object)
        over = [outlines[one.boundary_set, one.regions] for one in figures.series]
        expected = overlaid(shapes, np.array(over, dtype=object))
        slots = [figures.days.index(day) for day in asked_here]
        ours = np.array([[one.km2[slot] for one in figures.series] for slot in slots])
        assert ours == pytest.approx(expected, abs=1e-4)


def test_the_figures_in_the_package_are_these(makers: Makers) -> None:
    shipped = {(one.layer, one.holder): one for one in load_figures()}
    for key, ours in makers.figures.items():
        known = {
            (one.boundary_set, one.regions): one
            for one in (*shipped[key].series, *shipped[key].outside)
        }
        assert shipped[key].days == ours.days
        for one in (*ours.series, *ours.outside):
            theirs = known[one.boundary_set, one.regions]
            # Figures are shipped to the hectare; what lies outside is none below nought.
            assert np.maximum(one.km2, 0) == pytest.approx(np.array(theirs.km2), abs=0.016)
