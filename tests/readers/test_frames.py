"""Who says what in one sentence: every order of source, cue and content."""

import pytest

from groundcheck import read

XFAIL = pytest.mark.xfail


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        (
            "Col. Tomas Arin said that the army had taken Velmora on Monday.",
            "had taken Velmora",
            "Tomas Arin",
        ),
        ("The army had taken Velmora, Col. Tomas Arin said.", "had taken Velmora", "Tomas Arin"),
        ("The army, Col. Tomas Arin said, had taken Velmora.", "had taken Velmora", "Tomas Arin"),
        (
            "Governor Lena Costa told the Dorvan Herald on Friday that rebels held Velmora.",
            "rebels held Velmora",
            "Lena Costa",
        ),
        ("According to the ministry, rebels hold Velmora.", "rebels hold Velmora", "ministry"),
        ("Rebels hold Velmora, according to the ministry.", "Rebels hold Velmora", "ministry"),
        ('"The army took Velmora," said Governor Lena Costa.', "took Velmora", "Lena Costa"),
        pytest.param(
            '"The army took Velmora," said the governor, Lena Costa, on Monday.',
            "took Velmora",
            "Lena Costa",
        ),
        ('"The army took Velmora," said one officer.', "took Velmora", "officer"),
        (
            '"The army took Velmora," Col. Tomas Arin said, as shells fell on Dorvan.',
            "took Velmora",
            "Tomas Arin",
        ),
        (
            "Speaking to reporters, Governor Lena Costa said rebels had seized Velmora.",
            "seized Velmora",
            "Lena Costa",
        ),
        (
            "Governor Lena Costa, speaking in Dorvan, said rebels had seized Velmora.",
            "seized Velmora",
            "Lena Costa",
        ),
        (
            "The governor, who said rebels had seized Velmora, travelled home.",
            "seized Velmora",
            "governor",
        ),
        (
            "The town was calm, Governor Lena Costa said, adding that rebels had seized Velmora.",
            "seized Velmora",
            "Lena Costa",
        ),
        ("Russia's ministry reported on Sunday the capture of Velmora.", "capture", "ministry"),
        (
            "By the count of the group Fieldwatch, Russia holds 1,200 square kilometres.",
            "1,200",
            "Fieldwatch",
        ),
        pytest.param(
            '"The army took Velmora," said Brig. Gen. Tomas Arin.',
            "took Velmora",
            "Tomas Arin",
        ),
        pytest.param(
            '"Russia holds Velmora," Lena Costa said in a video address late on Sunday.',
            "holds Velmora",
            "Lena Costa",
        ),
        pytest.param(
            "Ukraine has lost Velmora, Governor Lena Costa told state television.",
            "lost Velmora",
            "Lena Costa",
        ),
        pytest.param(
            "Russian forces captured Velmora, claiming 14 square kilometres of ground.",
            "14 square kilometres",
            "Russian",
        ),
    ],
)
def test_the_source_is_found_in_every_order(claim_of, text, words, source):
    assert source in claim_of(text, words).attribution.source


@pytest.mark.parametrize("verb", ["said", "announced", "confirmed", "insisted", "warned", "wrote"])
def test_verbs_of_saying_in_the_past(claim_of, verb):
    text = f"Officials in Dorvan {verb} that rebels held Velmora."
    assert "fficials" in claim_of(text, "held Velmora").attribution.source


@pytest.mark.parametrize(
    "verb",
    [
        pytest.param(v)
        for v in ("say", "claim", "estimate", "insist", "report", "believe", "admit", "warn")
    ],
)
def test_verbs_of_saying_in_the_plural_present(claim_of, verb):
    text = f"Officials in Dorvan {verb} that rebels hold Velmora."
    assert "fficials" in claim_of(text, "hold Velmora").attribution.source


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        (
            "Governor Lena Costa said rebels had seized Velmora and added that the army held Kesh.",
            {"seized Velmora": "Lena Costa", "held Kesh": "Lena Costa"},
        ),
        (
            "Russia said its men had entered Velmora but Ukraine said its troops held Dorvan.",
            {"entered Velmora": "Russia", "held Dorvan": "Ukraine"},
        ),
        (
            "Rebels hold Velmora, according to the ministry, while Col. Tomas Arin says they lost "
            "Kesh.",
            {"hold Velmora": "ministry", "lost Kesh": "Tomas Arin"},
        ),
        (
            "The ministry said rebels held Velmora. Russian forces took Kesh on Monday.",
            {"held Velmora": "ministry", "took Kesh": "the report"},
        ),
        (
            "Russian forces took Kesh on Monday, while the ministry said rebels held Velmora.",
            {"took Kesh": "the report", "held Velmora": "ministry"},
        ),
        (
            "Governor Lena Costa denied that rebels held Velmora and said the army held Kesh.",
            {"held Velmora": "Lena Costa", "held Kesh": "Lena Costa"},
        ),
        (
            "The governor, who said rebels had seized Velmora, withdrew from Dorvan on Tuesday.",
            {"seized Velmora": "governor", "withdrew from Dorvan": "the report"},
        ),
    ],
)
def test_each_clause_has_its_own_source(claim_of, text, said_by):
    found = {words: claim_of(text, words).attribution.source for words in said_by}
    assert all(said_by[words] in source for words, source in found.items()), found


