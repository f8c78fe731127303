from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.checks.figures import plus, ratio
from groundcheck.checks.place_shares import whole_and_rest
from groundcheck.model import Attribution, Interval


def counted(made, text, *figures, **slots):
    report = made(text)
    for figure in figures:
        report.claim(text, slots.get("kind", "count"), figures=[figure], actor=slots.get("actor"))
    return report


@pytest.mark.parametrize(
    ("text", "share", "verdict"),
    [
        ("They hold 30 of the region's 120 townships, or {}.", ("25 percent", 25), "agrees"),
        ("They hold 30 of the region's 120 townships, or {}.", ("31 percent", 31), "disagrees"),
        ("They hold 30 townships out of 120 since May, or {}.", ("a quarter", 25), "agrees"),
        ("They hold 30 townships out of 120, or {}.", ("a third", 33.33), "disagrees"),
        ("They hold 30 of 120 townships ({}).", ("25.0%", 25.0), "agrees"),
        ("They hold 30 of 120 townships, which is {}.", ("52 percent", 52), "disagrees"),
        ("The 120 dead, among them 30 children, or {}, lay there.", ("25%", 25), "agrees"),
        ("Of the 120 dead 30 were children, that is {}.", ("31%", 31), "disagrees"),
        ("Of the 120 dead, 30 were children, or {}.", ("a quarter", 25), "agrees"),
        # Loose ties never accuse.
        ("They hold 30 of 120 townships, {} of the population.", ("31 percent", 31), None),
        ("They hold 30 of 120 townships, {} of the oil.", ("31 percent", 31), None),
        ("They hold 30 of 120 townships, or {} of the oil.", ("31 percent", 31), None),
        ("They hold 30 of 120 townships. {} of the young left.", ("31 percent", 31), None),
    ],
)
def test_a_part_a_whole_and_their_share(made, text, share, verdict):
    text = text.format(share[0])
    part = "30 townships" if "30 townships" in text else "30"
    whole = "120 townships" if "120 townships" in text else "120"
    unit = "people" if "dead" in text else "township"
    report = counted(made, text, (part, 30, unit), (whole, 120, unit), (*share, "percent"))
    found = report.of("arithmetic")
    assert [f.verdict for f in found] == ([verdict] if verdict else [])
    if verdict == "disagrees":
        assert found[0].gap > 0
        assert "is 25%" in found[0].summary


def test_a_whole_is_carried_over_from_the_sentence_before(made):
    text = "It kept 40 of 160 townships. The others took 80, or 60 percent."
    figures = [("40", 40, "township"), ("160", 160, "township"), ("80", 80, "township")]
    report = counted(made, text, *figures, ("60 percent", 60, "percent"))
    (finding,) = report.of("arithmetic")
    assert finding.verdict == "disagrees"
    assert "50%" in finding.summary


def test_a_whole_of_another_paragraph_only_raises_a_doubt(made):
    text = "It kept 40 of 160 townships.\n\nThe others took 80, or 60 percent."
    figures = [("40", 40, "township"), ("160", 160, "township"), ("80", 80, "township")]
    report = counted(made, text, *figures, ("60 percent", 60, "percent"))
    (finding,) = report.of("arithmetic")
    assert finding.verdict == "depends"
    assert "named before" in finding.decided_by


@pytest.mark.parametrize(("part", "verdict"), [(120, "agrees"), (180, "disagrees")])
def test_a_share_of_a_stated_whole(made, part, verdict):
    text = f"Twelve percent of 1,000 sq km is {part} sq km."
    figures = [("Twelve percent", 12, "percent"), ("1,000 sq km", 1000, "km2")]
    report = counted(made, text, *figures, (f"{part} sq km", part, "km2"))
    (finding,) = report.of("arithmetic")
    assert finding.verdict == verdict


@pytest.mark.parametrize(
    ("text", "share", "verdict"),
    [
        ("Borland took 2,000 sq km, or {} of Southmark.", ("10 percent", 10), "agrees"),
        ("Borland took 2,000 sq km, or {} of Southmark.", ("14 percent", 14), "disagrees"),
        ("Borland took 2,000 sq km in all. That is {} of Southmark.", ("14%", 14), "disagrees"),
        ("Borland took 2,000 sq km (772 sq mi), about {} of Southmark.", ("10%", 10), "agrees"),
        ("Borland took 2,000 sq km and lost {} of Southmark.", ("14%", 14), None),
    ],
)
def test_an_area_and_the_share_of_a_place_beside_it(made, text, share, verdict):
    report = made(text.format(share[0]))
    report.claim("Borland took", "change", places=("XA-2",), figures=[("2,000 sq km", 2000, "km2")])
    report.claim(share[0], "change", places=("XA-2",), figures=[(*share, "percent")])
    found = report.of("arithmetic")
    assert [f.verdict for f in found] == ([verdict] if verdict else [])


