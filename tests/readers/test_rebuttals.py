"""What is said of the claim before: that it is not so."""

import pytest

FIRST = "The rebels said on Monday that they had captured Kherson. "


@pytest.mark.parametrize(
    "text",
    [
        "The army denies this.",
        '"That is untrue," the governor said.',
        '"This report is completely false," the governor said.',
        "The claim is baseless.",
    ],
)
def test_a_sentence_that_only_denies_takes_up_the_claim_before(claims_of, text):
    claims = [c for c in claims_of(FIRST + text) if c.kind == "capture"]
    assert [c.certainty for c in claims] == ["stated", "denied"]
    assert [p.name for p in claims[1].places] == [p.name for p in claims[0].places]


@pytest.mark.parametrize(
    "text",
    [
        "The minister denies any wrongdoing.",
        "That is a long road.",
        "It is not true that he wants peace.",
    ],
)
def test_other_sentences_deny_nothing_of_it(claims_of, text):
    claims = [c for c in claims_of(FIRST + text) if c.kind == "capture"]
    assert [c.certainty for c in claims] == ["stated"]
