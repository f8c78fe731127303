from groundcheck.checks.choices import Option, deciding
from groundcheck.model import Interval

STATED = Interval(50, 60)


def option(value, outlines="Survey", contested="without it", maker="Atlas", day="2031-05-08"):
    return Option(value, outlines, contested, maker, day)


def test_the_first_choice_that_alone_decides_is_named():
    options = [
        option(45),
        option(55, outlines="Almanac"),
        option(45, maker="Globe"),
        option(55, outlines="Almanac", maker="Globe"),
    ]
    said = deciding(STATED, options, "percent")
    assert said == "the boundary set: 55% on Almanac, 45% on Survey"


def test_contested_ground_decides():
    said = deciding(STATED, [option(48), option(52, contested="with it")], "percent")
    assert said == "contested ground: 48% without it, 52% with it"


def test_the_map_decides():
    options = [option(70), option(55, maker="Globe"), option(71, outlines="Almanac")]
    assert deciding(STATED, options, "percent") == "the map: 70–71% by Atlas, 55% by Globe"


def test_the_day_decides_and_only_the_days_that_differ_are_named():
    options = [
        option(value, day=f"2031-05-{day:02}") for day, value in ((8, 45), (9, 46), (10, 51))
    ]
    said = deciding(STATED, options, "km2")
    assert said == "the day of the map: 45 km² on 2031-05-08, 51 km² on 2031-05-10"


def test_two_things_that_always_go_together_do_not_decide_alone():
    options = [option(45), option(55, outlines="Almanac", maker="Globe")]
    assert deciding(STATED, options, "percent") == "the boundary set and the map"


def test_where_nothing_was_open_the_precision_is_left():
    assert deciding(STATED, [option(45)], "percent") == "the precision of the map"


def test_of_choices_that_only_shift_the_values_the_one_that_shifts_most_is_named():
    options = [
        option(45),
        option(55, outlines="Almanac"),
        option(20, maker="Globe"),
        option(21, outlines="Almanac", maker="Globe"),
    ]
    assert deciding(STATED, options, "percent").startswith("the map: 45–55% by Atlas")
