"""Words in quotation marks: whose they are, and that they are nobody else's."""

import pytest

XFAIL = pytest.mark.xfail
NOBODY = "an unnamed speaker"


@pytest.mark.parametrize(
    ("text", "words", "source", "mode"),
    [
        ('"We hold Velmora," Col. Jan Weld said.', "hold Velmora", "Jan Weld", "direct"),
        ("“We hold Velmora,” Col. Jan Weld said.", "hold Velmora", "Jan Weld", "direct"),
        ("«We hold Velmora», said Governor Lena Costa.", "hold Velmora", "Lena Costa", "direct"),
        ("„We hold Velmora“, said Governor Lena Costa.", "hold Velmora", "Lena Costa", "direct"),
        (
            'Col. Jan Weld said Russia had "liberated" Velmora.',
            "Velmora",
            "Jan Weld",
            "mixed",
        ),
        (
            'Col. Jan Weld said Russia had "liberated 60% of the Kherson region".',
            "60%",
            "Jan Weld",
            "mixed",
        ),
        ("Col. Jan Weld said Russia had taken Velmora.", "taken Velmora", "Jan Weld", "indirect"),
        ("Russia has taken Velmora.", "taken Velmora", "the report", "narrator"),
        ('Russia "liberated" Velmora on Monday.', "Velmora", "the report", "narrator"),
        (
            'Col. Jan Weld said that "we hold 60% of the Kherson region" and that Russia had lost '
            "Velmora.",
            "60%",
            "Jan Weld",
            "direct",
        ),
        (
            'Col. Jan Weld said that "we hold 60% of the Kherson region" and that Russia had lost '
            "Velmora.",
            "lost Velmora",
            "Jan Weld",
            "indirect",
        ),
        (
            "“We lost 40 square kilometres,” said the mayor. “But we hold Velmora.”",
            "hold Velmora",
            "mayor",
            "direct",
        ),
        (
            '"We hold Velmora," Col. Jan Weld said. "They hold Dorvan," Governor Lena Costa said.',
            "hold Dorvan",
            "Lena Costa",
            "direct",
        ),
        (
            '"We hold Velmora," Col. Jan Weld said. "They hold Dorvan," Governor Lena Costa said.',
            "hold Velmora",
            "Jan Weld",
            "direct",
        ),
        ("'We hold Velmora,' Col. Jan Weld said.", "hold Velmora", "Jan Weld", "direct"),
        ("‘We hold Velmora,’ Col. Jan Weld said.", "hold Velmora", "Jan Weld", "direct"),
    ],
)
def test_the_speaker_and_the_mode(claim_of, text, words, source, mode):
    link = claim_of(text, words).attribution
    assert (link.source, link.mode) == (source, mode)


@pytest.mark.parametrize(
    "text",
    [
        '"We hold Velmora," Col. Jan Weld said.',
        "“We hold Velmora,” Col. Jan Weld said.",
        pytest.param(
            "'We hold Velmora,' Col. Jan Weld said.",
        ),
    ],
)
def test_the_words_of_the_source_hold_no_quotation_mark(claim_of, text):
    assert claim_of(text, "hold Velmora").attribution.source_text == "Col. Jan Weld"


RUN_ON = (
    "Col. Jan Weld gave a long answer.\n\n"
    "“We control 60% of the Kherson region,” he said. “We are patient.\n\n"
    "“We have taken Velmora.\n\n"
    "“Nobody else holds Dorvan.”\n\n"
    "Ukraine holds 30% of the region."
)


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("60%", "Jan Weld"),
        ("taken Velmora", "Jan Weld"),
        ("holds Dorvan", "Jan Weld"),
        ("30%", "the report"),
    ],
)
def test_a_quotation_runs_on_until_it_is_closed(claim_of, words, source):
    assert claim_of(RUN_ON, words).attribution.source == source


@pytest.mark.parametrize(
    "text",
    [
        '"Russia has taken 60% of the Kherson region and will keep it." The town was quiet.',
        'The mayor left the hall. "Russia has taken 60% of the Kherson region."',
        'Col. Jan Weld said Dorvan was quiet.\n\n"Russia has taken 60% of the Kherson region."',
        'A banner read "Russia has taken 60% of the Kherson region".',
        'On the wall: "Russia has taken 60% of the Kherson region."',
        "“Kesh is calm,” said the mayor.\n\n“Russia has taken 60% of the Kherson region.”",
        '"Russia has taken 60% of the Kherson region.',
        'A letter signed by nobody arrived.\n\n"Russia has taken 60% of the Kherson region."',
        pytest.param(
            'Mayor Piet Hofman said Kesh was calm. A soldier laughed. "Russia has taken 60% of '
            'the Kherson region."',
        ),
        pytest.param(
            'Mayor Piet Hofman said Kesh was calm. A banner in the street read: "Russia has taken '
            '60% of the Kherson region."',
        ),
    ],
)
def test_an_unattributed_quotation_is_nobodys(claim_of, text):
    link = claim_of(text, "60%").attribution
    assert (link.source, link.mode) == (NOBODY, "direct")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '"Ukraine lost Velmora," Col. Jan Weld said. "It is gone." Russia holds 60% of it.',
            "60%",
        ),
        ('"Kesh is ours," the mayor said.\n\nRussia holds 60% of the Kherson region.', "60%"),
        (
            '"Our men took Velmora on Monday\n\nRussia holds 60% of the Kherson region.',
            "60%",
        ),
    ],
)
def test_what_follows_a_quotation_is_the_reports(claim_of, text, words):
    assert claim_of(text, words).attribution.source == "the report"
