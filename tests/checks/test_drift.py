from datetime import date

import pytest

from groundcheck.checks.drift import check, drifted

REGION = "the Nordland region"
OWN = "the report's own voice"
FIRST = f"Sweden holds 62% of {REGION}, Ivo Brandt said on Thursday."


def later(one, words, outlet="Bee", day=10, group=None):
    return one(words, date(2031, 5, day), outlet, group)


def changed(one, words, first=FIRST, **where):
    """What was changed on the way from the first report to another one."""
    said = [one(first, outlet="Ann", group=where.get("group")), later(one, words, **where)]
    same = [of for of in said if of.proposition == said[0].proposition]
    return [tuple(change) for drift in drifted(same) for change in drift.changes]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"Sweden holds 62% of {REGION}, Colonel Ivo Brandt said on Thursday.", []),
        (f"On Thursday Ivo Brandt said that Swedish forces control 62 percent of {REGION}.", []),
        (FIRST.replace("62%", "over 62%"), [("bound", "“62%”", "“over 62%”")]),
        (FIRST.replace("62%", "almost 62%"), [("bound", "“62%”", "“almost 62%”")]),
        (FIRST.replace("62%", "68%"), [("figure", "“62%”", "“68%”")]),
        (FIRST.replace("holds", "may hold"), [("certainty", "stated", "hedged")]),
        # Said on another day, of another region, by another: another statement.
        (FIRST.replace("62%", "68%").replace("Thursday", "Friday"), []),
        (FIRST.replace("Nordland", "Finnmark").replace("62%", "68%"), []),
        (FIRST.replace("62%", "68%").replace("Ivo Brandt", "Ada Rowe"), []),
    ],
)
def test_what_one_source_said_on_one_day(one, words, expected):
    assert changed(one, words) == expected


def test_without_the_day_only_the_same_figure_shows_that_it_is_the_same(one):
    words = FIRST.replace(" on Thursday", "")
    assert changed(one, words.replace("62%", "over 62%"), day=9)[0][0] == "bound"
    assert changed(one, words.replace("62%", "68%"), day=9) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            f"Sweden holds 62% of {REGION}.",
            [("attribution", "Ivo Brandt", "the report's own voice")],
        ),
        (FIRST.replace("Ivo Brandt", "Ada Rowe"), [("attribution", "Ivo Brandt", "Ada Rowe")]),
        (FIRST.replace("62%", "68%"), [("figure", "“62%”", "“68%”")]),
        (f"Sweden holds 68% of {REGION}.", []),  # whether it is the same one is open
    ],
)
def test_copies_of_one_report(one, words, expected):
    assert changed(one, words, group="g") == expected


def test_units(one):
    first = (
        f"Swedish forces took 120 square kilometers (46 square miles) in {REGION} in April, "
        "Ivo Brandt said on Thursday."
    )
    miles = first.replace("120 square kilometers (46 square miles)", "46 square miles")
    assert changed(one, miles, first) == [("unit", "“120 square kilometers”", "“46 square miles”")]
    wrong = miles.replace("46", "75")
    assert [what for what, *_ in changed(one, wrong, first)] == ["figure"]


def test_the_medium_is_lost(one):
    first = f"Sweden holds 62% of {REGION}, Ivo Brandt told Radio Norrland on Thursday."
    assert changed(one, FIRST, first) == []  # Nothing of what was said is altered by that alone.
    over = changed(one, FIRST.replace("62%", "over 62%"), first)
    assert over[1:] == [("medium", "Radio Norrland", "not given")]


def test_who_was_first_and_what_the_finding_quotes(one):
    over = FIRST.replace("62%", "over 62%")
    said = [
        one(FIRST, outlet="Ann"),
        later(one, over, "Cee", 12),
        later(one, over, "Bee", 11),
        later(one, FIRST + " It rained.", "Dee", 13),
    ]
    (finding,) = check(said[1], said)
    assert (finding.check, finding.verdict, finding.claim) == ("drift", "depends", said[1].claim.id)
    assert finding.working[-1].result.startswith("Bee")
    words = " ".join(step.result for step in finding.working)
    assert "holds 62%" in words
    assert "holds over 62%" in words
    assert check(said[0], said) == check(said[3], said) == ()


def test_of_two_figures_of_one_report_each_is_held_against_its_own(told):
    words = (
        f"Sweden holds 62% of {REGION}, Ivo Brandt said on Thursday. "
        f"On March 3 Sweden held 48% of {REGION}, Ivo Brandt said on Thursday."
    )
    original = told(words, outlet="Ann")
    assert len(original) == 2
    copy = told(words + " It rained.", date(2031, 5, 10), "Bee")
    assert not list(drifted([*original, *copy]))
    altered = told(words.replace("48%", "45%"), date(2031, 5, 10), "Bee")
    (found,) = drifted([*original, *altered])
    assert [(of.before, of.after) for of in found.changes] == [("“48%”", "“45%”")]


def test_on_the_first_day_what_most_reports_have_is_the_original(one):
    said = [
        one(FIRST.replace("62%", "68%"), outlet="Odd"),
        *(one(f"{FIRST} {more}", outlet=more) for more in ("It rained.", "It was cold.")),
    ]
    (found,) = drifted(said)
    assert found.later.appeared.outlet == "Odd"


def test_the_very_same_words_are_one_statement_whoever_is_named(one):
    words = "On May 7 Swedish forces captured the town of Narvik in the Nordland region"
    first = f"{words}, Ivo Brandt said on Thursday."
    assert changed(one, first.replace("Ivo Brandt", "Ada Rowe"), first) == [
        ("attribution", "Ivo Brandt", "Ada Rowe")
    ]
    # Fewer words may well be said by two.
    shorter = first.replace("On May 7 ", "").replace("the town of ", "")
    assert changed(one, shorter.replace("Ivo Brandt", "Ada Rowe"), first) == []


@pytest.mark.parametrize(
    "words",
    [
        FIRST.replace("Ivo Brandt", "Brandt"),  # a part of the name, in copies of one report
        FIRST.replace("Ivo Brandt", "a senior officer"),  # may be the same man
        f"Ivo Brandt denied on Thursday that Sweden holds 62% of {REGION}.",
    ],
)
def test_what_may_be_something_else_is_not_taken_for_an_alteration(one, words):
    assert changed(one, words, group="g") == []


def test_a_figure_of_another_day_in_nobody_s_mouth_is_that_day_s(one):
    said = [one(f"Sweden holds {n}% of {REGION}.", date(2031, 5, n), group="g") for n in (9, 11)]
    assert not list(drifted(said))


def test_the_same_words_in_the_voices_of_two_reports_are_unaltered(one):
    words = f"On May 7 Swedish forces captured the town of Narvik in {REGION}."
    assert changed(one, words, words) == []
