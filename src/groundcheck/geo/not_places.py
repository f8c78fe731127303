"""Names of places that are something else here: an army, a newspaper, a person."""

from __future__ import annotations

from groundcheck.geo import gazetteer
from groundcheck.geo.cues import BODIES, LEADS, OFFICES, TITLES, TOWN_AFTER, UNITS
from groundcheck.geo.names import Hit
from groundcheck.geo.words import Words

# After a region's name these are no part of a longer one: "Gaza City", "Kursk Oblast".
_NO_NAMES = OFFICES | TOWN_AFTER | UNITS


def body(words: Words, hit: Hit, end: int | None = None) -> bool:
    """Whether the name is the first part of an organisation's or a treaty's ("Arakan Army")."""
    i = hit.end if end is None else end
    follows = words.joined(i - 1) and words.gap(i - 1).strip() == "" and words.capital(i)
    if not follows or _shouting(words, i):
        return False
    if words.key(i) == "people" and words.key(i + 1) == "s":
        return words.key(i + 2) in BODIES or words.key(i + 2) == "defence"
    if words.key(i) == "army":
        # "Arakan Army" is a body of its own, "Ukraine Army" in a headline is the country's.
        return not any(sense.reading == "country" for sense in hit.senses)
    return words.key(i) in BODIES


def person(words: Words, hit: Hit) -> bool:
    """Whether the name is a person's: after a title, or a first or last name ("Michael Jordan")."""
    before = hit.start - 1
    titled = words.key(before) in TITLES and words.capital(before)
    if titled and words.gap(before) in {" ", ". ", "."}:
        return True
    if not any(sense.person for sense in hit.senses):
        return False
    after = hit.end
    if words.gap(after - 1) == " " and words.capital(after) and not _shouting(words, after):
        return words.key(after) not in OFFICES
    begins = words.gap(before - 1)
    if before <= 0 or "\n" in begins or begins.strip() in {".", "!", "?"}:
        return False
    return words.gap(before) == " " and words.capital(before) and words.key(before) not in LEADS


def within_town(words: Words, hit: Hit) -> bool:
    """Whether a region's name is one part of a town's ("Tal Afar", "Adan Yabaal")."""
    if hit.reads("country", "demonym", "seat"):
        return False
    before, after = hit.start - 1, hit.end
    ends = _goes_on(words, before, before) and words.key(before) not in LEADS
    begins = _goes_on(words, after, after - 1) and words.key(after) not in _NO_NAMES
    return (ends and _is_a_town(words.between(before, hit.end))) or (
        begins and _is_a_town(words.between(hit.start, after + 1))
    )


def _goes_on(words: Words, i: int, gap: int) -> bool:
    """Whether word ``i`` is a capitalised one beside the name."""
    return (
        words.joined(gap) and words.gap(gap) == " " and words.capital(i) and not _shouting(words, i)
    )


def _is_a_town(name: str) -> bool:
    return bool(gazetteer.named(name).exact)


def _shouting(words: Words, i: int) -> bool:
    """Whether word ``i`` is all in capitals, so that its first one says nothing."""
    word = words.between(i, i + 1)
    return len(word) > 3 and word.isupper()
