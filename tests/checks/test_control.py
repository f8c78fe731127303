from dataclasses import replace
from datetime import date

import pytest

from groundcheck.checks.spoken import innermost
from groundcheck.model import Attribution

DAY = date(2031, 5, 8)


def steady(survey, almanac):
    return {"Survey": lambda _p, _d: survey, "Almanac": lambda _p, _d: almanac}


def held(made, words, value, hedge="", **slots):
    report = made(f"Borland holds {words} of Northmark.")
    return report.claim(
        report.text,
        actor=slots.pop("actor", "Borland"),
        places=slots.pop("places", ("XA-1",)),
        figures=[(words, value, "percent", hedge)],
        **slots,
    )


@pytest.mark.parametrize(
    ("words", "value", "hedge", "shares", "verdict"),
    [
        ("60%", 60, "", (60.1, 60.3), "agrees"),
        ("60%", 60, "", (55, 55.5), "more than measured"),
        ("60%", 60, "", (70, 71), "less than measured"),
        ("60%", 60, "", (59.3, 59.4), "depends"),
        ("more than 97%", 97, "over", (96.5, 97.4), "depends"),
        ("just under a quarter", 25, "nearly", (23.1, 23.2), "agrees"),
        ("at least 40%", 40, "at least", (45, 46), "agrees"),
        ("up to 40%", 40, "up to", (45, 46), "less than measured"),
    ],
)
def test_a_share_against_the_map(made, layer, evidence, words, value, hedge, shares, verdict):  # noqa: PLR0917
    (finding,) = held(made, words, value, hedge).of("control", evidence(layer(steady(*shares))))
    assert finding.verdict == verdict
    assert (finding.found.low, finding.found.high) == tuple(sorted(shares))
    assert (finding.gap is None) == (verdict in ("agrees", "depends"))
    assert "Mapmakers" in finding.summary
    assert finding.evidence
    assert finding.evidence[0].inputs == ("ab" * 32,)


def test_the_outline_that_decides_is_named(made, layer, evidence):
    base = evidence(layer(steady(96.5, 97.4)))
    (finding,) = held(made, "more than 97%", 97, "over").of("control", base)
    assert finding.decided_by == "the boundary set: 97.4% on Almanac, 96.5% on Survey"


def test_the_day_of_the_map_decides(made, layer, evidence):
    shares = {"Survey": lambda _p, day: 50 if day <= DAY else 60}
    (finding,) = held(made, "60%", 60).of("control", evidence(layer(shares)))
    assert finding.verdict == "depends"
    assert finding.decided_by.startswith("the day of the map: 50% on 2031-05-08")


def test_a_map_may_catch_up_within_a_week_and_no_longer(made, layer, evidence):
    shares = {"Survey": lambda _p, day: 60 if day >= date(2031, 5, 16) else 50}
    (finding,) = held(made, "60%", 60).of("control", evidence(layer(shares)))
    assert finding.verdict == "more than measured"
    assert "2031-05-16" in finding.became_so


def test_never_so_and_always_so(made, layer, evidence):
    (never,) = held(made, "60%", 60).of("control", evidence(layer(steady(50, 50))))
    assert "never up to its last map of 2031-12-31" in never.became_so
    (always,) = held(made, "60%", 60).of("control", evidence(layer(steady(60, 60))))
    assert "since before its first map of 2031-01-01" in always.became_so


def test_each_and_together_are_told_apart(made, layer, evidence):
    text = "Borland holds 60% of Northmark and Southmark."
    report = made(text).claim(
        text,
        actor="Borland",
        places=("XA-1", "XA-2"),
        figures=[("60%", 60, "percent")],
        readings=("each", "together"),
    )
    shares = {"Survey": lambda place, _d: {"XA-1": 30, "XA-2": 75}[place]}
    found = {f.reading: f for f in report.of("control", evidence(layer(shares)))}
    assert set(found) == {"each: Northmark", "each: Southmark", "together"}
    assert found["together"].verdict == "agrees"
    assert found["each: Northmark"].verdict == "more than measured"
    assert found["each: Southmark"].verdict == "less than measured"


