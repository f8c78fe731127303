import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.text.quantities import find_quantities


def read(text):
    return [(q.text, q.value, q.unit, q.bound) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("over 300 square kilometers", 300, "km2", "over"),
        ("1 200 sq. km", 1200, "km2", "exact"),
        ("99,5 %", 99.5, "percent", "exact"),
        ("less than one percent", 1, "percent", "under"),
        ("half a percent", 0.5, "percent", "exact"),
        ("three percentage points", 3, "percentage points", "exact"),
        ("at least 45 vehicles", 45, "vehicle", "over"),
        ("60+ tanks", 60, "tank", "over"),
        ("30-odd men", 30, "people", "about"),
        ("98 percent or more", 98, "percent", "over"),
        ("three or more villages", 3, "settlements", "over"),
        ("50 or so men", 50, "people", "about"),
        ("no more than 12 kilometres", 12, "km", "under"),
        ("not more than a tenth", 10, "percent", "under"),
        ("no fewer than 12 towns and villages", 12, "settlements", "over"),
        ("just over three-quarters", 75, "percent", "over"),
        ("a little under two-thirds", 66.67, "percent", "nearly"),
        ("four in five", 80, "percent", "exact"),
        ("3,100 attack drones", 3100, "drone", "exact"),
        ("seven mass graves", 7, "grave", "exact"),
        ("two T-64 tanks", 2, "tank", "exact"),
        ("15 guided bombs", 15, "bomb", "exact"),
        ("one bridge", 1, "bridge", "exact"),
        ("half a dozen howitzers", 6, "howitzer", "exact"),
        ("270 aircraft", 270, "aircraft", "exact"),
        ("40 RSF men", 40, "people", "exact"),
        ("12 police officers", 12, "people", "exact"),
        ("2,500 Rohingya", 2500, "people", "exact"),
        ("1,250 wounded", 1250, "people", "exact"),
        ("nine rural communities", 9, "settlements", "exact"),
        ("an estimated 1.5 million people", 1.5e6, "people", "about"),
        ("nearly three decades", 30, "years", "nearly"),
        ("four more days", 4, "days", "exact"),
        ("4 Leopard 2 tanks", 4, "tank", "exact"),
        ("three-and-a-half thousand reservists", 3500, "people", "exact"),
        ("no bigger than 3 hectares", 3, "ha", "under"),
        ("not even 5 percent", 5, "percent", "under"),
        ("12%-15%", (12, 15), "percent", "between"),
        ("minus 3 km2", -3, "km2", "exact"),
        ("nearly half", 50, "percent", "nearly"),
        ("72 hours", 72, "hour", "exact"),
        ("$5 million", 5e6, "dollar", "exact"),
        ("a couple of hundred hectares", 200, "ha", "about"),
        ("more than thousand sq. km", 1000, "km2", "over"),
        ("3.4 thousand kilometres squared", 3400, "km2", "exact"),
        ("more than $7 million", 7e6, "dollar", "over"),
        ("about €40 a tonne", 40, "euro per tonne", "about"),
        ("between $30,000 and $45,000 a year", (30_000, 45_000), "dollar per year", "between"),
        ("£5-10 million", (5e6, 10e6), "pound sterling", "between"),
        ("7 tonnes/day", 7, "tonne per day", "exact"),
        ("3.5 km²/day", 3.5, "km2 per day", "exact"),
        ("57 ± 3 percent", (54, 60), "percent", "between"),
        ("57% +/- 3", (54, 60), "percent", "between"),
        ("61.5±0.5 hectares", (61, 62), "ha", "between"),
        ("five halves", 2.5, "number", "exact"),
        ('12"', 12, "inch", "exact"),
        ("-8 °C", -8, "degree Celsius", "exact"),
        ("between 200 and 225 km²", (200, 225), "km2", "between"),
        ("5 to 10 percent", (5, 10), "percent", "between"),
        ("18–20 km", (18, 20), "km", "between"),
        ("from 4 to 5 kilometres", (4, 5), "km", "between"),
        ("between 14 and 16 thousand sq km", (14_000, 16_000), "km2", "between"),
        ("between 44 km and 50 km", (44, 50), "km", "between"),
        ("two or three villages", (2, 3), "settlements", "between"),
        ("between a fifth and a quarter", (20, 25), "percent", "between"),
    ],
)
def test_one_quantity_with_all_its_words(text, value, unit, bound):
    assert read(f"They say {text}, again.") == [(text, value, unit, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "in February 2023", "2024-03-01", "on 01.03.2024", "since 2015", "Dec. 14", "14 January",
        "on 3 and 4 March", "October 5 and 6 showed", "between 3 May and 9 June", "30.08",
        "at 09:45", "9 p.m.", "half past nine", "six o'clock", "the 2020s", "2013-14",
        "T-80 and M23 and F-16", "the 24th brigade", "Article 7", "Resolution 1701", "Hill 215",
        "Phase 2", "COVID-19", "Q3", "World War II", "the 3rd and 4th battalions",
        "one of them", "no one", "this one", "the four of them", "Petrenko, 34, said",
        "a 36-year-old man", "the first half", "second quarter", "a quarter of last year",
        "half-hour", "a fifth column", "a third village", "call +1 202 555 0142", "24/7",
        "https://example.org/2024/15?p=30%20", "the 2021 invasion", "Channel 24",
        "across the whole of the region", "a third of May", "the past five quarters",
    ],
)  # fmt: skip
def test_what_is_no_quantity(text):
    assert read(f"He said {text} was named.") == []


