"""Gains and losses: figures small enough to do in the head, and what may not be accused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from groundcheck.geo.control import ControlFigures, Series
from groundcheck.model import Attribution

FIRST = date(2031, 3, 1)
DAYS = tuple(FIRST + timedelta(n) for n in range(120))
APRIL = (date(2031, 4, 1), 30)


def figures(north, contested=None, maker="Mapmakers", **slots):
    """A layer of Northmark (10,000 km²), ``north`` the km² held by the number of the day."""
    km2 = [float(north(n)) for n in range(len(DAYS))]
    grey = None if contested is None else [float(contested(n)) for n in range(len(DAYS))]
    slots = {"layer": maker, "holder": "Borland", "country": "XA", "days": DAYS} | slots
    return ControlFigures(
        maker=maker,
        definition="ground where troops are",
        series=(Series("Survey", frozenset({"XA-1"}), 10_000.0, km2, grey),),
        **slots,
    )


def steady(n):
    return 1000 + 10 * n


def changed(made, text, words, value, hedge="", unit="km2", **slots):
    report = made(text)
    when = slots.pop("when", None) or report.day("April", *APRIL)
    return report.claim(
        text,
        kind="change",
        actor=slots.pop("actor", "Borland"),
        places=slots.pop("places", ("XA-1",)),
        figures=[(words, value, unit, hedge)],
        when=when,
        **slots,
    )


def finding(made, evidence, layers, text, words, value, hedge="", **slots):  # noqa: PLR0917
    report = changed(made, text, words, value, hedge, **slots)
    (found,) = report.of("change", evidence(*layers))
    return found


@pytest.mark.parametrize(
    ("value", "hedge", "verdict"),
    [
        (300, "", "agrees"),
        (250, "over", "agrees"),
        (900, "", "more than measured"),
        (40, "", "less than measured"),
        (320, "", "depends"),
    ],
)
def test_a_gain_in_a_month(made, evidence, value, hedge, verdict):
    words = f"{value} square kilometres"
    text = f"Borland took {hedge} {words} of Northmark in April."
    found = finding(made, evidence, [figures(steady)], text, words, value, hedge)
    assert found.verdict == verdict
    assert (found.found.low, found.found.high) == (300, 300)
    assert "Mapmakers's maps from 2031-03-31 to 2031-05-07 show a net 300 km² more" in found.summary
    assert {e.source for e in found.evidence} == {"Mapmakers"}


def test_a_loss_said_by_the_other_side_is_the_holders_gain(made, evidence):
    text = "Arvania lost 300 square kilometres of Northmark in April."
    found = finding(made, evidence, [figures(steady)], text, "300 square kilometres", 300,
                    actor="Arvania")  # fmt: skip
    assert found.verdict == "agrees"


def test_the_wrong_way_round_is_not_called_more(made, evidence):
    text = "Arvania freed 300 square kilometres of Northmark in April."
    found = finding(made, evidence, [figures(steady)], text, "300 square kilometres", 300,
                    actor="Arvania")  # fmt: skip
    assert found.verdict == "depends"
    assert "who is meant" in found.decided_by


def back_and_forth(n):
    """Twenty more on one day and ten less on the next."""
    return 1000 + 5 * n + (15 if n % 2 else 0)


def test_net_and_gross_are_told_apart(made, evidence):
    text = "Borland took 420 square kilometres of Northmark in April."
    found = finding(made, evidence, [figures(back_and_forth)], text, "420 square kilometres", 420)
    assert found.verdict == "depends"
    assert found.decided_by.startswith("net or gross")
    assert found.found.low == 150
    assert found.found.high == 300
    much = finding(made, evidence, [figures(back_and_forth)], text.replace("420", "900"),
                   "900 square kilometres", 900)  # fmt: skip
    assert much.verdict == "more than measured"


def test_words_that_say_net_are_held_against_the_net(made, evidence):
    text = "Borland took a net 250 square kilometres of Northmark in April."
    found = finding(made, evidence, [figures(back_and_forth)], text, "250 square kilometres", 250)
    assert found.verdict == "more than measured"
    assert (found.found.low, found.found.high) == (150, 150)


def test_what_the_other_side_won_back_is_gross_where_the_net_went_against_it(made, evidence):
    text = "Arvania liberated 160 square kilometres of Northmark in April."
    found = finding(made, evidence, [figures(back_and_forth)], text, "160 square kilometres", 160,
                    actor="Arvania")  # fmt: skip
    assert found.verdict == "depends"
    assert found.found.low < 0


def test_layers_are_never_subtracted_from_each_other(made, evidence):
    other = figures(lambda n: 5000 + 10 * n, maker="Atlas")
    text = "Borland took 300 square kilometres of Northmark in April."
    found = finding(made, evidence, [figures(steady), other], text, "300 square kilometres", 300)
    assert found.verdict == "agrees"
    assert "2 independent surveys" in found.summary


def test_the_map_decides(made, evidence):
    other = figures(lambda n: 1000 + 20 * n, maker="Atlas")
    text = "Borland took 300 square kilometres of Northmark in April."
    found = finding(made, evidence, [figures(steady), other], text, "300 square kilometres", 300)
    assert found.decided_by == "the map: 300 km² by Mapmakers, 600 km² by Atlas"


def test_contested_ground_is_counted_both_ways(made, evidence):
    layer = figures(steady, contested=lambda n: 5 * n)
    text = "Borland took 300 square kilometres of Northmark in April."
    found = finding(made, evidence, [layer], text, "300 square kilometres", 300)
    assert found.decided_by == "contested ground: 300 km² without it, 450 km² with it"


def test_a_share_of_the_place_is_compared_in_points(made, evidence):
    text = "Borland took 3 percent of Northmark in April."
    found = finding(made, evidence, [figures(steady)], text, "3 percent", 3, unit="percent")
    assert found.verdict == "agrees"
    assert (found.unit, found.found.low) == ("percent", 3)


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Borland took 900 square kilometres in April.", "900 square kilometres", "which place"),
        ("Borland took 40 square kilometres near a town of Northmark in April.",
         "40 square kilometres", "a part of it"),
        ("In April it had been 900 square kilometres of Northmark.", "900 square kilometres",
         "neither a gain nor a loss"),
        ("In April 900 square kilometres of Northmark changed hands, and Borland took them; "
         "in April.", "900 square kilometres", "who is meant"),
    ],
)  # fmt: skip
def test_doubts_keep_from_accusing(made, evidence, text, words, why):
    value = float(words.split()[0])
    layer = figures(steady)
    report = made(text)
    start = report.quantity(words, value, "km2").span.start
    named = text.find("Northmark")
    claim_text = text if named >= 0 else text[:start] + words
    report.claim(claim_text, kind="change", actor="Borland", places=("XA-1",),
                 figures=[(words, value, "km2")], when=report.day("April", *APRIL))  # fmt: skip
    (found,) = report.of("change", evidence(layer))
    assert found.verdict == "depends"
    assert why in found.decided_by
    assert found.gap is None


def test_a_few_days_are_too_few(made, evidence):
    text = "Borland took 900 square kilometres of Northmark on Monday."
    when = made(text).day("on Monday", date(2031, 4, 7))
    found = finding(
        made, evidence, [figures(steady)], text, "900 square kilometres", 900, when=when
    )
    assert found.verdict == "depends"
    assert "too few" in found.decided_by


def test_since_a_day_runs_up_to_the_report(made, evidence):
    text = "Borland took 300 square kilometres of Northmark since 9 April."
    when = replace(
        made(text).day("since 9 April", date(2031, 4, 9)), edtf="2031-04-09/..", end=None
    )
    found = finding(
        made, evidence, [figures(steady)], text, "300 square kilometres", 300, when=when
    )
    assert found.verdict == "agrees"


def test_a_denial_is_never_accused(made, evidence):
    text = "Borland took 900 square kilometres of Northmark in April."
    found = finding(made, evidence, [figures(steady)], text, "900 square kilometres", 900,
                    certainty="denied", attribution=Attribution("A", "indirect"))  # fmt: skip
    assert found.verdict == "depends"
    assert "denies" in found.summary


def test_maps_that_are_too_far_from_the_ends_are_left_out(made, evidence):
    rare = figures(steady, maker="Atlas", valid_days=0)
    days = (DAYS[0], DAYS[55], DAYS[100])
    series = tuple(replace(s, km2=[s.km2[n] for n in (0, 55, 100)]) for s in rare.series)
    rare = replace(rare, days=days, series=series)
    text = "Borland took 300 square kilometres of Northmark in April."
    found = finding(made, evidence, [figures(steady), rare], text, "300 square kilometres", 300)
    assert {e.source for e in found.evidence} == {"Mapmakers"}
    assert "Atlas has no maps near enough" in str(found.working)
    alone = finding(made, evidence, [rare], text, "300 square kilometres", 300)
    assert alone.verdict == "not covered"


@pytest.mark.parametrize(
    ("slots", "why"),
    [
        ({"actor": None}, "who did it"),
        ({"actor": "Thirdland"}, "a layer of what Thirdland holds"),
        ({"places": ("XB",)}, "maps of one control layer that covers Borland"),
    ],
)
def test_what_cannot_be_compared_says_what_it_would_take(made, evidence, slots, why):
    text = "Borland took 300 square kilometres of Northmark in April."
    report = changed(made, text, "300 square kilometres", 300, **slots)
    found = [f for f in report.check(evidence(figures(steady))) if f.verdict == "not covered"]
    assert len(found) == 1
    assert "it would take" in found[0].summary
    assert why in found[0].summary


def test_a_share_of_something_else_is_not_compared(made, evidence):
    text = "Borland's ground in Northmark grew by 30 percent in April."
    found = finding(made, evidence, [figures(steady)], text, "30 percent", 30, unit="percent")
    assert found.verdict == "not covered"
    assert "something other than the ground" in found.summary


def test_a_period_before_the_first_map(made, evidence):
    text = "Borland took 300 square kilometres of Northmark in April."
    when = made(text).day("in April", date(2030, 4, 1), 30)
    found = finding(
        made, evidence, [figures(steady)], text, "300 square kilometres", 300, when=when
    )
    assert found.verdict == "not covered"
    assert "begin on 2031-03-01, not before 2030-04-01" in found.summary


def test_without_a_time(made, evidence):
    text = "Borland took 300 square kilometres of Northmark."
    report = made(text).claim(text, kind="change", actor="Borland", places=("XA-1",),
                              figures=[("300 square kilometres", 300, "km2")])  # fmt: skip
    (found,) = report.of("change", evidence(figures(steady)))
    assert "the words give no period" in found.summary


def test_a_rate_is_left_to_arithmetic(made, evidence):
    text = "Borland took 300 square kilometres a day of Northmark in April."
    report = changed(made, text, "300 square kilometres", 300)
    assert report.of("change", evidence(figures(steady))) == []


def test_a_sudden_change_is_marked(made, evidence):
    layer = figures(lambda n: 1000 + 5 * n + (150 if n > 40 else 0))
    text = "Borland took 300 square kilometres of Northmark in April."
    found = finding(made, evidence, [layer], text, "300 square kilometres", 300)
    jumps = [s for s in found.working if s.operation == "mark a jump"]
    assert [s.inputs for s in jumps] == [("2031-04-11",)]
    assert "155 km²" in jumps[0].result
