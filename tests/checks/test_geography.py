import pytest


@pytest.mark.parametrize(
    ("words", "value", "hedge", "verdict"),
    [
        ("250 square kilometres", 250, "", "agrees"),
        ("over 250 square kilometres", 250, "over", "agrees"),
        ("10,050 square kilometres", 10_050, "", "agrees"),
        ("more than 12,000 square kilometres", 12_000, "over", "disagrees"),
    ],
)
def test_a_part_fits_into_its_region(made, words, value, hedge, verdict):
    text = f"Borland took {words} in Northmark."
    report = made(text).claim(
        text, "change", actor="Borland", places=("XA-1",), figures=[(words, value, "km2", hedge)]
    )
    (finding,) = report.of("geography")
    assert finding.verdict == verdict
    assert (finding.gap is not None) == (verdict == "disagrees")
    assert {e.source for e in finding.evidence} == {"The Survey", "The Almanac"}


def test_the_share_it_would_be_is_given(made):
    text = "Borland took 250 square miles in Southmark."
    figures = [("250 square miles", 250, "mi2")]
    report = made(text).claim(text, "change", places=("XA-2",), figures=figures)
    (finding,) = report.of("geography")
    assert "3.24% of Southmark (20,000 km²)" in finding.summary


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(10_000, "agrees"), (10_060, "agrees"), (10_700, "depends"), (12_400, "disagrees")],
)
def test_a_stated_size(made, value, verdict):
    words = f"{value:,} square kilometres"
    text = f"Northmark covers {words}."
    report = made(text).claim(text, "count", places=("XA-1",), figures=[(words, value, "km2")])
    (finding,) = report.of("geography")
    assert finding.verdict == verdict
    assert (finding.decided_by is not None) == (verdict == "depends")


def test_places_are_taken_together(made):
    text = "Side by side Northmark and Southmark measure 30,000 sq km."
    figures = [("30,000 sq km", 30_000, "km2")]
    report = made(text).claim(text, "count", places=("XA-1", "XA-2"), figures=figures)
    (finding,) = report.of("geography")
    assert finding.verdict == "agrees"


def test_places_without_a_published_size_and_rates_are_left_alone(made):
    text = "Borland took 250 sq km in Borland and 10 sq km a day in Northmark."
    report = made(text)
    report.claim(text, "change", places=("XB",), figures=[("250 sq km", 250, "km2")])
    report.claim(text, "change", places=("XA-1",), figures=[("10 sq km", 10, "km2")])
    assert report.of("geography") == []
