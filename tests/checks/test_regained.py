"""What was taken back of what had been taken, from every baseline that the words may mean."""

from dataclasses import replace
from datetime import date

import pytest

from groundcheck.model import Attribution

from .test_change import DAYS, figures


def raid(n):
    """Nothing held at first, 1,000 km² on day 30, and 600 from day 60 on."""
    return 0 if n < 10 else 50 * (n - 10) if n < 30 else 1000 - 10 * min(n - 30, 40)


def grey(n):
    return 0 if n < 10 else 500 if n < 40 else 200


def back(made, evidence, layers, text, words, value, unit, hedge="", **slots):  # noqa: PLR0917
    report = made(text).claim(
        text,
        kind=slots.pop("kind", "share" if unit == "percent" else "change"),
        actor=slots.pop("actor", "Arvania"),
        places=("XA-1",),
        figures=[(words, value, unit, hedge)],
        **slots,
    )
    return report.of("change", evidence(*layers))


def share(made, evidence, layers, value, **slots):
    text = f"Arvania won back {value}% of the land Borland had taken in Northmark."
    return back(made, evidence, layers, text, f"{value}%", value, "percent", **slots)


def test_a_share_of_the_most_held(made, evidence):
    (found,) = share(made, evidence, [figures(raid)], 40)
    assert found.verdict == "depends"
    assert "1,000 km² on 2031-03-31 (Mapmakers, held)" in found.decided_by
    (day,) = [s for s in found.working if s.inputs[-1:] == ("620 km² on 2031-05-08",)]
    assert day.result == "380 km² less, 38% of the most held"


def test_every_baseline_stands_in_the_working(made, evidence):
    other = figures(lambda n: 1.2 * raid(n), maker="Atlas")
    (found,) = share(made, evidence, [figures(raid, grey), other], 50)
    baselines = {s.source for s in found.working if s.operation.startswith("set what is held")}
    assert baselines == {
        "Mapmakers, held, on the outlines of Survey",
        "Mapmakers, with contested ground, on the outlines of Survey",
        "Mapmakers, with contested ground then, without it now, on the outlines of Survey",
        "Atlas, held, on the outlines of Survey",
    }
    assert found.decided_by.startswith("the baseline: ")
    assert {e.source for e in found.evidence} == {"Mapmakers", "Atlas"}


@pytest.mark.parametrize(
    ("value", "verdict"), [(95, "more than measured"), (5, "less than measured")]
)
def test_beyond_every_baseline(made, evidence, value, verdict):
    (found,) = share(made, evidence, [figures(raid, grey)], value)
    assert found.verdict == verdict


def test_ground_that_changed_hands_twice_may_count_twice(made, evidence):
    def waves(n):
        return raid(n) if n < 45 else raid(n) + (300 if (n // 3) % 2 else 0)

    (found,) = share(made, evidence, [figures(waves)], 70)
    assert found.verdict == "depends"
    assert "more than once" in found.decided_by


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "actor"),
    [
        ("Borland has lost 40% of the land it had taken in Northmark.", "40%", 40, "percent",
         "Borland"),
        ("Borland still holds 60% of the land it had taken in Northmark.", "60%", 60, "percent",
         "Borland"),
        ("Arvania has won back 390 square kilometres in Northmark.", "390 square kilometres", 390,
         "km2", "Arvania"),
    ],
)  # fmt: skip
def test_the_ways_to_say_it(made, evidence, text, words, value, unit, actor):  # noqa: PLR0917
    (found,) = back(made, evidence, [figures(raid)], text, words, value, unit, actor=actor)
    low, high = (600, 620) if "still" in text else (380, 400)
    scale = 10 if unit == "percent" else 1
    assert (found.found.low, found.found.high) == (low / scale, high / scale)
    assert found.verdict == "depends"


def test_a_holding_that_is_a_share_of_what_was_taken_is_not_a_share_of_the_place(made, evidence):
    text = "Borland still holds 60% of the land it had taken in Northmark."
    report = made(text).claim(text, actor="Borland", places=("XA-1",),
                              figures=[("60%", 60, "percent")])  # fmt: skip
    found = {f.check: f.verdict for f in report.check(evidence(figures(raid)))}
    assert found == {"control": "not covered", "change": "depends"}


def test_maps_that_begin_when_it_was_held_already_say_nothing(made, evidence):
    found = share(made, evidence, [figures(lambda n: 1000 - n)], 95)
    assert [f.verdict for f in found] == ["not covered"]
    assert "do not show how the ground was taken" in found[0].summary


def test_a_small_area_without_a_time_may_be_of_any_days(made, evidence):
    text = "Arvania has won back 40 square kilometres in Northmark."
    (found,) = back(made, evidence, [figures(raid)], text, "40 square kilometres", 40, "km2")
    assert found.verdict == "depends"
    assert "the days meant" in found.decided_by


def test_a_denial_is_never_accused(made, evidence):
    slots = {"certainty": "denied", "attribution": Attribution("A", "indirect")}
    (found,) = share(made, evidence, [figures(raid)], 95, **slots)
    assert found.verdict == "depends"


def test_the_day_is_that_of_the_words(made, evidence):
    text = "By 10 April Arvania won back 10% of the land Borland had taken in Northmark."
    when = made(text).day("By 10 April", date(2031, 4, 10))
    when = replace(when, edtf="../2031-04-10", start=None)
    (found,) = back(made, evidence, [figures(raid)], text, "10%", 10, "percent", when=when)
    assert (found.found.low, found.found.high) == (10, 17)


def test_without_a_day_of_publication(made, evidence):
    text = "Arvania won back 40% of the land Borland had taken in Northmark."
    report = made(text, published=None).claim(
        text, kind="share", actor="Arvania", places=("XA-1",), figures=[("40%", 40, "percent")]
    )
    (found,) = report.of("change", evidence(figures(raid)))
    assert found.verdict == "not covered"


def test_a_layer_that_begins_later_is_left_out(made, evidence):
    late = figures(raid, maker="Atlas")
    late = replace(late, days=tuple(d.replace(year=2032) for d in DAYS))
    (found,) = share(made, evidence, [figures(raid), late], 40)
    assert {e.source for e in found.evidence} == {"Mapmakers"}
    assert "Atlas's maps run from 2032-03-01" in str(found.working)
