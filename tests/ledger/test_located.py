"""Where places lie: towns by the gazetteer, regions by outlines that a user brought."""

import pytest
import shapely

from groundcheck.errors import BadValue
from groundcheck.geo import gazetteer, regions
from groundcheck.ledger.layer_store import LayerStore, Stored, StoredOutline
from groundcheck.ledger.located import TOLERANCE, Located

WAVY = shapely.Polygon([(x / 1000, 0.0001 * (x % 2)) for x in range(1000)] + [(1, 1), (0, 1)])
PARTS = regions.parts("MD")


def outline(region, shape):
    return StoredOutline(region, shape, "0" * 64, "")


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "layers.sqlite"
    with LayerStore(path) as made:
        own = (outline("UA-14", WAVY), outline("RU-KRS", shapely.box(5, 5, 6, 6)))
        made.put_boundaries(Stored("alpha", "", "a"), own)
        all_of_one = [outline(code, shapely.box(at, 0, at + 1, 1)) for at, code in enumerate(PARTS)]
        other = (outline("UA-14", shapely.box(0, 0, 9, 9)), *all_of_one)
        made.put_boundaries(Stored("beta", "", "b"), other)
    return path


def test_a_town_is_a_point(store):
    town = gazetteer.find("Toretsk")[0]
    assert Located().of(f"geonames:{town.id}") == shapely.Point(town.lon, town.lat)


@pytest.mark.parametrize("place", ["geonames:0", "geonames:x", "name:Nowhere", "XX-1", "UA-14", ""])
def test_what_is_not_known_is_nowhere(place, tmp_path):
    assert Located().of(place) is None
    assert Located(tmp_path / "none.sqlite").of(place) is None


def test_a_region_has_a_simple_outline_of_the_first_set(store):
    shape = Located(store).of("UA-14")
    assert len(shape.exterior.coords) < 10
    assert shape.is_valid
    assert shapely.hausdorff_distance(shape, WAVY) <= TOLERANCE
    assert Located(store, "beta").of("UA-14").area == 81


def test_a_country_is_made_of_all_its_regions_or_not_at_all(store):
    assert Located(store).of("MD").area == pytest.approx(len(PARTS))
    assert Located(store).of("RU") is None


def test_a_set_that_was_not_added_is_refused(store, tmp_path):
    with pytest.raises(BadValue, match=r"--boundaries gamma: .*\(alpha, beta\)"):
        Located(store, "gamma")
    with pytest.raises(BadValue, match=r"\(none yet\)"):
        Located(tmp_path / "none.sqlite", "gamma")