def test_the_other_side_has_at_most_the_rest(made, layer, evidence):
    report = held(made, "60%", 60, actor="Arvania")
    (finding,) = report.of("control", evidence(layer(steady(40, 40))))
    assert finding.verdict == "agrees"
    assert "at most 60%" in finding.summary
    (finding,) = held(made, "60%", 60, actor="Arvania").of(
        "control", evidence(layer(steady(30, 30)))
    )
    assert finding.verdict == "depends"
    assert "neither" in finding.decided_by
    (finding,) = held(made, "60%", 60, actor="Arvania").of(
        "control", evidence(layer(steady(50, 50)))
    )
    assert finding.verdict == "more than measured"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"actor": "the Third Party"}, "not the Third Party"),
        ({"places": ("XB",)}, "no layer at hand covers Borland"),
        ({"places": ()}, "do not name a place"),
        ({"actor": None}, "do not name who holds it"),
    ],
)
def test_what_no_layer_covers(made, layer, evidence, change, why):
    (finding,) = held(made, "60%", 60, **change).of("control", evidence(layer(steady(1, 1))))
    assert finding.verdict == "not covered"
    assert why in finding.summary
    assert "it would take" in finding.summary


@pytest.mark.parametrize("first", [date(2030, 1, 1), date(2033, 1, 1)])
def test_a_day_without_a_map(made, layer, evidence, first):
    report = held(made, "60%", 60)
    when = report.day("holds", first)
    (finding,) = held(made, "60%", 60, when=when).of("control", evidence(layer(steady(1, 1))))
    assert finding.verdict == "not covered"
    assert "run from 2031-01-01 to 2031-12-31" in finding.summary


def test_no_day_at_all(made, layer, evidence):
    report = held(made, "60%", 60)
    report.published = None
    (finding,) = report.of("control", evidence(layer(steady(1, 1))))
    assert finding.verdict == "not covered"


def test_a_month_is_all_its_days(made, layer, evidence):
    shares = {"Survey": lambda _p, day: float(day.day)}
    text = "Borland held 15% of Northmark in March 2031."
    report = made(text)
    when = report.day("March 2031", date(2031, 3, 1), 31)
    figures = [("15%", 15, "percent")]
    report.claim(text, actor="Borland", places=("XA-1",), figures=figures, when=when)
    (finding,) = report.of("control", evidence(layer(shares)))
    assert (finding.found.low, finding.found.high) == (1, 31)
    assert finding.verdict == "depends"


@pytest.mark.parametrize(
    ("share", "verdict"), [(99.5, "agrees"), (80, "depends"), (20, "more than measured")]
)
def test_a_place_held_without_a_number(made, layer, evidence, share, verdict):
    text = "Borland controls Northmark."
    report = made(text).claim(text, actor="Borland", places=("XA-1",))
    (finding,) = report.of("control", evidence(layer(steady(share, share))))
    assert finding.verdict == verdict
    assert "no number" in str(finding.working)


def test_a_part_held_without_a_number(made, layer, evidence):
    text = "Borland controls parts of Northmark."
    report = made(text).claim(text, actor="Borland", places=("XA-1",))
    (finding,) = report.of("control", evidence(layer(steady(20, 20))))
    assert finding.verdict == "agrees"


def test_an_area_held(made, layer, evidence):
    text = "Borland holds about 6,000 square kilometres of Northmark."
    figures = [("about 6,000 square kilometres", 6000, "km2", "about")]
    report = made(text).claim(text, actor="Borland", places=("XA-1",), figures=figures)
    (finding,) = report.of("control", evidence(layer(steady(50, 52))))
    assert finding.verdict == "more than measured"
    assert finding.unit == "km2"
    assert finding.gap == pytest.approx(500)


def test_a_share_of_townships_is_not_a_share_of_ground(made, layer, evidence):
    text = "Borland holds 60% of Northmark's townships."
    report = made(text).claim(
        text, actor="Borland", places=("XA-1",), figures=[("60%", 60, "percent")]
    )
    (finding,) = report.of("control", evidence(layer(steady(10, 10))))
    assert finding.verdict == "not covered"


def test_a_denial_is_measured_and_never_accused(made, layer, evidence):
    report = held(made, "60%", 60, certainty="denied", attribution=Attribution("A", "indirect"))
    (finding,) = report.of("control", evidence(layer(steady(10, 10))))
    assert finding.verdict == "depends"
    assert finding.gap is None
    assert "denies" in finding.summary


