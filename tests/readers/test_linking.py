"""One person, office or body through a whole report, and nobody else."""

import pytest

XFAIL = pytest.mark.xfail
NAMED = (
    "Pavel Oren", "Jan Weld", "Weld", "Sefu Kone", "Piet Hofman", "Omar Hadid", "Ilan Boro",
    "Maria Oss",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        (
            "Governor Ines Calder said rebels held Velmora. Calder said the army held Kesh.",
            "held Kesh",
            "Ines Calder",
        ),
        (
            "Governor Ines Calder said rebels held Velmora. She said the army held Kesh.",
            "held Kesh",
            "Ines Calder",
        ),
        (
            "Governor Ines Calder said rebels held Velmora. The governor said the army held Kesh.",
            "held Kesh",
            "Ines Calder",
        ),
        (
            "Rebels, whom the army accuses of looting, called it a lie and insisted that the town "
            "of Kesh was theirs.",
            "Kesh was theirs",
            "Rebels",
        ),
        ("Around 120,000 people live in Kesh, says Dorvan; it is calm.", "120,000", "Dorvan"),
        (
            "The letter was signed by Col. Jan Weld, who said that the army held Kesh.",
            "held Kesh",
            "Jan Weld",
        ),
        (
            "The account was disputed by Col. Jan Weld, a spokesman for the Joint Forces, who told "
            "reporters that the army held Kesh.",
            "held Kesh",
            "Jan Weld",
        ),
        (
            "A Sudanese general said on Monday that the army had retaken Um Darya.\n\n"
            "Lt. Gen. Hasan Idris added that the RSF had lost Kesh.",
            "retaken Um Darya",
            "Hasan Idris",
        ),
        (
            "A Sudanese general said the army had retaken Um Darya. Lt. Gen. Hasan Idris spoke in "
            "Dorvan. He said the RSF had lost Kesh.",
            "lost Kesh",
            "Hasan Idris",
        ),
        (
            "A spokesman for the RSF, Adil Noor, said it had taken Um Darya. Noor said the RSF "
            "held Kesh.",
            "held Kesh",
            "Adil Noor",
        ),
        (
            "Russia's top general, Anton Veshnin, said Russian troops had taken Velmora. The "
            "general said they held Kesh.",
            "held Kesh",
            "Anton Veshnin",
        ),
        (
            "Col. Jan Weld said Russia held Velmora. Rain fell. Weld added that it held Kesh.",
            "held Kesh",
            "Jan Weld",
        ),
        (
            "Mayor Piet Hofman said rebels held Velmora. Governor Ines Calder said the army held "
            "Dorvan. Hofman said rebels also held Kesh.",
            "held Kesh",
            "Piet Hofman",
        ),
        (
            "Russia's Defence Ministry said it had taken Velmora. It also said its troops held "
            "Kesh.",
            "held Kesh",
            "Russia's Defence Ministry",
        ),
        (
            "Russia's Defence Ministry said it had taken Velmora. The ministry said it held Kesh.",
            "held Kesh",
            "Russia's Defence Ministry",
        ),
        (
            "The RSF said its fighters had captured Um Darya. The group said it held Kesh.",
            "held Kesh",
            "RSF",
        ),
        (
            "The Fieldwatch monitoring group said Russia held Velmora. The group said Ukraine "
            "held Kesh.",
            "held Kesh",
            "Fieldwatch",
        ),
        ("Moscow said its forces had captured Velmora.", "captured Velmora", "Russia"),
        ("Kyiv said its troops held Dorvan.", "held Dorvan", "Ukraine"),
        (
            "Residents said rebels had entered Velmora. They said the army held Kesh.",
            "held Kesh",
            "Residents",
        ),
        pytest.param(
            "Deputy Minister Anna Roe met Col. Jan Weld on Monday. The colonel said Russia had "
            "captured Velmora.",
            "captured Velmora",
            "Jan Weld",
        ),
    ],
)
def test_a_source_is_followed_to_its_name(claim_of, text, words, source):
    assert claim_of(text, words).attribution.source == source


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A diplomat in Kesh, who asked not to be named, said Russia held Velmora. "
            "Defence Minister Pavel Oren said Ukraine held Dorvan.",
            "held Velmora",
        ),
        (
            "An officer who asked not to be named said Russia held Velmora. Col. Jan Weld said "
            "Ukraine held Dorvan.",
            "held Velmora",
        ),
        (
            "A diplomat said Russia held Velmora. Foreign Minister Sefu Kone said Ukraine held "
            "Dorvan.",
            "held Velmora",
        ),
        (
            "Residents said Russia held Velmora. Mayor Piet Hofman said Ukraine held Dorvan.",
            "held Velmora",
        ),
        (
            "Gen. Jan Weld said Ukraine held Dorvan. Gen. Weld's deputy said Russia held Velmora.",
            "held Velmora",
        ),
        (
            "President Omar Hadid said Ukraine held Dorvan. His spokesman said Russia held "
            "Velmora.",
            "held Velmora",
        ),
        pytest.param(
            "A Russian general said Russia held Velmora. Gen. Ilan Boro, commander of the "
            "Ukrainian army, said Ukraine held Dorvan.",
            "held Velmora",
        ),
        (
            "An official in Dorvan said Russia held Velmora. Maria Oss, an official in Kesh, said "
            "Ukraine held Dorvan.",
            "held Velmora",
        ),
    ],
)
def test_an_unnamed_source_stays_unnamed(claim_of, text, words):
    source = claim_of(text, words).attribution.source
    assert source not in NAMED


