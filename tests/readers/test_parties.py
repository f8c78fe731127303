"""Parties that a report makes known itself, and whom its passives, pronouns and speakers mean."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "The Blue River Liberation Army (BRLA) took Velmora. Now the BRLA holds Dorvan.",
            "holds Dorvan",
            "BRLA",
        ),
        (
            "Gunmen of the Sarkot group took Velmora. Sarkot now holds Dorvan.",
            "holds Dorvan",
            "Sarkot",
        ),
        ("The Sarkot militants captured Velmora on Monday.", "captured Velmora", "Sarkot"),
        ("A coalition known as Dawn Shield captured Velmora.", "captured Velmora", "Dawn Shield"),
        ("The Jackals held Velmora. In May the Jackals lost Dorvan.", "lost Dorvan", "Jackals"),
        ("Kurdish peshmerga captured Velmora on Monday.", "captured Velmora", "Peshmerga"),
        ("Nordland lost control of Velmora on 3 March.", "lost control", "Nordland"),
        ("A Saudi-led coalition captured Velmora.", "captured Velmora", "Saudi-led coalition"),
        ("Haiti is on edge. Police units retook Velmora on Monday.", "retook", "Haitian police"),
        ("Drug gangs control most of Velmora.", "control", "drug gangs"),
        ("The government of Chad controls 40% of its territory.", "40%", "Chad"),
    ],
)
def test_a_party_is_known_by_what_the_report_calls_it(claim_of, text, words, actor):
    assert claim_of(text, words).actor == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Misrata fighters left. The mayor of Misrata holds 30% of the shares.", "30%"),
        ("Residents of Sarkot held a market in Velmora.", "held"),
        ("The Norwegian Refugee Council reached 4,000 people.", "4,000"),
    ],
)
def test_a_town_or_a_charity_is_no_party(claim_of, text, words):
    assert claim_of(text, words).actor in (None, "Norwegian Refugee Council")


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        # The one who was taking ground, where a passive or "fell" names nobody.
        ("M23 captured Kesh in May. Velmora fell on Monday.", "fell", "M23"),
        ("M23 captured Kesh in May. Velmora was overrun on Monday.", "overrun", "M23"),
        ("Velmora was taken on Monday by fighters of the Sarkot group.", "was taken", "Sarkot"),
        (
            "The fall of Velmora to M23 on Monday ended it. M23 captured Kesh.",
            "captured Kesh",
            "M23",
        ),
        # Who is named in the predicate.
        ("Velmora came under Houthi control on Monday.", "came under", "Houthis"),
        ("Velmora remains in Houthi hands.", "hands", "Houthis"),
        ("Velmora is still under the control of the Houthis.", "under", "Houthis"),
        # Whom a pronoun means: the subject of the sentence before it.
        ("M23 left Kesh to the Congolese army. It holds Velmora.", "holds Velmora", "M23"),
        ("M23 rebels pushed past the army. In May they took Velmora.", "took Velmora", "M23"),
        # A question says whom the answer is about.
        ("How much do the Houthis hold? Nearly 60% of Yemen.", "60%", "Houthis"),
        # Those who are counted.
        ("There were 52,000 Russian soldiers around Velmora.", "52,000", "Russian army"),
    ],
)
def test_the_party_that_is_meant(claim_of, text, words, actor):
    assert claim_of(text, words).actor == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("M23 captured Kesh. At least nine people died there.", "nine"),
        ("M23 captured Kesh. Murders fell by 40 per cent in Velmora.", "40 per cent"),
        ("M23 captured Kesh. Some 4,300 families fled from Velmora.", "4,300"),
        ('"We took Velmora," a man in the market said. M23 holds Kesh.', "took Velmora"),
    ],
)
def test_nobody_is_made_to_answer_for_what_nobody_is_said_to_have_done(claim_of, text, words):
    assert claim_of(text, words).actor is None


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "The rebels of JNIM hold Kesh in the Kidal region of Mali. "
            'Col. Issa Diarra, an army spokesman, said: "We have taken Velmora."',
            "taken Velmora",
            "Malian army",
        ),
        (
            "JNIM holds Kesh in the Kidal region of Mali. "
            'Retired general Issa Diarra said: "We have taken too few of the towns."',
            "taken",
            None,
        ),
        (
            "Blue River Liberation Army (BRLA)\nDepartment of Information\nStatement No. 7\n\n"
            "Velmora was liberated on Monday. Our fighters hold Dorvan. We lost 12 comrades.",
            "liberated",
            "BRLA",
        ),
        (
            "Blue River Liberation Army (BRLA)\nDepartment of Information\nStatement No. 7\n\n"
            "Velmora was liberated on Monday. Dorvan is in our hands.",
            "in our hands",
            "BRLA",
        ),
        (
            "Rear Admiral Lena Costa commands the joint task force against the army's enemies.\n\n"
            "Q: Who holds Velmora?\n\nA: We hold Velmora.\n\nQ: And Dorvan?\n\nA: We hold it.\n",
            "We hold Velmora",
            "army",
        ),
        (
            "A. Yemen\n\nThe Houthis hold Kesh.\n\nB. Somalia\n\n"
            "Government troops withdrew from Velmora on 3 March. Al-Shabaab holds Dorvan.",
            "withdrew",
            "Somali army",
        ),
    ],
)
def test_the_side_of_whoever_speaks(claim_of, text, words, actor):
    assert claim_of(text, words).actor == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        # A dateline acts in nothing.
        (
            "KESH, Chad, May 3 (ANP) - The Sarkot militants took Velmora. Dorvan fell on Monday.",
            "Dorvan fell",
            "Sarkot",
        ),
        # The enemy of a report that takes a side where it is written.
        (
            "BAKU, May 3 - Azerbaijani troops took Velmora. Armenian units left. "
            "The enemy lost 40 tanks.",
            "40 tanks",
            "Armenia",
        ),
        # Hands, deeds without a subject, forces called after their leader.
        (
            "The Houthis hold most of Dorvan. Since May all of Velmora has been in their hands.",
            "in their hands",
            "Houthis",
        ),
        (
            "M23 fought the Congolese army. M23 announced the complete capture of Velmora.",
            "capture of Velmora",
            "M23",
        ),
        (
            "M23 fought the Congolese army. The Congolese army denied the capture of Velmora.",
            "capture of Velmora",
            "M23",
        ),
        (
            "M23 fought the Congolese army. M23 denied having left Velmora.",
            "left Velmora",
            "M23",
        ),
        ("President Assad's troops retook Velmora.", "retook", "Syrian army"),
        (
            "Ukraine fights on. Russia launched 90 drones, of which 60 were shot down.",
            "60 were",
            "Ukraine",
        ),
        ("Sudan's army said it had driven the RSF 12 km from Velmora.", "12 km", "Sudanese army"),
        (
            "M23 fought on. The Wazalendo fighters said they had retaken Velmora.",
            "retaken",
            "Wazalendo",
        ),
        ("Rebel forces hold most of Velmora.", "hold most", "rebels"),
        ("On Monday Shi'ite militias hold most of Velmora.", "hold most", "Shi'ite militias"),
    ],
)
def test_whom_words_without_a_name_mean(claim_of, text, words, actor):
    assert claim_of(text, words).actor == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("M23 took Kesh. At least 2,000 people fled, half of them children.", "half of them"),
        ("M23 took Kesh. Neither side was in control of Velmora.", "in control"),
        ("Fighters backed by Qatar captured Velmora.", "captured"),
    ],
)
def test_what_nobody_did_has_no_actor(claim_of, text, words):
    assert claim_of(text, words).actor is None
