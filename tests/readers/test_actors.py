"""Who holds, takes or loses: the party that the words name, and never its opponent."""

import pytest

XFAIL = pytest.mark.xfail


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Russian forces captured Velmora on Monday.", "captured Velmora", "Russia"),
        ("Velmora was captured by Russian forces.", "captured by", "Russia"),
        ("Ukraine lost Velmora to Russia on Monday.", "lost Velmora", "Ukraine"),
        ("Ukraine's army withdrew from Velmora.", "withdrew", "Ukrain"),
        ("Russian troops drove Ukrainian forces out of Velmora.", "drove", "Russia"),
        (
            "Velmora was retaken from the RSF by the army. The Sudanese army holds Dorvan.",
            "retaken",
            "Sudanese army",
        ),
        (
            "M23 took Velmora, and the Congolese army took Dorvan.",
            "took Dorvan",
            "Congolese army",
        ),
        ("M23 rebels took Velmora. The rebels now hold Dorvan.", "hold Dorvan", "M23"),
        (
            "A Russian journalist said Velmora was held by Ukrainian marines.",
            "held by",
            "Ukrain",
        ),
        ("Moscow said its forces had captured Velmora.", "captured Velmora", "Russia"),
        ("The town of Velmora is under Ukrainian control.", "under", "Ukrain"),
        pytest.param(
            "Velmora is in the hands of the RSF.",
            "in the hands",
            "RSF",
        ),
        (
            "Colonel Adil Noor of the RSF said the RSF controlled 60% of North Darfur.",
            "60%",
            "RSF",
        ),
        ("Governor Lena Costa said Russia held Velmora.", "held Velmora", "Russia"),
        pytest.param(
            "Governor Lena Costa said that Russia held Velmora.",
            "held Velmora",
            "Russia",
        ),
        pytest.param(
            "Velmora fell to the RSF in March. The Sudanese army left Dorvan.",
            "fell to",
            "RSF",
        ),
    ],
)
def test_the_actor(claim_of, text, words, actor):
    assert actor in str(claim_of(text, words).actor)


@pytest.mark.parametrize(
    ("text", "words", "never"),
    [
        pytest.param(
            "The RSF said the army had taken Velmora.",
            "taken Velmora",
            "RSF",
        ),
        pytest.param(
            "The RSF said the army controlled 40% of North Darfur.",
            "40%",
            "RSF",
        ),
        pytest.param(
            "A spokesman for the RSF, Adil Noor, said the military held 10% of North Darfur.",
            "10%",
            "RSF",
        ),
        pytest.param(
            "The territory that Russia occupied in Ukraine grew by 200 square kilometres.",
            "200",
            "Ukraine",
        ),
        (
            "Rebels held Velmora, while the army says it holds Dorvan.",
            "holds Dorvan",
            "rebels",
        ),
        pytest.param(
            "Residents said the rebels had entered Velmora. They said soldiers had left Dorvan.",
            "left Dorvan",
            "rebels",
        ),
        pytest.param(
            "The RSF holds Velmora. Villagers seized Dorvan.",
            "seized Dorvan",
            "RSF",
        ),
        (
            "The enemy lost Velmora, the spokesman of Russia's ministry said. Ukraine held Kesh.",
            "lost Velmora",
            "Russia",
        ),
        ("Hezbollah fighters were expelled from Velmora.", "expelled", "Hezbollah"),
        ("Velmora was taken from Russia by Ukrainian troops.", "was taken", "Russia"),
        (
            "Residents in Russia's Kursk region said Ukrainian troops held Velmora.",
            "held Velmora",
            "Russia",
        ),
        ("Ukraine seized Velmora. Russia's losses were heavy.", "seized Velmora", "Russia"),
    ],
)
def test_nobody_is_accused_in_anothers_place(claim_of, text, words, never):
    assert claim_of(text, words).actor != never


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The group holds 30% of North Kivu.", "30%"),
        ("Residents said Velmora had been captured.", "captured"),
        ("Velmora was captured on Monday.", "captured"),
        ("Velmora was captured. Russian forces hold Dorvan. Ukrainian forces hold Kesh.", "was"),
        ('"We hold Velmora," the commander said.', "hold Velmora"),
        ("They hold Velmora.", "hold Velmora"),
    ],
)
def test_an_actor_that_is_not_said_stays_open(claim_of, text, words):
    assert claim_of(text, words).actor is None


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("We forecast that M23 will seize Velmora by the end of April 2026.", "seize", "M23"),
        (
            "Fighters backed by Saudi Arabia and the United Arab Emirates entered Velmora.",
            "entered",
            None,
        ),
        ("The rebels in Mali hold Kidal. Dorvan is now in jihadist hands.", "Dorvan", "jihadists"),
        ("Al-Shabaab claimed to have killed 178 soldiers at Kesh.", "178", "Al-Shabaab"),
        ("The charity said it had fed 900 people.", "900", "charity"),
        ("Dorvan is recognised as part of Azerbaijan.", "part of", "Azerbaijan"),
        (
            'The RSF left Kesh in Sudan. "We did not lose Velmora," its field adviser, Omar Said, '
            "said.",
            "lose Velmora",
            "RSF",
        ),
        (
            "Armenia attacked Azerbaijan. The defence ministry in Baku said its soldiers had "
            "seized 90 Armenian positions.",
            "90",
            "Azerbaijan",
        ),
        (
            '"The enemy is near Kesh. He has lost 400 men," a Russian general said of Ukraine\'s '
            "army.",
            "400",
            "Ukraine",
        ),
        ("The war between the army and the RSF broke out in Sudan in April 2023.", "war", None),
        (
            "Russia's defence ministry said more than 30,000 of its servicemen had left Kherson "
            "in Ukraine.",
            "30,000",
            "Russia",
        ),
        (
            "Wagner took Bakhmut in Ukraine. Wagner holds it. Ukraine's army left. Russian troops "
            "and Ukrainian troops fought on. Ukraine's army holds Kesh.",
            "holds Kesh",
            "Ukraine",
        ),
    ],
)
def test_parties_by_their_seat_their_helpers_and_their_words(claims_of, text, words, actor):
    claim = next(c for c in claims_of(text) if words in c.text)
    assert claim.actor == actor
