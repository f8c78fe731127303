"""Interviews with labels: each turn is its own speaker's."""

import pytest

XFAIL = pytest.mark.xfail
INTERVIEW = """\
Radio Harbour spoke to Governor Lena Costa of the Kherson region on 9 March 2026.

Q: How are you?

A: Russia controls about 40% of the region. We hold the rest.

Q: Russia holds Dorvan. What is next?

A: Velmora is ours. Col. Jan Weld said yesterday that Russia had lost Kesh.
"""
NAMED = """\
Harbour Review talked with Col. Jan Weld, a commander in the Ukrainian army.

HARBOUR REVIEW: Russia holds 70% of the Donetsk region. Can you win it back?

WELD: Russia holds 66% of the region. We have retaken 30 square kilometres.

HARBOUR REVIEW: Is that enough?

WELD: Your army has lost 5 villages.
"""
DISPUTE = """\
Two men spoke after the vote.

BERG: Russia holds 20% of Ukraine.

OLSEN: Ukraine has lost Velmora.

BERG: What comes next?
"""


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        (INTERVIEW, "40%", "Lena Costa"),
        (INTERVIEW, "Velmora is ours", "Lena Costa"),
        (INTERVIEW, "lost Kesh", "Jan Weld"),
        (INTERVIEW, "holds Dorvan", "the report"),
        (NAMED, "70%", "the report"),
        (NAMED, "66%", "Jan Weld"),
        (NAMED, "30 square kilometres", "Jan Weld"),
        (DISPUTE, "lost Velmora", "Olsen"),
        pytest.param(
            DISPUTE,
            "20%",
            "Berg",
        ),
    ],
)
def test_each_turn_is_its_speakers(claim_of, text, words, source):
    assert claim_of(text, words).attribution.source == source


def test_the_outlet_and_the_day_of_the_interview(claim_of):
    link = claim_of(INTERVIEW, "40%").attribution
    assert (link.mode, link.medium, link.said.edtf) == ("direct", "Radio Harbour", "2026-03-09")


def test_we_are_the_side_of_the_one_who_answers(claim_of):
    assert claim_of(NAMED, "30 square kilometres").actor in ("Ukrainian army", "Ukraine")


def test_who_is_quoted_by_the_guest_comes_through_the_guest(claim_of):
    link = claim_of(INTERVIEW, "lost Kesh").attribution
    assert link.via.source == "Lena Costa"


@pytest.mark.parametrize(
    "question",
    [
        "Has Ukraine lost Velmora?",
        "Do the rebels hold Velmora?",
        "Who holds Velmora?",
        "How much of the region is in Russian hands?",
    ],
)
def test_a_question_is_no_claim(claims_of, question):
    text = (
        "Radio Harbour spoke to Governor Lena Costa of the Kherson region.\n\n"
        f"Q: {question}\n\nA: I cannot say.\n\nQ: Why?\n\nA: It is a secret."
    )
    assert not [c for c in claims_of(text) if c.certainty == "stated" and c.kind != "opinion"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("NOTE: Figures are rounded. Russia holds 20% of Ukraine.", "20%"),
        ("KYIV: Russia holds 20% of Ukraine.\n\nMOSCOW: Dorvan was calm.", "20%"),
        ("Map: Russia holds 20% of Ukraine.\n\nSource: Fieldwatch.", "20%"),
    ],
)
def test_labels_that_are_no_transcript(claim_of, text, words):
    assert claim_of(text, words).attribution.source == "the report"


LABELLED = """\
A talk on the radio.

SPEAKER TWO: Is it so?

SPEAKER ONE: Russia holds Velmora.

SPEAKER TWO: I see.

SPEAKER ONE: Is it enough?
"""


def test_a_label_is_no_figure(claims_of):
    assert not [q for c in claims_of(LABELLED) for q in c.quantities]


def test_a_numbered_speaker_is_not_the_report(claim_of):
    assert claim_of(LABELLED, "holds Velmora").attribution.source == "Speaker One"


@pytest.mark.parametrize(("text", "words"), [(INTERVIEW, "40%"), (NAMED, "66%")])
def test_the_label_is_no_part_of_what_is_said(claim_of, text, words):
    assert claim_of(text, words).text.startswith("Russia")


BOLD = """\
The mayor answered the Harbour Review's Anna Roth on Monday.

**Anna Roth:** How much of the town is free?

**Lena Costa:** We hold 90% of the Kherson region.

**Anna Roth:** And the rest?

**Lena Costa:** Russia lost 12 tanks there.

The ministry has lost 40 tanks.
"""
STUDIO = """\
TRANSCRIPT - The Evening Hour, Radio Harbour, Monday 9 March 2026

ANCHOR: The army has taken 12 villages. On the line is Omar Ag Hadid, a spokesman.

AG HADID (by phone): We control 80 percent of the Kherson region. An officer told me 40 men died.

ANCHOR: Thank you.
"""


@pytest.mark.parametrize(
    ("text", "words", "source", "mode", "medium"),
    [
        (BOLD, "90%", "Lena Costa", "direct", "Harbour Review"),
        (BOLD, "12 tanks", "Lena Costa", "direct", "Harbour Review"),
        (BOLD, "40 tanks", "the report", "narrator", None),
        (STUDIO, "12 villages", "the report", "narrator", None),
        (STUDIO, "80 percent", "Omar Ag Hadid", "direct", "Radio Harbour"),
        (STUDIO, "40 men", "officer", "direct", "Radio Harbour"),
    ],
)
def test_labels_of_other_styles(claim_of, text, words, source, mode, medium):
    link = claim_of(text, words).attribution
    assert (link.source, link.mode, link.medium) == (source, mode, medium)


def test_headings_in_capitals_are_no_speakers(claim_of):
    text = (
        "THE CLAIM: Russia holds 90% of the Luhansk region.\n\nOUR RATING: False.\n\n"
        "Russia holds 70% of it.\n\nBOTTOM LINE: Ukraine holds 30% of the Luhansk region."
    )
    assert claim_of(text, "30%").attribution.mode == "narrator"


BROADCAST = """\
CHANNEL SOUTH, transcript of 10 March 2026

ANCHOR (Lena Costa): Who holds Kesh?

CORRESPONDENT (Jan Weld): Russia holds 40% of the Kherson region, Lena.

[CLIP, voice-over] GEN. OLAF BERG: "We have lost 12 tanks."

ANCHOR: And the bridges?

WELD: Ukraine has lost 5 villages.
"""


@pytest.mark.parametrize(
    ("words", "source", "mode"),
    [
        ("40%", "the report", "narrator"),
        ("5 villages", "the report", "narrator"),
        ("12 tanks", "Olaf Berg", "direct"),
    ],
)
def test_staff_tell_and_a_clip_is_its_speakers(claim_of, words, source, mode):
    link = claim_of(BROADCAST, words).attribution
    assert (link.source, link.mode) == (source, mode)