def implied(made, percent=40, area=600):
    text = f"Borland retook {area} sq km in Northmark, about {percent}% of the land it had lost."
    report = made(text)
    figures = [(f"{area} sq km", area, "km2")]
    report.claim("Borland retook", "change", places=("XA-1",), actor="Borland", figures=figures)
    share = (f"about {percent}%", percent, "percent", "about")
    report.claim(f"about {percent}%", "share", actor="Borland", figures=[share])
    return report.of("arithmetic")


def test_an_area_and_its_share_make_the_whole_and_the_rest(made):
    (finding,) = implied(made)
    assert finding.verdict == "depends"
    assert finding.claim == "c1"
    assert "about 1,500 km²" in finding.summary
    assert "about 900 km²" in finding.summary
    assert finding.found.low < 1500 < finding.found.high


def test_a_whole_that_the_place_cannot_hold(made):
    (finding,) = implied(made, percent=3)
    assert finding.verdict == "disagrees"


@pytest.mark.parametrize(
    ("text", "total", "verdict"),
    [
        ("Six towns were freed, together with 30 villages: {} in all.", 36, "agrees"),
        ("Six towns were freed, together with 30 villages: {} in all.", 46, "disagrees"),
        ("Six towns fell. Then 30 villages did. So {} altogether.", 36, "agrees"),
        ("Six towns fell. Then 30 villages did. So {} altogether.", 50, None),
    ],
)
def test_lists_add_up(made, text, total, verdict):
    text = text.format(total)
    unit = "settlements"
    report = counted(made, text, ("Six", 6, unit), ("30", 30, unit), (str(total), total, unit))
    assert [f.verdict for f in report.of("arithmetic")] == ([verdict] if verdict else [])


def test_a_total_that_says_so_itself(made):
    text = "It lost 20 men on Monday, 13 on Tuesday and 9 on Friday, a total of 53 men."
    figures = [("20 men", 20, "people"), ("13", 13, "people"), ("9", 9, "people")]
    report = counted(made, text, *figures, ("a total of 53 men", 53, "people"))
    (finding,) = report.of("arithmetic")
    assert finding.summary.startswith("20 + 13 + 9 = 42")


def test_a_rate_in_a_claim_of_its_own_beside_its_total(made):
    text = "Borland gained 600 sq km in April 2031, some 35 a day."
    report = made(text)
    when = report.day("in April 2031", date(2031, 4, 1), 30)
    report.claim("Borland gained", "change", when=when, figures=[("600 sq km", 600, "km2")])
    report.claim("some 35", "change", figures=[("some 35", 35, "km2", "about")])
    assert [f.verdict for f in report.of("arithmetic")] == ["disagrees"]


@pytest.mark.parametrize(("total", "verdict"), [(610, "agrees"), (900, "disagrees")])
def test_a_total_over_a_list_of_hedged_counts(made, total, verdict):
    text = f"North – up to 210 men; South – over 300; East – 100. In all, at least {total} men."
    report = counted(
        made,
        text,
        ("up to 210 men", 210, "people", "up to"),
        ("over 300", 300, "people", "over"),
        ("100", 100, "people"),
        (f"at least {total} men", total, "people", "at least"),
    )
    assert [f.verdict for f in report.of("arithmetic")] == [verdict]


@pytest.mark.parametrize(("share", "verdict"), [(70, "agrees"), (60, "depends")])
def test_the_rest_is_what_is_left(made, share, verdict):
    text = f"Borland has 30 percent of Northmark. That leaves Arvania with {share} percent."
    report = made(text)
    figures = [("30 percent", 30, "percent")]
    report.claim("Borland has", actor="Borland", places=("XA-1",), figures=figures)
    figures = [(f"{share} percent", share, "percent")]
    report.claim("That leaves", actor="Arvania", places=("XA-1",), figures=figures)
    assert [f.verdict for f in report.of("arithmetic")] == [verdict]