def test_a_chain_names_who_passed_it_on(claim_of):
    text = "The ministry said that a field commander said that rebels had captured Velmora."
    link = claim_of(text, "captured Velmora").attribution
    assert (link.source, link.via and link.via.source) == ("field commander", "ministry")


def test_who_speaks_in_the_next_sentence_is_not_passed_on_by_who_spoke_before():
    text = (
        "date 2031-05-09\n\nRebels hold 40% of Kivu province, Anna Berg said on Monday.\n\n"
        "Paul Stern said on Monday that the army had retaken 12 villages."
    )
    first, second = (claim.attribution for claim in read(text).claims)
    assert (first.source, first.via) == ("Anna Berg", None)
    assert (second.source, second.via) == ("Paul Stern", None)


@pytest.mark.parametrize(
    "opening",
    [
        "The ministry's claims about Velmora caused anger.",
        "Statements by the ministry and reports of fighting continued.",
        "Independent estimates differ.",
        "The states concerned did not answer.",
        "Both sides have made such claims in the past.",
        "The records of the court are sealed.",
        "The said villages are small.",
        "Neither side has said how much ground it lost.",
    ],
)
def test_nouns_that_look_like_cues_give_nobody_the_next_sentence(claims_of, opening):
    claims = claims_of(f"{opening} Russian forces control 60% of the Donetsk region.")
    assert {c.attribution.source for c in claims} == {"the report"}


@pytest.mark.parametrize(
    "text",
    [
        "Reports of fighting came as Russian forces took Velmora.",
        "His claims aside, Russian forces took Velmora.",
        "The order to retreat came before Russian forces took Velmora.",
        "After three calls for help, Russian forces took Velmora.",
    ],
)
def test_nouns_that_look_like_cues_give_nobody_their_own_sentence(claim_of, text):
    assert claim_of(text, "took Velmora").attribution.source == "the report"


@pytest.mark.parametrize(
    "text",
    [
        "Did Russia capture Velmora?",
        "Has Russia really captured Velmora?",
        pytest.param(
            "Asked whether the army had lost Velmora, the governor declined to answer.",
        ),
        pytest.param(
            "It is unclear whether Russia captured Velmora.",
        ),
    ],
)
def test_a_question_asserts_nothing(claims_of, text):
    assert not [c for c in claims_of(text) if c.certainty == "stated" and c.kind == "capture"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "It is said that Russia controls 90% of the Luhansk region.",
        ),
        pytest.param(
            "It was reported that Russia controls 90% of the Luhansk region.",
        ),
    ],
)
def test_an_empty_subject_is_no_source(claim_of, text):
    assert claim_of(text, "90%").attribution.source.lower() != "it"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(t, w)
        for why, t, w in (
            (
                "a cue before a semicolon",
                "Russia seized Velmora, its ministry said; Ukraine was silent.",
                "seized",
            ),
            (
                "a cue that may be a noun",
                "Russia holds 60% of Velmora, Fieldwatch estimates.",
                "60%",
            ),
            (
                "an accusation",
                "Lena Costa accused Russia of seizing 12 villages in Ukraine.",
                "12 villages",
            ),
            (
                "a claim as a noun",
                "A claim by Lena Costa that Russia had seized Velmora was aired.",
                "seized",
            ),
            ("a view", "In Lena Costa's view, Russia has lost Velmora.", "lost"),
        )
    ],
)
def test_what_somebody_holds_is_not_the_reports(claim_of, text, words):
    assert claim_of(text, words).attribution.source != "the report"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            'Lena Costa: "Russia has lost Velmora to its enemy."',
        ),
        'Lena Costa said: "Russia has lost Velmora to its enemy."',
        '"Russia," Lena Costa said, "has lost Velmora to its enemy."',
    ],
)
def test_a_quotation_beside_its_speaker(claim_of, text):
    assert claim_of(text, "lost Velmora").attribution.source == "Lena Costa"


@pytest.mark.parametrize("day", ["Saturday", "March 3", "Tuesday"])
def test_a_day_behind_the_verb_says_nothing(day):
    text = (
        "date 2031-05-09\n\n“Rebel troops took roughly 84 square kilometers in January,” "
        f"Anna Berg, a rebel spokeswoman, said {day}."
    )
    assert read(text).claims[0].attribution.source == "Anna Berg"