@pytest.mark.parametrize("certainty", ["forecast", "demanded"])
def test_what_is_to_come_is_not_measured(made, layer, evidence, certainty):
    report = held(made, "60%", 60, certainty=certainty)
    found = report.check(evidence(layer(steady(10, 10))))
    assert [(f.check, f.verdict) for f in found] == [("checkability", "not checkable")]


def test_parts_named_beside_a_country_share_are_not_all_that_is_held(made, layer, evidence):
    text = "Borland holds 500 sq km in Northmark, 1% of Arvania."
    report = made(text)
    figures = [("500 sq km", 500, "km2")]
    report.claim("Borland holds", actor="Borland", places=("XA-1",), figures=figures)
    report.claim("1% of", actor="Borland", places=("XA",), figures=[("1%", 1, "percent")])
    found = [f for f in report.of("control", evidence(layer(steady(5, 5)))) if f.claim == "c1"]
    assert [f.verdict for f in found] == ["depends"]
    assert "parts that the sentence names" in found[0].decided_by


@pytest.mark.parametrize(
    ("places", "expected"), [(("XA", "XA-1"), ["XA-1"]), (("XA",), ["XA"]), (("XA", "XB"), None)]
)
def test_a_country_named_for_its_region_is_not_a_second_place(made, places, expected):
    report = made("Borland holds 60% of Arvania's Northmark and Borland.")
    found = innermost(tuple(report.place(id_) for id_ in places))
    assert [place.id for place in found] == (expected or list(places))


@pytest.mark.parametrize(
    ("words", "verdict"),
    [("Borland holds 60% of it", "more than measured"), ("and Borland has 60%", "depends")],
)
def test_a_place_that_no_word_points_to_never_accuses(made, layer, evidence, words, verdict):
    report = made(f"Northmark burns. After all, {words}.")
    figures = [("60%", 60, "percent")]
    report.claim(words, actor="Borland", places=("XA-1",), figures=figures)
    (finding,) = report.of("control", evidence(layer(steady(55, 55))))
    assert finding.verdict == verdict


def test_the_sides_may_be_confused(made, layer, evidence):
    report = held(made, "60%", 60, actor="Arvania")
    (finding,) = report.of("control", evidence(layer(steady(61, 61))))
    assert finding.verdict == "depends"
    assert "who is meant" in finding.decided_by


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (("eleven", 11, "km2"), "Borland holds eleven of Northmark."),
        (("12 wells", 12, "well"), "Borland holds 12 wells of Northmark."),
    ],
)
def test_what_is_counted_is_no_area(made, layer, evidence, figure, text):
    report = made(text)
    report.claim(text, actor="Borland", places=("XA-1",), figures=[figure])
    claim = report.claims[0]
    said = tuple(replace(q, unit_said=False) for q in claim.quantities)
    report.claims[0] = replace(claim, quantities=said)
    (finding,) = report.of("control", evidence(layer(steady(10, 10))))
    assert finding.verdict == "not covered"


def test_a_question_states_nothing(made, layer, evidence):
    text = "How much does Borland hold in Northmark?"
    report = made(text).claim(text, actor="Borland", places=("XA-1",))
    (finding,) = report.of("control", evidence(layer(steady(10, 10))))
    assert finding.verdict == "not covered"


def test_all_of_a_place_is_taken_as_an_outline_allows(made, layer, evidence):
    text = "Borland holds all of Northmark."
    report = made(text).claim(text, actor="Borland", places=("XA-1",), figures=[ALL])
    quantity = report.claims[0].quantities[0]
    report.claims[0] = replace(report.claims[0], quantities=(replace(quantity, hedge="all"),))
    (finding,) = report.of("control", evidence(layer(steady(99.2, 99.6))))
    assert finding.verdict == "agrees"


ALL = ("all of", 100, "percent", "")


# Several layers --------------------------------------------------------------------------------


def one(share):
    return {"Survey": lambda _p, _d: share}