@pytest.mark.parametrize(("second", "expected"), [(50, []), (70, ["depends"])])
def test_shares_of_one_place_are_not_more_than_all_of_it(made, second, expected):
    text = f"Borland holds 45% of Northmark and Arvania {second}%."
    report = made(text)
    report.claim(
        "Borland holds", actor="Borland", places=("XA-1",), figures=[("45%", 45, "percent")]
    )
    figures = [(f"{second}%", second, "percent")]
    report.claim("and Arvania", actor="Arvania", places=("XA-1",), figures=figures)
    assert [f.verdict for f in report.of("arithmetic")] == expected


@pytest.mark.parametrize(
    ("rate", "after", "verdict"),
    [
        (20, "a day", "agrees"),
        (30, "a day", "disagrees"),
        (140, "a week", "agrees"),
        (600, "a month earlier", None),
    ],
)
def test_so_much_a_day(made, rate, after, verdict):
    text = f"From 1 to 30 April Borland took 600 sq km, {rate} {after}."
    report = made(text)
    when = report.day("From 1 to 30 April", date(2031, 4, 1), 30)
    by = Attribution("Borland", "indirect")
    figures = [("600 sq km", 600, "km2")]
    report.claim(text, "change", when=when, figures=figures, attribution=by)
    figures = [(f"{rate} ".strip(), rate, "km2")]
    report.claim(f"{rate} {after}", "change", when=when, figures=figures, attribution=by)
    assert [f.verdict for f in report.of("arithmetic")] == ([verdict] if verdict else [])


def test_a_rate_in_the_next_sentence_is_not_that_of_a_figure_before_it(made):
    text = "Borland took 600 sq km in April, 475 in May. That is 17 a day."
    report = made(text)
    figures = [("600 sq km", 600, "km2")]
    when = report.day("in April", date(2031, 4, 1), 30)
    report.claim("Borland took 600 sq km in April", "change", when=when, figures=figures)
    report.claim("475 in May", "change", figures=[("475", 475, "km2")])
    assert all("475" not in f.summary for f in report.of("arithmetic"))


def test_the_days_that_a_rest_takes_at_that_pace(made):
    text = "It took 20 sq km a day. At that pace the other 400 sq km would take 20 days."
    report = counted(
        made, text, ("20 sq km", 20, "km2"), ("400 sq km", 400, "km2"), ("20 days", 20, "days")
    )
    (finding,) = report.of("arithmetic")
    assert finding.verdict == "agrees"
    assert "20 days" in finding.summary


def test_named_places_and_those_counted_before(made):
    text = "It took Ashford, Birkby and Corton. With the four taken on Sunday, 9 villages fell."
    report = made(text)
    report.claim("It took Ashford, Birkby and Corton", "capture", actor="Borland",
                 places=("name:Ashford", "name:Birkby", "name:Corton"))  # fmt: skip
    figures = [("four", 4, "settlements"), ("9 villages", 9, "settlements")]
    report.claim("With the four", "change", actor="Borland", figures=figures)
    (finding,) = report.of("arithmetic")
    assert finding.verdict == "depends"
    assert "3 named + four = 7" in finding.summary


positive = st.floats(0.1, 1e5)


@given(positive, positive, positive, positive)
def test_a_ratio_holds_every_quotient(a, b, c, d):
    part, whole = Interval(*sorted((a, b))), Interval(*sorted((c, d)))
    found = ratio(part, whole)
    for x in (part.low, part.high):
        for y in (whole.low, whole.high):
            assert found.low <= 100 * x / y * (1 + 1e-9)
            assert found.high >= 100 * x / y * (1 - 1e-9)


@given(positive, st.floats(1, 100))
def test_whole_and_rest_differ_by_the_part(part, share):
    whole, rest = whole_and_rest(Interval.point(part), Interval.point(share))
    assert whole.low == pytest.approx(part + rest.low, rel=1e-6, abs=1e-6)


@given(st.lists(st.tuples(positive, positive), min_size=1, max_size=6))
def test_a_sum_of_intervals_holds_the_sum_of_their_ends(pairs):
    found = plus([Interval(min(pair), max(pair)) for pair in pairs])
    assert found.low == pytest.approx(sum(min(pair) for pair in pairs))
    assert found.high == pytest.approx(sum(max(pair) for pair in pairs))


def test_parts_of_one_another_are_not_added(made):
    text = "It hit 40 towns, 20 of them in May and 15 in June, a total of 90 towns."
    figures = [("40 towns", 40, "settlements"), ("20", 20, "settlements")]
    figures += [("15", 15, "settlements"), ("a total of 90 towns", 90, "settlements")]
    assert counted(made, text, *figures).of("arithmetic") == []