@pytest.mark.parametrize(
    ("text", "words", "never"),
    [
        pytest.param(
            "Governor Ines Calder said rebels held Velmora. She thanked Mayor Piet Hofman for "
            "help. She said the army held Kesh.",
            "held Kesh",
            "Piet Hofman",
        ),
        pytest.param(
            "Governor Ines Calder said rebels held Velmora, and she said Dorvan was quiet. Mayor "
            "Piet Hofman said he was well. She said the army held Kesh.",
            "held Kesh",
            "Piet Hofman",
            marks=XFAIL(strict=True, reason="he and she are not told apart"),
        ),
        pytest.param(
            "Gen. Tomas Arin met Gen. Ilan Boro. He said the army held Kesh.",
            "held Kesh",
            "Ilan Boro",
        ),
        pytest.param(
            "Governor Ines Calder said rebels held Velmora. Soldiers arrested Gen. Ilan Boro on "
            "Monday in the town of Dorvan. She said the army held Kesh.",
            "held Kesh",
            "Ilan Boro",
        ),
        (
            "The Fieldwatch monitoring group said rebels held Velmora. The RSF did not comment. "
            "Officials said the army held Kesh.",
            "held Kesh",
            "Fieldwatch",
        ),
    ],
)
def test_words_go_into_no_other_mouth(claim_of, text, words, never):
    assert claim_of(text, words).attribution.source != never


OFFICES = {
    "Ukraine's army chief of staff Gen. Oleh Marchenko": "Oleh Marchenko",
    "Army chief of staff Gen. Oleh Marchenko": "Oleh Marchenko",
    "Ukraine's former army chief of staff Oleh Marchenko": "Oleh Marchenko",
    "The army's Chief of Staff Gen. Oleh Marchenko": "Oleh Marchenko",
    "Presidential chief of staff Andriy Holub": "Andriy Holub",
    "Navy commander in chief Adm. Oleksiy Moroz": "Oleksiy Moroz",
    "Chief of the General Staff Gen. Oleh Marchenko": "Oleh Marchenko",
    "The head of the regional administration Oleh Sin": "Oleh Sin",
    "A spokesman for the Ukrainian army Dmytro Lykho": "Dmytro Lykho",
    "A spokesman for Gen. Oleh Marchenko": "spokesman for Gen. Oleh Marchenko",
    "A spokesman for the group Red Dawn": "spokesman for the group Red Dawn",
}


@pytest.mark.parametrize(("words", "source"), OFFICES.items(), ids=OFFICES)
def test_whose_office_stands_before_the_name_is_called_by_the_name(claim_of, words, source):
    text = f"{words} said Russia controls 71 percent of the Kherson region."
    claim = claim_of(text, "71 percent")
    assert claim.attribution.source == source
