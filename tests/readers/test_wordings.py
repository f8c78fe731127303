"""Ordinary wordings that invented news showed to be misread: who acts, who speaks, and where."""

import pytest

from groundcheck import read


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("About 62% of Homs province is controlled by HTS forces.", "62%", "HTS"),
        (
            "48 settlements in Kursk region were taken by Russian troops from April 21 to May 3,"
            " Ukrainian spokeswoman Lena Costa said.",
            "48",
            "Russian army",
        ),
        (
            "Control of 70% of Hiiraan region has passed to al-Shabaab fighters.",
            "70%",
            "Al-Shabaab",
        ),
        ("The gains of M23 rebels in South Kivu province came to 890 km2 in May.", "890", "M23"),
        (
            "According to Lena Costa, an Afghan army commander, Taliban fighters hold 40 villages"
            " in Balkh province.",
            "40",
            "Taliban",
        ),
        ("M23 rebels gave up 819 square km in South Kivu province in May.", "819", "M23"),
    ],
)
def test_who_acts(claim_of, text, words, actor):
    assert claim_of(text, words).actor == actor


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("By the account of Lena Costa, an analyst, M23 rebels hold 62% of Ituri.", "Lena Costa"),
        (
            "Lena Costa, a Houthi commander, briefed reporters. Houthi fighters hold 62% of Marib"
            " province, she said.",
            "Lena Costa",
        ),
        (
            "Local administrator Ivo Brandt briefed reporters. Fano fighters hold 62% of Amhara"
            " region, he said.",
            "Ivo Brandt",
        ),
        ("JNIM preacher Ivo Brandt said JNIM fighters hold 62% of Gao region.", "Ivo Brandt"),
        ("Fano organizer Lena Costa said Fano fighters hold 62% of Amhara.", "Lena Costa"),
        (
            "Ivo Brandt, an RSF spokesman, said that RSF units occupy 62% of Sennar state.",
            "Ivo Brandt",
        ),
        (
            "62% of Kachin and Rakhine States is under the control of the Arakan Army, Ivo Brandt"
            " said.",
            "Ivo Brandt",
        ),
        ("M23 rebels gave up 62% of Ituri, Ivo Brandt says.", "Ivo Brandt"),
    ],
)
def test_who_speaks(claim_of, text, source):
    assert claim_of(text, "62%").attribution.source == source


def test_a_state_still_speaks(claim_of):
    claim = claim_of("Analysts at Kestrel state that M23 rebels hold 62% of Ituri.", "62%")
    assert "Kestrel" in claim.attribution.source


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Nairobi, Mar. 2 — SPLM-IO rebels hold 62% of Jonglei state.", ["SS-JG"]),
        ("Addis Ababa, June 2 — “Fano fighters hold 62% of Afar,” Ivo Brandt said.", ["ET-AF"]),
        ("62% of Kayah State is in the hands of Myanmar military troops.", ["MM-12"]),
        ("The Arakan Army took 62 km2 in Chin State from Myanmar army units.", ["MM-14"]),
        ("The gains of Russian troops in Kursk region came to 62 km2 in May.", ["RU-KRS"]),
    ],
)
def test_where(claim_of, text, places):
    assert [place.id for place in claim_of(text, "62").places] == places


@pytest.mark.parametrize("how", ["come under the control", "passed into the hands"])
def test_a_town_that_changes_hands_is_a_place(claim_of, how):
    claim = claim_of(f"Amal Qasimi denied that Ataq had {how} of Yemeni army troops.", "Ataq")
    assert [place.text for place in claim.places] == ["Ataq"]
    assert claim.certainty == "denied"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("62% of North Kivu province was controlled by M23 rebels.", "control"),
        ("Fano fighters gained control of 62 villages in Amhara region.", "change"),
        ("M23 rebels brought 62 settlements in Ituri province under their control.", "change"),
        ("M23 rebels lost over 62 square km of territory in Ituri in May.", "change"),
        ("About 62 km2 of ground in Ituri province passed to M23 rebels in May.", "change"),
    ],
)
def test_what_is_said_with_a_figure(claim_of, text, kind):
    assert claim_of(text, "62").kind == kind


def test_control_of_a_town_is_gained_by_its_capture(claim_of):
    claim = claim_of("Fano fighters gained control of Lalibela on Monday.", "Lalibela")
    assert claim.kind == "capture"


def test_a_line_that_only_a_width_ends_goes_on(claim_of):
    claim = claim_of(
        "Lena Costa, who is a Houthi commander, said on\nThursday that Houthi fighters hold 62% of "
        "Al\nJawf province, up from half of it a year ago.",
        "62%",
    )
    assert claim.attribution.source == "Lena Costa"
    assert [place.id for place in claim.places] == ["YE-JA"]
    assert "Al\nJawf" in claim.text


def test_a_claim_called_false_is_denied(claim_of):
    claim = claim_of(
        "Lena Costa called the claim that M23 rebels had taken the town of Beni false.", "Beni"
    )
    assert (claim.certainty, claim.attribution.source) == ("denied", "Lena Costa")


def test_running_water_is_no_control(claims_of):
    told = claims_of("M23 rebels took Beni. Residents said running water had not worked since May.")
    assert "control" not in {claim.kind for claim in told}


@pytest.mark.parametrize(
    "text",
    [
        "Rebel spokesman Col. Ivo Brandt briefed reporters. South Sudanese army soldiers hold 62%"
        " of Warrap state, he said.",
        "Ivo Brandt, an HTS commander, briefed reporters. Hayat Tahrir al-Sham fighters hold 62% of"
        " Daraa province, he said.",
        "Kremlin aide Ivo Brandt spoke to reporters. “Russian forces hold 62% of Donetsk region,”"
        " he said.",
    ],
)
def test_he_is_no_army(claim_of, text):
    assert claim_of(text, "62%").attribution.source == "Ivo Brandt"


@pytest.mark.parametrize(
    "words",
    [
        "In northern Sudan, rain fell on Friday.",
        "Bread prices have fallen in Kassala.",
        "Shells fell in Velmora on Monday.",
    ],
)
def test_what_falls_of_itself_is_not_taken(words):
    assert "capture" not in [claim.kind for claim in read(f"date 2031-05-09\n\n{words}").claims]
