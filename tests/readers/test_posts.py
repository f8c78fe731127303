"""Digests of posts: the account, the platform and the day of each."""

import pytest

DIGEST = """\
From the channels, 1-3 March

@velmora_watch (Telegram, 1 March, 22:40): Our men hold 60% of the Kherson region.

@NorthDesk · 2 March 2026 · X
Russia lost 12 tanks near Dorvan.

Hill Notes - Telegram - 3 March, 08:12
The army holds two thirds of Kesh.

Col. Tomas Arin (@tarin), 3 March, 09:05
"We have lost 14 villages."

[10:30] Mayor Lena Costa on Facebook: 250 residents remain in Velmora.
"""


@pytest.mark.parametrize(
    ("words", "source", "medium", "day"),
    [
        ("60%", "velmora_watch", "Telegram", "2026-03-01"),
        ("12 tanks", "NorthDesk", "X", "2026-03-02"),
        ("two thirds", "Hill Notes", "Telegram", "2026-03-03"),
        ("14 villages", "Tomas Arin", None, "2026-03-03"),
        ("250 residents", "Lena Costa", "Facebook", "2026-03-03"),
    ],
)
def test_a_post_is_its_accounts_own(claim_of, words, source, medium, day):
    link = claim_of(DIGEST, words).attribution
    said = link.said and link.said.edtf
    assert (link.source, link.mode, link.medium, said) == (source, "direct", medium, day)


@pytest.mark.parametrize(
    "text",
    [
        "09:30 Rebels enter Kesh\nRussia holds 20% of Ukraine.\n\n10:15 Rain\nDorvan is calm.",
        "The mayor was on X on 2 March.\n\nRussia holds 20% of Ukraine.",
        "Map: X\n\nRussia holds 20% of Ukraine.",
    ],
)
def test_other_heads_begin_no_post(claim_of, text):
    assert claim_of(text, "20%").attribution.source == "the report"


IN_ONE_LINE = """\
WHAT THEY POSTED

@KeshArmy · 2 March, 09:10 · "Six positions near Dorvan are lost."

@CostaLena (deputy, Kesh) · 3 March, 18:40 UTC · Russia has lost 12 tanks near Velmora. The minister told us today that 5 villages are lost.
"""  # noqa: E501


@pytest.mark.parametrize(
    ("words", "source", "day"),
    [
        ("Six positions", "KeshArmy", "2026-03-02"),
        ("12 tanks", "CostaLena", "2026-03-03"),
        ("5 villages", "minister", "2026-03-03"),
    ],
)
def test_head_and_words_may_share_a_line(claim_of, words, source, day):
    link = claim_of(IN_ONE_LINE, words).attribution
    assert (link.source, link.said and link.said.edtf) == (source, day)
