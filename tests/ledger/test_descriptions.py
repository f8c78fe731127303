"""Descriptions of layers and boundaries: the shipped ones read, faulty ones say in a line why."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from groundcheck.errors import BadValue, GroundcheckError, UnreadableInput
from groundcheck.geo import regions
from groundcheck.geo.layers import CONTESTED, STATUSES, Ground
from groundcheck.ledger.descriptions import read_boundaries, read_layer, shipped, text_of

LAYER = """
name = "atlas"
maker = "Atlas"
definition = "what the map shows"
licence = "free"
attribution = "Atlas"
files = '\\.json$'

[date]
from = "file name"
pattern = '(\\d{4})(\\d\\d)(\\d\\d)'

[[status]]
is = "held"
by = "Sylvania"
where = { status = '^held$' }

[[status]]
is = "contested"
where = { status = '^grey$', colour = '^#777$' }

[[covers]]
holder = "Sylvania"
country = "UA"
without = ["UA-43"]
changes_only = ["UA-14"]
contested = true
"""
BOUNDARIES = """
name = "Survey"
maker = "Survey"
licence = "free"
attribution = "© Survey"

[region]
property = "code"
template = "UA-{}"
ids = { "30" = "UA-30+UA-32" }
"""


def test_a_description_is_read() -> None:
    layer = read_layer(LAYER, "atlas.toml")
    assert (layer.name, layer.maker, layer.origin) == ("atlas", "Atlas", "Atlas")
    assert (layer.valid_days, layer.precision_km) == (3, 1.0)
    assert layer.wants("maps/1.json")
    assert not layer.wants("maps/1.txt")
    (cover,) = layer.covers
    assert cover.regions == set(regions.parts("UA")) - {"UA-43"}
    assert (cover.partial, cover.contested) == ({"UA-14"}, True)
    assert layer.ground({"status": "held"}) == Ground("Sylvania", "held")
    assert layer.ground({"status": "grey", "colour": "#777"}) == CONTESTED
    assert layer.ground({"status": "grey"}) is None
    assert layer.ground({"status": None, "colour": "#777"}) is None


def test_the_first_rule_that_matches_decides() -> None:
    both = LAYER.replace("^held$", "").replace("^grey$", "")
    assert read_layer(both, "atlas").ground({"status": "x", "colour": "#777"}) == Ground(
        "Sylvania", "held"
    )


def test_boundaries_are_read() -> None:
    found = read_boundaries(BOUNDARIES, "survey.toml")
    assert (found.name, found.property, found.template) == ("Survey", "code", "UA-{}")
    assert found.ids == {"30": "UA-30+UA-32"}


@pytest.mark.parametrize("name", shipped("layers"))
def test_every_shipped_layer_reads(name: str) -> None:
    layer = read_layer(text_of("layers", name), name)
    assert layer.name == name
    for cover in layer.covers:
        assert cover.regions <= set(regions.parts(cover.country))
        assert cover.partial <= cover.regions
        assert any(rule.ground == Ground(cover.holder, "held") for rule in layer.rules)
        assert not cover.contested or any(rule.ground == CONTESTED for rule in layer.rules)


@pytest.mark.parametrize("name", shipped("boundaries"))
def test_every_shipped_boundary_set_reads(name: str) -> None:
    found = read_boundaries(text_of("boundaries", name), name)
    codes = {code for each in (found.ids or {}).values() for code in each.split("+")}
    assert all(code in regions.parts(code[:2]) for code in codes)
    assert found.attribution


def test_what_ships() -> None:
    assert shipped("layers") == ("deepstate", "deepstate-daily", "isw", "nzz")
    assert set(shipped("boundaries")) >= {"minregion", "natural-earth", "russia-west"}


GROUNDS = [
    ("deepstate", {"name": "x /// y /// geoJSON.status.occupied"}, Ground("Russia", "held")),
    ("deepstate", {"name": "x /// geoJSON.territories.crimea"}, Ground("Russia", "held")),
    ("deepstate", {"name": "x /// geoJSON.status.unknown"}, CONTESTED),
    ("deepstate", {"name": "x /// geoJSON.status.dismissed", "fill": "#01579b"},
     Ground("Ukraine", "held")),
    ("deepstate", {"name": "x /// geoJSON.status.dismissed", "fill": "#0f9d58"},
     Ground("", "none")),
    ("deepstate", {"name": "x /// geoJSON.territories.karelia"}, Ground("", "none")),
    ("deepstate", {"name": "something new"}, None),
    ("deepstate-daily", {}, Ground("Russia", "held")),
    ("nzz", {"type": "losses"}, Ground("Ukraine", "held")),
    ("nzz", {"type": "gains"}, Ground("Russia", "held")),
    ("isw", {"layer_type": "claimed"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "properties", "ground"), GROUNDS)
def test_the_makers_own_words(name: str, properties: dict[str, str], ground: Ground) -> None:
    assert read_layer(text_of("layers", name), name).ground(properties) == ground


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


FAULTS = {
    "not TOML": (LAYER, 'name = "atlas"', "name = ", "is not TOML"),
    "a line twice": (LAYER, 'maker = "Atlas"', 'name = "Atlas"', "is not TOML"),
    "a field missing": (LAYER, 'licence = "free"\n', "", "licence is missing"),
    "a field empty": (LAYER, 'maker = "Atlas"', 'maker = ""', "maker cannot be ''"),
    "a number for words": (LAYER, 'maker = "Atlas"', "maker = 7", "maker cannot be 7"),
    "a misspelt field": (LAYER, "files =", "file =", "unknown field 'file'"),
    "a bad regex": (LAYER, "'\\.json$'", "'('", "'(' is no regular expression"),
    "true for a number": (LAYER, "licence", "valid_days = true\nlicence", "valid_days cannot be"),
    "words for a number": (LAYER, "licence", 'valid_days = "3"\nlicence', "valid_days cannot be"),
    "a negative number": (LAYER, "licence", "valid_days = -1\nlicence", "not negative"),
    "not a number": (LAYER, "licence", "precision_km = nan\nlicence", "not negative"),
    "an endless number": (LAYER, "licence", "precision_km = inf\nlicence", "not negative"),
    "no date": (LAYER, "[date]", "[dates]", "date is missing"),
    "an unknown date": (LAYER, '"file name"', '"somewhere"', "[date]: from = 'somewhere', wants"),
    "no pattern": (LAYER, "pattern", "# pattern", "wants a pattern with 3 group(s)"),
    "two groups": (LAYER, "(\\d\\d)(\\d\\d)", "(\\d\\d)", "wants a pattern with 3 group(s)"),
    "three for a Unix time": (LAYER, '"file name"', '"unix time"', "a pattern with 1 group(s)"),
    "no property": (LAYER, '"file name"', '"property"', "wants the property's name"),
    "a misspelt date": (LAYER, "pattern =", "Pattern =", "unknown field 'Pattern'"),
    "an unknown status": (LAYER, '"held"', '"taken"', "[[status]]: unknown status 'taken'"),
    "no status": (LAYER, 'is = "held"\n', "", "[[status]]: is is missing"),
    "held by nobody": (LAYER, 'by = "Sylvania"\n', "", "'held' wants by"),
    "contested by one": (LAYER, '"contested"', '"contested"\nby = "x"', "wants no by"),
    "a bad rule": (LAYER, "'^held$'", "'['", "'[' is no regular expression"),
    "a misspelt rule": (LAYER, "where =", "were =", "[[status]]: unknown field 'were'"),
    "a misspelt cover": (LAYER, "without", "outwith", "[[covers]]: unknown field 'outwith'"),
    "a strange country": (LAYER, '"UA"', '"XX"', "'XX' is no ISO 3166-1 code"),
    "a region elsewhere": (LAYER, '"UA-14"', '"RU-KRS"', "'RU-KRS' is no region of UA"),
    "no region": (LAYER, '"UA-43"', "43", "'43' is no region of UA"),
    "no holder": (LAYER, 'holder = "Sylvania"\n', "", "holder is missing"),
    "words for yes": (LAYER, "contested = true", 'contested = "yes"', "contested cannot be 'yes'"),
    "no list": (LAYER, '["UA-43"]', '"UA-43"', "without cannot be 'UA-43'"),
    "no covers": (LAYER, "[[covers]]", "[[cover]]", "covers is missing"),
    "one table": (LAYER, "[[covers]]", "[covers]", "covers cannot be"),
    "boundaries: no region": (BOUNDARIES, "[region]", "[regions]", "region is missing"),
    "boundaries: neither": (BOUNDARIES, 'property = "code"\n', "", "either property or pattern"),
    "boundaries: both": (BOUNDARIES, "template", "pattern = '(x)'\ntemplate",
                         "either property or pattern"),
    "boundaries: no group": (BOUNDARIES, 'property = "code"', "pattern = 'UA_'", "wants 1 group"),
    "boundaries: two groups": (BOUNDARIES, 'property = "code"', "pattern = '(U)(A)'",
                               "wants 1 group"),
    "boundaries: a number": (BOUNDARIES, '"UA-30+UA-32"', "30", "ids are codes of regions"),
    "boundaries: no place": (BOUNDARIES, '"UA-{}"', '"UA-"', "template = 'UA-' wants a {} in it"),
    "boundaries: misspelt": (BOUNDARIES, "template", "templet", "unknown field 'templet'"),
    "boundaries: unknown": (BOUNDARIES, "licence", 'x = "y"\nlicence', "unknown field 'x'"),
    "boundaries: not TOML": (BOUNDARIES, "[region]", "[region", "is not TOML"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_in_one_line(fault: str) -> None:
    text, old, new, reason = FAULTS[fault]
    read = read_layer if text is LAYER else read_boundaries
    with pytest.raises(BadValue, match=re.escape(reason)) as caught:
        read(changed(text, old, new), "mine.toml")
    assert str(caught.value).startswith("mine.toml")
    assert "\n" not in str(caught.value)


def test_a_table_that_is_nested_too_deeply_is_no_crash() -> None:
    with pytest.raises(BadValue, match=r"mine\.toml: is not TOML"):
        read_layer("x = " + "[" * 100_000, "mine.toml")


def test_a_date_is_no_text() -> None:
    with pytest.raises(BadValue, match="maker cannot be") as caught:
        read_layer(changed(LAYER, 'maker = "Atlas"', f"maker = {date(2030, 1, 1)}"), "mine.toml")
    assert "\n" not in str(caught.value)


def test_the_text_comes_from_a_file_or_from_the_package(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(LAYER, "utf-8")
    assert text_of("layers", "whatever", mine) == LAYER
    assert read_layer(text_of("layers", "isw"), "isw").maker.startswith("Institute")


def test_texts_that_are_not_there(tmp_path: Path) -> None:
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    asked = [
        (("layers", "none such", None), BadValue, "'none such': no description of that name"),
        (("layers", "x", tmp_path / "none.toml"), UnreadableInput, "no such file"),
        (("layers", "x", tmp_path), UnreadableInput, "is a directory"),
        (("layers", "x", binary), UnreadableInput, "not utf-8"),
    ]
    for (kind, name, file), error, reason in asked:
        with pytest.raises(error, match=reason) as caught:
            text_of(kind, name, file)
        assert issubclass(error, GroundcheckError)
        assert "\n" not in str(caught.value)


def test_the_statuses_are_the_ones_that_rules_may_name() -> None:
    assert STATUSES == ("held", "contested", "none")
