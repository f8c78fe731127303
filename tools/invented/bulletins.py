"""Daily bulletins: much that is said every day, and the day's figures."""

from __future__ import annotations

from datetime import date
from random import Random

from invented import filler
from invented.composing import Draft, Paragraph
from invented.plans import Plan, faithful, wording

_DAILY = (
    "Over the past day, {clashes} combat engagements took place along the whole line of contact.",
    "Aviation carried out {strikes} strikes, and artillery fired {shots} times.",
    "Air defense crews shot down {drones} drones of various types.",
    "The situation along the coast has seen no significant changes.",
    "Units continue to carry out their tasks and to improve their positions.",
    "Engineers cleared mines from roads and fields, and signal troops kept communications running.",
    "The bulletin is issued every morning and covers the twenty-four hours before it.",
    "Further details will be given at the evening briefing.",
)


def bulletin(seed: str, plan: Plan, day: date, words: int) -> Draft:
    """The bulletin of one day: the story's own phrases, the day's figures, and little else."""
    story = seed.rsplit("/", 1)[0]
    rng = Random(seed)
    frame = Random(f"{story}/frame")
    chosen = frame.sample(_DAILY, 5)
    figures = {
        "clashes": rng.randint(40, 190),
        "strikes": rng.randint(20, 120),
        "shots": f"{rng.randint(900, 4800):,}",
        "drones": rng.randint(15, 130),
    }
    told = wording(f"{story}/wording", faithful(plan), day)
    paragraphs = [Paragraph(told, (faithful(plan).carried,))]
    paragraphs += [Paragraph(one.format(**figures)) for one in chosen]
    left = words - sum(len(one.text.split()) for one in paragraphs)
    if left > 8:
        paragraphs.append(Paragraph(filler.paragraph(rng, min(left, 400))))
    return Draft(f"Daily bulletin, {day:%B} {day.day}", tuple(paragraphs))
