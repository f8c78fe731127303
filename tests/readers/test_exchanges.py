"""Interviews without labels, and texts that only look like one."""

import pytest

IN_BLOCKS = """\
"Nobody sleeps here"

Major Lena Costa commands a battalion of the Ukrainian army. Harbour Review met her on Tuesday.

How is your sector?
We hold 60% of the Donetsk region there. The rest is Russia's.

The ministry in Moscow speaks of 12 villages taken in your sector.
Nobody has seen them. Russia captured Dorvan, and nothing else.

And the losses?
I lost 14 men. They lost 40 tanks.

What comes next?
Velmora was captured by our army in February.
"""
BY_MARKS = """\
Harbour Review talked to Jan Weld, a deputy from Kesh, on 9 March 2026.

**How much is lost?**

Russia holds 40% of the Kherson region, I know.

**Moscow says it took 12 villages.**

We count 5 villages.

**Is that all?**

My own town has lost 300 people.

**Will it end?**

I don't know.
"""
EXPLAINER = """\
The war in Kesh has gone on for a year. Ministers met on Tuesday.

How much is held?

Russia holds 40% of the Kherson region.

Who fights there?

Russia has lost 40 tanks, and Ukraine 12.

What comes next?

Nobody can tell.
"""


@pytest.mark.parametrize(
    ("text", "words", "source", "mode"),
    [
        (IN_BLOCKS, "60%", "Lena Costa", "direct"),
        (IN_BLOCKS, "40 tanks", "Lena Costa", "direct"),
        (IN_BLOCKS, "12 villages", "ministry in Moscow", "indirect"),
        (IN_BLOCKS, "Dorvan", "Lena Costa", "direct"),
        (BY_MARKS, "40%", "Jan Weld", "direct"),
        (BY_MARKS, "5 villages", "Jan Weld", "direct"),
        (BY_MARKS, "300 people", "Jan Weld", "direct"),
        (EXPLAINER, "40%", "the report", "narrator"),
        (EXPLAINER, "40 tanks", "the report", "narrator"),
    ],
)
def test_an_answer_is_the_guests_own(claim_of, text, words, source, mode):
    link = claim_of(text, words).attribution
    assert (link.source, link.mode) == (source, mode)


def test_the_introduction_says_to_whom_and_when(claim_of):
    link = claim_of(IN_BLOCKS, "60%").attribution
    assert (link.medium, link.said and link.said.edtf) == ("Harbour Review", "2026-03-10")


def test_an_answer_in_hard_lines_is_parted_from_a_long_question(claims_of):
    told = {c.attribution.source for c in claims_of(IN_BLOCKS) if "Dorvan" in c.text}
    assert told == {"Lena Costa"}
