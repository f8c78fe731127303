from datetime import date

import pytest

from groundcheck.checks.corroboration import relation

REGION = "the Nordland region"
TOWN = "the town of Narvik in the Nordland region"


def bears(one, first, second):
    """How one report's statement bears on another's; each is its words, and perhaps its day."""
    said = [one(*(given if isinstance(given, tuple) else (given,))) for given in (first, second)]
    found = relation(*said)
    assert relation(*reversed(said)) == found
    return (found.word, found.gap, found.unit) if found else None


def holds(figure, who="Ada Rowe", day=9, party="Sweden"):
    return f"{party} holds {figure} of {REGION}, {who} said.", date(2031, 5, day)


def took(figure, when="in April"):
    return f"Swedish forces took {figure} in {REGION} {when}, Ada Rowe said."


def captured(when="", who="Ada Rowe", day=9):
    return f"Swedish forces captured {TOWN}{when}, {who} said.", date(2031, 5, day)


def denied(day=9):
    return f"Ivo Brandt denied that Swedish forces had captured {TOWN}.", date(2031, 5, day)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (holds("62%"), holds("62%"), ("agrees", None, None)),
        (holds("62%"), holds("63%"), ("agrees", None, None)),
        (holds("62%"), holds("about 63%"), ("agrees", None, None)),
        (holds("62%"), holds("over 61%"), ("agrees", None, None)),
        (holds("62%"), holds("over 40%"), ("depends", None, None)),
        (holds("62%"), holds("68%"), ("contradicts", 5, "points")),
        (holds("62%"), holds("over 70%"), ("contradicts", 7.5, "points")),
        (holds("62%"), holds("almost two thirds"), ("agrees", None, None)),
        (holds("62%"), holds("68%", party="Norway"), ("contradicts", 29, "points")),
        (holds("62%"), holds("38%", party="Norway"), None),
        # A front moves: what is farther apart than a week says nothing.
        (holds("62%", day=1), holds("68%", day=8), ("depends", 5, "points")),
        (holds("62%", day=1), holds("75%", day=8), ("contradicts", 12, "points")),
        (holds("62%", day=1), holds("68%", day=9), None),
        (holds("4,500 square kilometers"), holds("62%"), None),
        (holds("4,500 square kilometers"), holds("1,740 square miles"), ("agrees", None, None)),
    ],
)
def test_shares_and_areas(one, first, second, expected):
    assert bears(one, first, second) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (f"Sweden may hold 62% of {REGION}, Ada Rowe said.", holds("75%"), "depends"),
        (f"Sweden will hold 90% of {REGION} by July, Ada Rowe said.", holds("75%"), None),
        (f"Sweden controls {REGION}, Ada Rowe said.", holds("75%"), "depends"),
        (f"Sweden controls {REGION}, Ada Rowe said.", holds("45%"), "depends"),
        (f"Sweden controls all of {REGION}, Ada Rowe said.", holds("75%"), "contradicts"),
        (f"Sweden controls all of {REGION}, Ada Rowe said.", holds("5%", party="Norway"),
         "contradicts"),
        (f"Sweden controls parts of {REGION}, Ada Rowe said.", holds("75%"), "depends"),
    ],
)  # fmt: skip
def test_words_without_a_plain_figure(one, first, second, expected):
    found = bears(one, first, second)
    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (took("120 square kilometers"), took("121 km²"), ("agrees", None, None)),
        (took("120 square kilometers"), took("46 square miles"), ("agrees", None, None)),
        (took("120 square kilometers"), took("150 square kilometers"), "contradicts"),
        (took("120 square kilometers"), took("150 square kilometers", "in March"), None),
        (took("120 square kilometers"), took("150 square kilometers", ""), None),
        (took("12 settlements"), took("15 settlements"), ("contradicts", 3, "settlements")),
        (took("12 settlements"), took("120 square kilometers"), None),
    ],
)
def test_changes_over_one_period(one, first, second, expected):
    found = bears(one, first, second)
    assert (found and found[0] if isinstance(expected, str) else found) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (captured(), captured(who="Ivo Brandt"), ("agrees", None, None)),
        (captured(" on May 5"), captured(" on May 6"), ("agrees", None, None)),
        (captured(" on May 2"), captured(" on May 8"), ("depends", 6, "days")),
        (captured(" on April 2"), captured(" on May 2"), ("contradicts", 30, "days")),
        (captured(" on January 2"), captured(" on May 2"), None),
        (captured(" on May 5"), denied(), ("contradicts", None, None)),
        (captured(" on May 5", day=6), denied(day=4), None),
        (captured(day=9), denied(day=9), ("contradicts", None, None)),
        (captured(day=9), denied(day=30), None),
        (denied(), f"Swedish forces do not control {TOWN}, Ada Rowe said.", None),
    ],
)
def test_captures_and_their_denials(one, first, second, expected):
    assert bears(one, first, second) == expected


NORWAY_HOLDS = f"Norwegian forces hold {TOWN}, Ivo Brandt said."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (NORWAY_HOLDS, captured(" on May 5"), "contradicts"),
        (NORWAY_HOLDS, captured(" on May 12", day=13), None),
        (NORWAY_HOLDS, f"Swedish forces hold {TOWN}, Ada Rowe said.", "contradicts"),
        (NORWAY_HOLDS, f"Norwegian forces withdrew from {TOWN} on May 8, Ada Rowe said.",
         "contradicts"),
        (NORWAY_HOLDS, f"Swedish forces hold the centre of {TOWN}, Ada Rowe said.", "depends"),
        (NORWAY_HOLDS, f"Swedish forces may have captured {TOWN}, Ada Rowe said.", "depends"),
        (NORWAY_HOLDS, f"Norwegian forces captured {TOWN} on May 2, Ada Rowe said.", None),
        # Each may have taken it from the other.
        (captured(" on May 5"), f"Norwegian forces captured {TOWN} on May 7, Ivo Brandt said.",
         None),
        # Taken, and left later.
        (captured(" on May 5"), f"Swedish forces withdrew from {TOWN} on May 7, Ada Rowe said.",
         None),
    ],
)  # fmt: skip
def test_who_holds_a_town(one, first, second, expected):
    found = bears(one, first, second)
    assert (found and found[0]) == expected


def test_a_group_may_be_on_the_state_s_side(one):
    army = "The Sudanese army holds the town of El Obeid in Sudan, Ada Rowe said."
    group = "The RSF captured the town of El Obeid in Sudan on May 5, Ivo Brandt said."
    assert bears(one, army, group)[0] == "depends"


def test_of_what_people_are_counted(one):
    killed = f"Fighting in {REGION} killed 20 people in April, Ada Rowe said."
    assert bears(one, killed, killed.replace("20", "35"))[0] == "contradicts"
    assert bears(one, killed, killed.replace("killed 20", "wounded 35")) is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Swedish forces shot down 52 drones on May 7, Ada Rowe said.", "contradicts"),
        ("The fighting killed 52 people on May 7, Ada Rowe said.", None),
    ],
)
def test_without_a_place_only_a_count_of_one_party_is_of_one_thing(one, words, said):
    found = bears(one, words, words.replace("52", "71"))
    assert one(words).proposition.places == ()
    assert (found and found[0]) == said


def test_contested_ground_is_nobody_s(one):
    contested = f"Sweden holds the 20% of {REGION} that is contested, Ada Rowe said."
    assert bears(one, contested, holds("80%")) is None
