"""Who says so, as schema.org has it: never more about somebody than the report shows."""

from __future__ import annotations

from typing import Any

from groundcheck.model import THE_REPORT, Appearance, Claim
from groundcheck.publish.words import UNSURE, who
from groundcheck.readers.actor_names import known_actors
from groundcheck.text.names import find_names

_MODES = {
    "direct": "In the source's own words, as the report quotes them.",
    "mixed": "Partly in the source's own words, as the report quotes them.",
    "indirect": "In the words of the report, which passes on what the source says.",
    "narrator": "In the report's own voice.",
}
_CERTAINTIES = {
    "hedged": "Said with reserve.",
    "forecast": "Said of what is to come.",
    "demanded": "Said as a demand.",
    "denied": "The source denies it.",
}


def author(claim: Claim, appeared: Appearance) -> dict[str, Any] | None:
    """The claimant: a person, a body, or somebody with a name who may be either.

    What a report says in its own voice is its publisher's. ``None`` where that is not known, and
    where it is more than likely that the source was misread, so that nobody is credited with
    words of somebody else.
    """
    said = claim.attribution
    if claim.confidence is not None and claim.confidence.source < UNSURE:
        return None
    if said.source == THE_REPORT:
        return organization(appeared.publisher) if appeared.publisher else None
    kind = _kind(said.source, said.source_text)
    return ({"@type": kind} if kind else {}) | {"name": said.source}


def organization(name: str) -> dict[str, Any]:
    """A body with nothing known of it but its name."""
    return {"@type": "Organization", "name": name}


def credit(claim: Claim) -> str | None:
    """The whole chain in words: "A, in P, said 2025-02-20, via B"; ``None`` as for ``author``."""
    if claim.confidence is not None and claim.confidence.source < UNSURE:
        return None
    return who(claim.attribution)


def manner(claim: Claim) -> str:
    """Whose words they are and how surely they were said, in one or two sentences."""
    parts = (_MODES[claim.attribution.mode], _CERTAINTIES.get(claim.certainty, ""))
    return " ".join(filter(None, parts))


def _kind(source: str, words: str) -> str | None:
    """ "Person" for one with a title, "Organization" for a known party or a name of a body."""
    if source.lower() in known_actors():
        return "Organization"
    for text in (source, words):
        kinds = {name.kind for name in find_names(text)}
        if kinds == {"person"}:
            return "Person"
        if kinds == {"body"}:
            return "Organization"
    return None
