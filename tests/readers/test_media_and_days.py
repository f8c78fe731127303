"""The outlet something was said to and the day it was said: found, carried, or left open."""

import pytest

XFAIL = pytest.mark.xfail
HELD = "Russia held Velmora"


def said_on(claim):
    return claim.attribution.said and claim.attribution.said.edtf


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Lena Costa told Radio Harbour on Monday that Russia held Velmora.", "Radio Harbour"),
        ("Governor Lena Costa told the Dorvan Herald that Russia held Velmora.", "Dorvan Herald"),
        ("Governor Lena Costa wrote on Telegram that Russia held Velmora.", "Telegram"),
        ("The ministry said on X that Russia held Velmora.", "X"),
        (
            "In an interview with the Northern Times, Lena Costa said Russia held Velmora.",
            "Northern Times",
        ),
        ("Governor Lena Costa told Anton Berg that Russia held Velmora.", None),
        ("The minister told President Omar Hadid that Russia held Velmora.", None),
        ("Governor Lena Costa told reporters that Russia held Velmora.", None),
        ("Governor Lena Costa told lawmakers that Russia held Velmora.", None),
        ("Governor Lena Costa said in a statement that Russia held Velmora.", None),
        pytest.param(
            "Lena Costa told lawmakers in Geneva that Russia held Velmora.",
            None,
        ),
        pytest.param(
            "The governor told the news agency Polaris that Russia held Velmora.",
            "Polaris",
        ),
        pytest.param(
            "Speaking to the broadcaster Canal Nord, Col. Jan Weld said Russia held Velmora.",
            "Canal Nord",
        ),
    ],
)
def test_the_outlet(claim_of, text, medium):
    assert claim_of(text, HELD).attribution.medium == medium


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Lena Costa told Radio Harbour on Monday that Russia held Velmora.", "2026-03-09"),
        ("Lena Costa said on 8 March 2026 that Russia held Velmora.", "2026-03-08"),
        ("On Monday, the ministry said that Russia held Velmora.", "2026-03-09"),
        ("In a speech on Tuesday, Lena Costa said that Russia held Velmora.", "2026-03-10"),
        ("Lena Costa said late on Sunday that Russia held Velmora.", "2026-03-08"),
        ("Russia held Velmora, Lena Costa said on Sunday.", "2026-03-08"),
        ("Lena Costa said that Russia held Velmora.", None),
        ("Lena Costa said Russia held Velmora on Sunday.", None),
        ("Russia held Velmora on Sunday, Lena Costa said.", None),
        ("Dorvan was calm on Sunday. Lena Costa said Russia held Velmora.", None),
        pytest.param(
            "Governor Lena Costa, elected on 3 June 2024, said that Russia held Velmora.",
            None,
        ),
    ],
)
def test_the_day_said(claim_of, text, day):
    assert said_on(claim_of(text, HELD)) == day


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Lena Costa said on Tuesday that Russia took Velmora on Sunday.", "2026-03-08"),
        ("On Tuesday Lena Costa said that Russia took Velmora.", None),
        ("Russia took Velmora on Sunday, Lena Costa said on Tuesday.", "2026-03-08"),
        pytest.param(
            "Russia, Lena Costa said on Tuesday, took Velmora in January.",
            "2026-01",
        ),
        pytest.param(
            "The army said so on Tuesday: Russia took Velmora.",
            None,
        ),
    ],
)
def test_the_day_said_is_not_the_day_it_was(claim_of, text, when):
    claim = claim_of(text, "took Velmora")
    assert (claim.when and claim.when.edtf) == when


@pytest.mark.parametrize(
    ("text", "medium", "day"),
    [
        (
            "Lena Costa told Radio Harbour on Monday that she was well. She said Russia held "
            "Velmora.",
            "Radio Harbour",
            "2026-03-09",
        ),
        (
            "Lena Costa told Radio Harbour on Monday that she was well. Col. Jan Weld said Russia "
            "held Velmora.",
            None,
            None,
        ),
        (
            "Lena Costa told Radio Harbour on Monday that she was well. On Tuesday she told the "
            "Dorvan Herald that Kesh was calm. She said Russia held Velmora.",
            None,
            None,
        ),
        (
            "The ministry said on X on Monday that Kesh was calm. The ministry said Russia held "
            "Velmora.",
            None,
            None,
        ),
        (
            "Lena Costa told Radio Harbour on Monday that Kesh was calm.\n\nRussia held Velmora.",
            None,
            None,
        ),
    ],
)
def test_what_is_carried_to_the_next_words(claim_of, text, medium, day):
    claim = claim_of(text, HELD)
    assert (claim.attribution.medium, said_on(claim)) == (medium, day)


