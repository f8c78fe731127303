"""What is told of a claim without its being made is nobody's claim."""

import pytest

TAKEN = "Russia had captured Pokrovsk."


@pytest.mark.parametrize(
    "lead",
    [
        "General Anton Belov later retracted his claim that",
        "The ministry withdrew its statement that",
        "General Anton Belov took back his assertion that",
        "The army walked back its earlier claim that",
        "Analysts doubt that",
        "There was no confirmation that",
        "The ministry said there was no evidence that",
        "Reporters could not verify that",
        "Kyiv has not confirmed that",
        "The ministry had no comment on the claim that",
        "Military experts question the claim that",
    ],
)
def test_what_nobody_stands_by_is_no_claim(claims_of, lead):
    assert [c for c in claims_of(f"{lead} {TAKEN}") if c.kind == "capture"] == []


@pytest.mark.parametrize(
    "lead",
    [
        "The ministry said there was no doubt that",
        "General Anton Belov never doubted that",
        "The ministry confirmed that",
    ],
)
def test_what_is_not_doubted_is_said(claims_of, lead):
    (claim,) = (c for c in claims_of(f"{lead} {TAKEN}") if c.kind == "capture")
    assert claim.certainty == "stated"


def test_what_is_disowned_leaves_the_rest_and_is_what_it_may_mean(claims_of):
    text = (
        "Analysts doubt that Russia controls 80 percent of the Kherson region, but Mayor Oleh Sin "
        "said Russia holds 70 percent of it."
    )
    (claim,) = claims_of(text)
    assert claim.attribution.source == "Oleh Sin"
    assert "Kherson" in [place.name for place in claim.places]
    (held,) = claims_of("Contrary to reports that Russia has captured Pokrovsk, Ukraine holds it.")
    assert (held.kind, held.actor, [p.name for p in held.places]) == (
        "control",
        "Ukraine",
        ["Pokrovsk"],
    )


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("General Anton Belov repeated his claim that", "Anton Belov"),
        ("Nobody in the town believed Belov's claim that", "Belov"),
        ("The general's assertion that", "general"),
    ],
)
def test_a_claim_is_its_owners_and_not_the_reports(claim_of, lead, source):
    claim = claim_of(f"{lead} Russia controls 80 percent of the Kherson region.", "80 percent")
    assert claim.attribution.source == source


@pytest.mark.parametrize("lead", ["There were reports that", "Rumours spread that", "Reports that"])
def test_what_is_only_reported_to_be_so_is_hedged(claims_of, lead):
    rest = " caused panic." if lead == "Reports that" else "."
    claims = claims_of(f"{lead} Russian forces had captured Pokrovsk{rest}")
    assert [c.certainty for c in claims if c.kind == "capture"] == ["hedged"]