def test_list_bullets_are_no_quantities():
    assert read("1. The north\n2) The south\n") == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "from 46% to 54%, ranging from 9 km to 4 km",
            [(46, "percent"), (54, "percent"), ((4, 9), "km")],
        ),
        (
            "it paid 3 million pounds, for 90 pounds of wire",
            [(3e6, "pound sterling"), (90, "pound")],
        ),
        ("some 300 km2 a day, 12 shells an hour", [(300, "km2"), (12, "shell")]),
        ("he paid $500 a year ago", [(500, "dollar")]),
        ("it costs $5 or 10 hryvnias", [(5, "dollar"), (10, "hryvnia")]),
        ("nearly a tonne of grain, half a litre of milk", [(1, "tonne"), (0.5, "liter")]),
        ("oil at $70 a barrel of late, a ton of work", [(70, "dollar per barrel")]),
        ("a 5.1-magnitude tremor, a T-5 tank", [(5.1, "number")]),
        ("up from 46% to 54%", [(46, "percent"), (54, "percent")]),
        ("fell from 60 to 50 percent", [(60, "percent"), (50, "percent")]),
        ("from 46% to 54%", [(46, "percent"), (54, "percent")]),
        ("12, 15 and 18 percent", [(12, "percent"), (15, "percent"), (18, "percent")]),
        ("300 square kilometres in June and 250 in July", [(300, "km2"), (250, "number")]),
        ("the east -3 km2", [(3, "km2")]),
        ("wounding 112 others", [(112, "number")]),
        ("at least 40 percent, at least", [(40, "percent")]),
        ("killed 14 and wounded 20 soldiers", [(14, "number"), (20, "people")]),
        ("5,000 km2, roughly 600 km2 more", [(5000, "km2"), (600, "km2")]),
        ("In 2022 300 soldiers died", [(300, "people")]),
        ("in March 14 villages fell", [(14, "settlements")]),
    ],
)
def test_neighbours(text, figures):
    assert [(q.value, q.unit) for q in find_quantities(text)] == figures


@pytest.mark.parametrize(
    ("text", "unit"),
    [("14 of 19 townships", "township"), ("26 of the 45 provinces", "province"),
     ("seven of 12 missiles", "missile"), ("nine out of 12 missiles", "missile"),
     ("107 townships out of 340", "township"), ("two of the army's 14 commands", "command"),
     ("26.4 million of 54 million", "number")],
)  # fmt: skip
def test_a_part_and_its_whole_share_their_noun(text, unit):
    part, whole = find_quantities(text)
    assert (part.unit, part.role, whole.unit, whole.role) == (unit, "figure", unit, "whole")


@pytest.mark.parametrize(
    ("text", "bound", "units"),
    [("over 500 square kilometers (193 square miles)", "over", ["km2", "mi2"]),
     ("534 km² / 206 mi²", "exact", ["km2", "mi2"]),
     ("a 270-kilometer (168-mile) border", "exact", ["km", "mi"]),
     ("within 10 kilometers (6.2 miles)", "under", ["km", "mi"])],
)  # fmt: skip
def test_a_converted_figure_takes_the_bound_of_the_first(text, bound, units):
    first, second = find_quantities(text)
    assert (first.role, second.role) == ("figure", "conversion")
    assert [first.bound, second.bound] == [bound, bound]
    assert [first.unit, second.unit] == units
    assert first.hedge == second.hedge


def test_a_bare_figure_says_that_its_unit_was_not_said():
    (quantity,) = find_quantities("Some 5,000 had left.")
    assert (quantity.unit, quantity.unit_said, quantity.text) == ("number", False, "Some 5,000")


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [("They took the whole of the border.", "the whole of", "exact"),
     ("It holds all of the region.", "all of", "exact"),
     ("It holds the entire Northern Province.", "the entire", "exact"),
     ("It holds the entire province.", "the entire", "exact"),
     ("It holds virtually all of it.", "virtually all of", "nearly"),
     ("It is almost entirely lost.", "almost entirely", "nearly"),
     ("The town was liberated in full.", "in full", "exact")],
)  # fmt: skip
def test_the_whole_is_a_hundred_percent(text, words, bound):
    assert read(text) == [(words, 100, "percent", bound)]


@pytest.mark.parametrize("text", ["all of them left", "all soldiers", "paid in full", "in all"])
def test_the_whole_of_something_else_is_none(text):
    assert read(text) == []


def test_a_hedge_may_stand_outside_the_quotation():
    (quantity,) = find_quantities('"approximately 2,500" square kilometres')
    assert (quantity.value, quantity.unit, quantity.bound) == (2500, "km2", "about")


WORDS = st.sampled_from(
    "over about between and to from of 5 3,000 km2 km % percent villages half a third two-thirds "
    "nearly all the region ( ) / - – 2014 May . , up soldiers one in ten million $ ½ or more "
    "whole out at least -".split()
)


@given(st.lists(WORDS, max_size=30), st.sampled_from([" ", "", "\n", "  "]))
def test_any_text_gives_ordered_disjoint_quantities(words, glue):
    text = glue.join(words)
    end = 0
    for quantity in find_quantities(text):
        assert quantity.span.start >= end
        assert len(quantity.span) > 0
        assert quantity.span.of(text) == quantity.text
        assert quantity.likely.inside(quantity.bounds)
        assert quantity.unit_said == (quantity.unit != "number")
        end = quantity.span.end


@given(st.text(max_size=200))
def test_no_text_fails(text):
    assert all(q.text for q in find_quantities(text))