def test_one_finding_over_all_layers(made, layer, evidence):
    base = evidence(
        layer(one(59.8)), layer(one(60.2), layer="atlas", maker="Atlas (atlas.example)")
    )
    (finding,) = held(made, "60%", 60).of("control", base)
    assert finding.verdict == "agrees"
    assert (finding.found.low, finding.found.high) == (59.8, 60.2)
    assert [(of.maker, of.found.low, of.found.high) for of in finding.by_maker] == [
        ("Mapmakers", 59.8, 59.8),
        ("Atlas", 60.2, 60.2),
    ]
    assert "Mapmakers's maps of 2031-05-08 to 2031-05-15 show 59.8%" in finding.summary
    assert "; Atlas's maps of 2031-05-08 to 2031-05-15 60.2% (2 independent surveys)" in (
        finding.summary
    )
    assert {e.source for e in finding.evidence} == {"Mapmakers", "Atlas (atlas.example)"}
    assert finding.became_so.count("shows 60% of Northmark") == 2


def test_layers_of_one_origin_count_once(made, layer, evidence):
    base = evidence(
        layer(one(59.8), origin="Rangers"), layer(one(60), layer="b", maker="B", origin="Rangers")
    )
    (finding,) = held(made, "60%", 60).of("control", base)
    assert "(one survey)" in finding.summary


def test_the_map_that_decides_is_named(made, layer, evidence):
    base = evidence(layer(one(55)), layer(one(60), layer="atlas", maker="Atlas"))
    (finding,) = held(made, "60%", 60).of("control", base)
    assert finding.verdict == "depends"
    assert finding.decided_by == "the map: 55% by Mapmakers, 60% by Atlas"


def test_contested_ground_that_decides_is_named(made, layer, evidence):
    base = evidence(layer(one(57), contested_points=3.0))
    (finding,) = held(made, "60%", 60).of("control", base)
    assert finding.verdict == "depends"
    assert finding.decided_by == "contested ground: 57% without it, 60% with it"
    assert finding.became_so == (
        "Mapmakers's map shows 60% of Northmark: never up to its last map of 2031-12-31 (Survey); "
        "with contested ground since before its first map of 2031-01-01 (Survey)"
    )


def test_the_other_side_has_the_rest_with_and_without_contested_ground(made, layer, evidence):
    base = evidence(layer(one(30), contested_points=5.0))
    (finding,) = held(made, "65%", 65, actor="Arvania").of("control", base)
    assert (finding.found.low, finding.found.high) == (65, 70)
    assert finding.decided_by == "contested ground: 70% with it, 65% without it"


def test_a_gap_finer_than_the_line_names_only_what_is_left(made, layer, evidence):
    base = evidence(layer(one(59.2), contested_points=0.2))
    (finding,) = held(made, "60%", 60).of("control", base)
    assert finding.decided_by == "the line's precision, which is larger than the distance"


def test_a_holder_abroad_is_measured_by_the_same_code(made, layer, evidence):
    abroad = layer(one(3), holder="Arvania", country="XB", covered=("XB-1",))
    text = "Arvania holds 3% of Eastmark."
    report = made(text).claim(
        text, actor="Arvania", places=("XB-1",), figures=[("3%", 3, "percent")]
    )
    (finding,) = report.of("control", evidence(layer(one(60)), abroad))
    assert finding.verdict == "agrees"
    country = made(text).claim(text, actor="Arvania", places=("XB",),
                               figures=[("3%", 3, "percent")])  # fmt: skip
    (finding,) = country.of("control", evidence(layer(one(60)), abroad))
    assert finding.verdict == "not covered"


def test_a_layer_without_one_of_the_places_is_left_out_of_them_together(made, layer, evidence):
    text = "Borland holds 60% of Northmark and Southmark."
    report = made(text).claim(text, actor="Borland", places=("XA-1", "XA-2"),
                              figures=[("60%", 60, "percent")], readings=("together",))  # fmt: skip
    partial = layer(one(10), layer="atlas", maker="Atlas", covered=("XA-1",))
    (finding,) = report.of("control", evidence(layer(one(60)), partial))
    assert finding.verdict == "agrees"
    assert "Atlas's maps do not cover Southmark" in str(finding.working)


def test_a_time_that_is_past_is_not_held_against_today(made, layer, evidence):
    text = "At its peak Borland held 60% of Northmark."
    report = made(text).claim(
        text, actor="Borland", places=("XA-1",), figures=[("60%", 60, "percent")]
    )
    (finding,) = report.of("control", evidence(layer(one(20))))
    assert finding.verdict == "depends"
    assert "which day" in finding.decided_by
