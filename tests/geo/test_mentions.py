from groundcheck.geo.mentions import find_places


def test_a_closing_plural_makes_regions_of_a_list() -> None:
    places = find_places("They hold parts of the Donetsk, Zaporizhzhia and Kherson regions.")
    assert [(p.id, p.kind) for p in places] == [
        ("UA-14", "region"),
        ("UA-23", "region"),
        ("UA-65", "region"),
    ]
