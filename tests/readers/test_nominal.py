"""Sources without a verb of saying, and verbs that say something only in some company."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("In the ministry's view, rebels hold 40% of the region.", "40%", "ministry"),
        ("Rebels hold 40% of the region, by the governor's count.", "40%", "governor"),
        ("The governor's estimate is higher, at 40% of the region.", "40%", "governor"),
        ("A miner sees it otherwise: “Rebels hold 40% of the region.”", "40%", "miner"),
        ("A sign was put up: “Rebels hold 40% of the region.”", "40%", "an unnamed speaker"),
        ("The union speaks of 300 dead in Velmora.", "300 dead", "union"),
        ("An official placed the toll at 300 dead.", "300 dead", "official"),
        (
            "Today, says Mayor Lena Costa, who met us there, they hold 40% of the region.",
            "40%",
            "Lena Costa",
        ),
        ("Rebels hold 40% of the region, affirms the mayor, Lena Costa.", "40%", "Lena Costa"),
        (
            "A captain who stood there and smoked said rebels held 40% of the region.",
            "40%",
            "captain",
        ),
        (
            "Col. Tomas Arin was quoted as saying that rebels held 40% of the region.",
            "40%",
            "Tomas Arin",
        ),
    ],
)
def test_who_says_it(claim_of, text, words, source):
    assert source in claim_of(text, words).attribution.source


@pytest.mark.parametrize(
    "text",
    [
        "The region counts 40 villages and the army holds 12 of them.",
        "Shelling continued on Monday and the army lost 12 villages.",
        "Three groups calling themselves the Hill Alliance seized 12 villages.",
        "On our count the army holds 12 villages.",
    ],
)
def test_what_is_nobodys_saying(claim_of, text):
    assert claim_of(text, "12").attribution.source == "the report"


def test_a_declaration_that_does_something_is_told(claims_of):
    text = "The president declared a state of emergency in Velmora on 9 March."
    assert {c.attribution.source for c in claims_of(text)} <= {"the report"}


def test_the_second_half_after_a_semicolon_is_his_too(claim_of):
    text = "The figure of 60 tanks was wrong, Col. Tomas Arin said; it was 14."
    assert claim_of(text, "14").attribution.source == "Tomas Arin"


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        (
            "The Hill Institute declined to name its sources. It said 40 tanks were lost.",
            "40 tanks",
            "Hill Institute",
        ),
        ("The Hill Institute has counted 40 lost tanks, it said.", "40 lost", "Hill Institute"),
        (
            "The ministry said Kesh was calm. The army had lost 40 tanks, it said.",
            "40 tanks",
            "ministry",
        ),
        (
            "Mayor Lena Costa said Kesh was calm. Sheikh Omar Hadid is blunter. “We lost 40 men,” "
            "he said.",
            "40 men",
            "Omar Hadid",
        ),
        (
            "The ministry said in a statement that Kesh was held. The statement added that 40 "
            "tanks were lost.",
            "40 tanks",
            "ministry",
        ),
        (
            "Rebels took 40 tanks, the spokesman of the northern command said.\n\n“We hold Kesh,” "
            "Col. Tomas Arin said.",
            "40 tanks",
            "Tomas Arin",
        ),
        (
            "In a video a man in uniform says: “We took 40 tanks there.” He is Col. Tomas Arin.",
            "40 tanks",
            "Tomas Arin",
        ),
    ],
)
def test_who_is_meant(claim_of, text, words, source):
    assert claim_of(text, words).attribution.source == source


def test_a_paragraph_in_quotation_marks_goes_on_with_the_last_speaker(claim_of):
    text = (
        "“The town is quiet since Monday,” Mayor Lena Costa told Radio Harbour.\n\n"
        "“They have lost 40 tanks.\n\n“We hold 12 villages.”"
    )
    found = [claim_of(text, words).attribution for words in ("40 tanks", "12 villages")]
    assert [(a.source, a.medium) for a in found] == [("Lena Costa", "Radio Harbour")] * 2