def test_without_a_day_of_publication_nothing_is_dated(claims_of):
    text = "Lena Costa said on Monday that Russia held Velmora."
    (claim,) = claims_of(text, None)
    assert (said_on(claim), claim.when) == (None, None)


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Governor Lena Costa told al-Sabil radio that Russia held Velmora.", "al-Sabil"),
        ("The governor told the Polaris news agency that Russia held Velmora.", "Polaris"),
        (
            "The ministry said in a statement carried by Polaris that Russia held Velmora.",
            "Polaris",
        ),
        ("The governor told state television that Russia held Velmora.", "state television"),
        ("An officer, quoted by the daily Al-Fajr, said Russia held Velmora.", "Al-Fajr"),
    ],
)
def test_outlets_that_carry_it(claim_of, text, medium):
    assert claim_of(text, HELD).attribution.medium == medium


LIVE = """\
10:00 Rain in Dorvan. Russia held Velmora, the mayor says.

09:00 Nothing new.

Wednesday 11 March

22:00 Russia held Kesh, the mayor says.
"""


@pytest.mark.parametrize(
    ("words", "day"), [("held Velmora", "2026-03-12"), ("held Kesh", "2026-03-11")]
)
def test_a_live_entry_is_said_on_its_day(claim_of, words, day):
    assert said_on(claim_of(LIVE, words)) == day


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Lena Costa told the Israeli daily Haver on Monday that Russia held Velmora.", "Haver"),
        ("Lena Costa told French broadcaster TV Ouest that Russia held Velmora.", "TV Ouest"),
        ("Lena Costa told Turkey's Kanal Bir that Russia held Velmora.", "Kanal Bir"),
        ("Lena Costa told Ukrainian television that Russia held Velmora.", "Ukrainian television"),
        ("Lena Costa told a local station, Radio Sol, that Russia held Velmora.", "Radio Sol"),
        ("Lena Costa told the Telegram channel Dvor that Russia held Velmora.", "Dvor"),
        ("Lena Costa told the Herald's reporter in Kesh that Russia held Velmora.", "Herald"),
        ("Lena Costa said on Radio Sol that Russia held Velmora.", "Radio Sol"),
        ("Lena Costa said on the Channel's Morning programme that Russia held Velmora.", "Channel"),
        ("Lena Costa boasted to the Kesh Courier that Russia held Velmora.", "Kesh Courier"),
        ("Lena Costa claimed in a Telegram post on Sunday that Russia held Velmora.", "Telegram"),
        ("Lena Costa wrote on her official Telegram channel that Russia held Velmora.", "Telegram"),
        (
            "Lena Costa said in a broadcast on the group's Radio Sol that Russia held Velmora.",
            "Radio Sol",
        ),
        ("Lena Costa said, as quoted by the Polaris agency, that Russia held Velmora.", "Polaris"),
        ("According to Lena Costa, writing on X, Russia held Velmora.", "X"),
        ("Interviewed by the Kesh Times, Lena Costa said Russia held Velmora.", "Kesh Times"),
        ("On Al Sabah TV, Lena Costa said Russia held Velmora.", "Al Sabah TV"),
        ("Lena Costa said on national television that Russia held Velmora.", "national television"),
        ("Lena Costa told Army TV that Russia held Velmora.", "Army TV"),
        ("Lena Costa told the Security Council that Russia held Velmora.", None),
        ("Lena Costa told the Israeli army that Russia held Velmora.", None),
        ("Lena Costa told her men that Russia held Velmora.", None),
        ("Lena Costa told a news conference in Kesh that Russia held Velmora.", None),
        ("Lena Costa said on Monday in Kesh that Russia held Velmora.", None),
    ],
)
def test_outlets_of_a_nation_an_owner_or_a_platform(claim_of, text, medium):
    assert claim_of(text, HELD).attribution.medium == medium
