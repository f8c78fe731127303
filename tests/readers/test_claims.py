"""The slots of a claim: kind, certainty, readings, places from before, time."""

import pytest

XFAIL = pytest.mark.xfail


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia holds 70% of the Kherson region.", "control"),
        ("Russia holds 1,200 square kilometres of the Kharkiv region.", "control"),
        ("The town of Velmora is under Ukrainian control.", "control"),
        ("Russia took 40 square kilometres in the Kharkiv region.", "change"),
        ("Ukraine lost 12 villages in the Kharkiv region.", "change"),
        ("Russian forces advanced 5 km towards Velmora.", "change"),
        ("Russian forces captured Velmora.", "capture"),
        ("Ukraine withdrew from Velmora.", "capture"),
        ("The Kherson region is legally part of Ukraine.", "status"),
        ("Russia annexed the Kherson region in 2022.", "event"),
        ("The Kherson region covers 28,461 square kilometres.", "count"),
        ("Some 3,000 people live in Velmora.", "count"),
        ("Ukraine lost 40 soldiers near Velmora.", "count"),
        ("Russia lost 5% of its tanks in Ukraine.", "share"),
        ("Russia holds 40% of the population of the Kherson region.", "share"),
        ("The rate of inflation in Russia was 9% in February.", "share"),
        ("Governor Lena Costa said the war had been a great mistake.", "opinion"),
        ("Governor Lena Costa said the war would end soon.", "forecast"),
        pytest.param(
            "Turnout was 60% in the Kherson region.",
            "share",
        ),
        pytest.param(
            "Rainfall rose by 12% in the Kherson region.",
            "share",
        ),
        pytest.param(
            "Prices in the Kherson region were 30% higher.",
            "share",
        ),
        ("Velmora fell on Monday.", "capture"),
    ],
)
def test_the_kind(claims_of, text, kind):
    assert [c.kind for c in claims_of(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Russia captured Velmora.", "stated"),
        ("Russia has not captured Velmora.", "denied"),
        ("Maria Petrova denied that Russia had captured Velmora.", "denied"),
        ("Claims that Russia had captured Velmora were false, Kyiv said.", "denied"),
        ("Russia has probably captured Velmora.", "hedged"),
        ("Russia may have captured Velmora.", "hedged"),
        ("Russia reportedly captured Velmora.", "hedged"),
        ("Russia will capture Velmora.", "forecast"),
        ("Russia must leave Velmora, the minister said.", "demanded"),
        ("The minister said Russia should withdraw from Velmora.", "demanded"),
        ("Russia not only captured Velmora but kept it.", "stated"),
        pytest.param(
            "Reports that Russia had captured Velmora could not be verified.",
            "hedged",
        ),
        pytest.param(
            "Russia captured Velmora on 3 May 2025.",
            "stated",
        ),
    ],
)
def test_the_certainty(claim_of, text, certainty):
    assert claim_of(text, "Velmora").certainty == certainty


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(t)
        for t in (
            "Russia tried to capture Velmora on Monday.",
            "Russia failed to capture Velmora.",
            "Russia was close to capturing Velmora.",
            "Russia is trying to capture Velmora.",
            "Ukraine repelled an attempt to capture Velmora.",
            "To capture Velmora, Russia needs 40,000 men.",
            "If Russia captured Velmora, the road would be cut.",
            "Ukraine prevented Russia from capturing Velmora.",
            "Russia wants to capture Velmora.",
        )
    ],
)
def test_what_was_only_tried_is_not_stated_as_done(claims_of, text):
    done = [c for c in claims_of(text) if c.kind == "capture" and c.certainty == "stated"]
    assert not done


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Russia controls 75% of the Donetsk and Kherson regions.", ("each", "together")),
        ("Russia controls 75% of each of the Donetsk and Kherson regions.", ("each",)),
        ("Together, Russia controls 75% of the Donetsk and Kherson regions.", ("together",)),
        ("Russia took 40 square kilometres of the Donetsk and Kherson regions.",
         ("together", "each")),
        ("Russia controls 75% of the Donetsk region.", ()),
        ("Russia captured Velmora and Dorvan.", ()),
    ],
)  # fmt: skip
def test_the_readings(claims_of, text, readings):
    (claim,) = claims_of(text)
    assert claim.readings == readings


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("The Kherson region is split. Russia holds 70% of the region.", "70%", ["UA-65"]),
        ("The Kherson region is split. Russia holds 70% of it.", "70%", ["UA-65"]),
        (
            "The Donetsk and Kherson regions are contested. Russia holds 70% of the two regions.",
            "70%",
            ["UA-14", "UA-65"],
        ),
        ("Russia entered Velmora. The town is now under Russian control.", "now under",
         ["name:Velmora"]),
        ("Russian forces entered Velmora in Ukraine. They hold 19% of the country.", "19%",
         ["UA"]),
        ("Russia captured Velmora, in the Kherson region.", "captured", ["name:Velmora"]),
        ("Russia holds 60% of Ukraine's Donetsk region.", "60%", ["UA-14"]),
        pytest.param(
            "Russia had captured 40 villages.", "40 villages", [],
        ),
        pytest.param(
            "Russia took 120 square kilometres in January.", "120", [],
        ),
        pytest.param(
            '"We hold 80% of the region," the commander said. Ukraine needs help.', "80%", [],
        ),
        pytest.param(
            "The Donetsk and Kherson regions are contested. In the two regions Russia holds 70%.",
            "70%", ["UA-14", "UA-65"],
        ),
    ],
)  # fmt: skip
def test_the_places(claim_of, text, words, places):
    assert [p.id for p in claim_of(text, words).places] == places


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("Russia holds 70% of the Kherson region.", "70%", "2026-03-12"),
        ("Lena Costa said on Monday Russia held 70% of the Kherson region.", "70%", "2026-03-09"),
        ("Russia captured Velmora.", "captured", None),
        ("Russia captured Velmora on Monday.", "captured", "2026-03-09"),
        ("Since February 2024 Russia has taken 40 square kilometres of Ukraine.", "40",
         "2024-02/.."),
        ("Before the war Russia held 7% of Ukraine.", "7%", None),
        ("In 2022 Russia held 20% of Ukraine.", "20%", "2022"),
        ("Russia will hold 20% of Ukraine.", "20%", None),
        ("Russia must leave Velmora.", "leave", None),
        ("The war began in 2022. Russia captured Velmora.", "captured", None),
    ],
)  # fmt: skip
def test_the_time(claim_of, text, words, when):
    claim = claim_of(text, words)
    assert (claim.when and claim.when.edtf) == when


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It rained in Dorvan.",
        "Ukraine held talks in Velmora.",
        "The minister took part in the ceremony.",
        "Russia took note of the report.",
    ],
)
def test_sentences_without_a_claim(claims_of, text):
    assert claims_of(text) == ()
