from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.text.copies import LEAST, fingerprint, share

WIRE = """date 2031-05-08

Borland's army has taken the town of Varn, the defence ministry in Port Aldo said on Thursday.

The ministry said that its forces now held about 62% of the Northmark region, up from 58% in March.
"Our soldiers fought for the town for eleven days," its spokesman, Colonel Ivo Brandt, told
reporters at the daily briefing.

Arvania's general staff denied that the town had fallen. It said its 14th Brigade was still in the
western districts, and that two bridges over the river Sel had been blown up to slow the advance.

Neither account could be checked by independent observers, who have not been let into the area
since the winter.

Varn had a population of some 31,000 before the fighting, most of whom have left. The road that
runs through it is the last paved one between the port and the coal fields in the north, and whoever
holds the crossing can shell the railway from both sides.

The war is in its third year. Talks in a neutral capital broke off last month after the two sides
could not agree on who would watch over a truce, diplomats said.
"""

_BODY = WIRE.partition("\n\n")[2]
_PARAGRAPHS = _BODY.split("\n\n")
THIRD = "\n\n".join(_PARAGRAPHS[:2])
LEAD = (
    "The battle for the last road to the coal fields seems to near its end, after a week in which "
    "neither of the two armies said much about where its soldiers stood.\n\n"
)

COPIES = {
    "with another day": WIRE.replace("2031-05-08", "2031-05-09"),
    "retitled": "Port Aldo says key town is in its hands\n\n" + _BODY,
    "shortened to a third": THIRD,
    "with a lead of its own": LEAD + _BODY,
    "shortened, with a lead of its own": LEAD + "\n\n".join(_PARAGRAPHS[:4]),
    "with an altered figure": WIRE.replace("62%", "over 65%"),
    "as one line": " ".join(WIRE.split()),
    "in capitals": WIRE.upper(),
    "in other marks": WIRE.replace('"', "”").replace("'", "’").replace("-", "–"),
    "with a correction": _BODY + "\n\nAn earlier version gave the wrong rank of the spokesman.",
    "in another spelling": WIRE.replace("defence", "defense").replace("%", " per cent"),
    "without a paragraph": "\n\n".join(_PARAGRAPHS[:3] + _PARAGRAPHS[4:]),
}

OTHER_WORDS = """Colonel Ivo Brandt told the daily briefing in Port Aldo that Varn was now in the
hands of his army, eleven days after the first soldiers had reached its outskirts.

Officials in Arvania called that a lie. The 14th Brigade holds the west of the town, they said,
and engineers have destroyed both of the bridges there.

By the colonel's count 62% of Northmark is controlled by Borland, four points more than in March.
Before the war about 31,000 people lived in Varn.
"""


def bulletin(day, clashes, strikes, bombs, drones, towns):
    return f"""The general staff of Arvania's armed forces said at 8 a.m. on {day} May that
{clashes} clashes had taken place at the front over the past day.

The enemy carried out {strikes} air strikes, dropped {bombs} guided bombs, and used {drones} drones
to strike the positions of our troops and populated areas.

On the northern axis our defenders stopped {towns} assaults near Varn and Oster. On the eastern axis
the invaders tried {clashes - 9} times to advance in the areas of Selby, Lower Marl and Kest.

On the coastal axis no signs of the formation of offensive groups of the enemy were found.

Our soldiers continue to inflict losses in manpower and equipment along the whole front."""


UNRELATED = {
    "the event in other words": (WIRE, OTHER_WORDS),
    "two days' bulletins": (bulletin(7, 142, 85, 122, 610, 4), bulletin(8, 97, 61, 74, 433, 7)),
    "two days' short bulletins": tuple(
        "\n\n".join(
            [
                f"The general staff said on 8 May that its forces took {km} square kilometres "
                f"({miles} square miles) of Northmark over the past day.",
                f"Aviation carried out {strikes} strikes, and artillery fired {shots} times.",
                "Further details will be given at the evening briefing.",
                "Units continue to carry out their tasks and to improve their positions.",
                "The bulletin is issued every morning and covers the day before it.",
                "The situation along the coast has seen no significant changes.",
            ]
        )
        for km, miles, strikes, shots in ((97, 37, 64, 1906), (265, 102, 81, 3144))
    ),
    "one entry and a digest of many": (
        _PARAGRAPHS[0],
        "\n\n".join([*_PARAGRAPHS, OTHER_WORDS, LEAD, bulletin(8, 97, 61, 74, 433, 7)]),
    ),
    "a stock phrase": (
        "Two villages changed hands near the river Sel this week, a governor said.\n\n"
        + _PARAGRAPHS[3],
        "The ministry of finance put the cost of repairs to the port at five million.\n\n"
        + _PARAGRAPHS[3],
    ),
    "one sentence with another figure": (
        "Borland holds 62% of the Northmark region.",
        "Borland holds 68% of the Northmark region.",
    ),
    "nothing at all": ("", ""),
    "marks alone": ("…", "!"),
    "a text and nothing": (WIRE, ""),
}


def alike(one, other):
    return share(one, other) >= LEAST


@pytest.mark.parametrize("text", COPIES.values(), ids=COPIES)
def test_copies_are_found_and_told(text):
    assert alike(WIRE, text)
    assert set(fingerprint(WIRE)) & set(fingerprint(text))


@pytest.mark.parametrize(("one", "other"), UNRELATED.values(), ids=UNRELATED)
def test_others_are_no_copies(one, other):
    assert not alike(one, other)


@pytest.mark.parametrize("text", ["Varn has fallen", "x", "Borland holds 62% of Northmark."])
def test_very_short_texts_are_copies_of_themselves_alone(text):
    assert share(text, text.upper()) == 1.0
    assert fingerprint(text) == fingerprint(text.upper())
    assert not alike(text, text + " Or so it was said in the village of Oster on Monday morning.")


def test_copies_of_one_text_are_copies_of_each_other():
    assert alike(COPIES["retitled"], COPIES["in another spelling"])
    assert alike(COPIES["with a lead of its own"], COPIES["with an altered figure"])


def test_a_bulletin_with_an_altered_figure_is_a_copy():
    told = bulletin(7, 142, 85, 122, 610, 4)
    assert alike(told, told.replace("610", "601"))


def test_copies_cut_anywhere_share_a_fingerprint():
    sentences = [
        f"On day {n} the {n}th column moved {n * 3} km along the road to village number {n * 7}."
        for n in range(40)
    ]
    whole = set(fingerprint(" ".join(sentences)))
    shared = [
        bool(whole & set(fingerprint(" ".join(sentences[start : start + 14]))))
        for start in range(26)
    ]
    assert all(shared[:8])  # with a lead of up to eight sentences
    assert sum(shared) >= 0.9 * len(shared)


# What stands in ledgers that were written before must be found again: these never change.
FIXED = (3230368161459302558, 5861640048008303120, 7200029075467387018)


def test_fingerprints_are_the_same_everywhere_and_always():
    text = "Borland's army has taken the town of Varn, the defence ministry said on Thursday."
    assert fingerprint(text) == FIXED
    code = f"from groundcheck.text.copies import fingerprint; print(fingerprint({text!r}))"
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "7"},
    )
    assert told.stdout.strip() == str(FIXED)


@settings(max_examples=50)
@given(st.text(max_size=300), st.text(max_size=300))
def test_shares(one, other):
    assert share(one, other) == share(other, one)
    assert 0.0 <= share(one, other) <= 1.0
    assert share(one, one) in (0.0, 1.0)
    assert all(-(2**63) <= number < 2**63 for number in fingerprint(one))
    assert list(fingerprint(one)) == sorted(set(fingerprint(one)))
