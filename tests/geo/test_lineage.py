import pytest

from groundcheck.geo.lineage import lineage


@pytest.mark.parametrize(
    ("place", "within"),
    [
        ("UA", ("UA",)),
        ("UA-14", ("UA", "UA-14", "name:Donbas")),
        ("name:Donbas", ("UA", "name:Donbas")),
        ("geonames:704422", ("UA", "UA-14", "geonames:704422", "name:Donbas")),
        ("geonames:486816", ("RU", "RU-KRS", "geonames:486816")),
        ("geonames:1", ("geonames:1",)),
        ("geonames:", ("geonames:",)),
        ("geonames:-7", ("geonames:-7",)),
        ("geonames:\x00", ("geonames:\x00",)),
        ("name:Somewhere", ("name:Somewhere",)),
        ("FR-IDF", ("FR", "FR-IDF")),
        ("XX-YY", ("XX-YY",)),
        ("", ("",)),
    ],
)
def test_a_place_lies_in_its_region_country_and_areas(place, within):
    assert lineage(place) == within
