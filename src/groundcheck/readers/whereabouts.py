"""The places of a clause: named in it, pointed back to, named beside it, or spoken of before."""

from __future__ import annotations

import re

from groundcheck.model import Kind, Place, Quantity, Span
from groundcheck.readers.chunks import Chunk
from groundcheck.readers.classify import AREAS
from groundcheck.readers.context import as_regions, country_place, unsaid
from groundcheck.readers.document import starting_within
from groundcheck.readers.voices import Zone
from groundcheck.readers.walk import Walk

# People whom the fighting hit are of the country spoken of; a party's own losses of no place.
_TOLL = re.compile(
    r"\b(?:displaced|fled|homes?|uprooted|civilians?|cholera|refugees|children|died|dead|deaths|perished|lives|hunger|famine)\b",
    re.IGNORECASE,
)
_FIGHTERS = re.compile(
    r"\b(?:soldiers?|servicem[ae]n|fighters?|troops|m[ae]n|militants?|insurgents?|rebels?|terrorists?|"
    r"mercenar\w+|comrades|martyrs?|assailants|gunmen|prisoners?|casualties|losses|lost|captives?)\b",
    re.IGNORECASE,
)
_ARMS = re.compile(
    r"(?:tank|vehicle|armou?red\b.*|howitzer|gun|mortar|drone|uav|missile|rocket|launcher|helicopter|"
    r"aircraft|plane|jet|warplane|ship|boat|rifle|weapon|piece|radar|battery|pickup|truck|apc|ifv|"
    r"system|depot|round|shell|munition|grenade|mine|view|clip|base|battalion|brigade|division)",
    re.IGNORECASE,
)

# "The city, a hub in the north of the region, was taken" is of the city.
_THE_TOWN = re.compile(r"\W*the\s+(?:city|town|village)\b(?!\s+of\b)", re.IGNORECASE)
_LAND = re.compile(
    r"\s+(?:(?:border|eastern|western|northern|southern|sovereign)\s+)?(?:territor(?:y|ies)|lands?|soil|airspace|farmland|ground|"
    r"villages?|towns?|settlements?|cities|localities|communities)\b"
)
# Raids from the air go over a whole country where no town is named.
_FROM_AFAR = re.compile(
    r"\b(?:launched|fired|carried\s+out|conducted|downed|intercepted|shot\s+down|jammed|recorded|logged|documented)\b.*\b"
    r"(?:drones?|missiles?|strikes|airstrikes|air\s+strikes|air\s+raids|attacks|incidents|violations)\b|"
    r"\b(?:drones?|missiles?)\b.*\b(?:launched|fired|downed|intercepted|shot\s+down|jammed)\b",
    re.IGNORECASE,
)
_DOWNED = re.compile(r"\b(?:downed|intercepted|shot\s+down|jammed)\b", re.IGNORECASE)
_MANY = 100_000

WAR = re.compile(
    r"\b(?:war|truce|cease-?fire|state\s+of\s+(?:emergency|siege)|martial\s+law|conscription|armed\s+conflict|invasion|invaded|uprising|coup|interven\w+|seized\s+power|broke\s+out|elections?)\b",
    re.IGNORECASE,
)


def places_of(
    walk: Walk, zone: Zone, chunk: Chunk, kind: Kind, figures: tuple[Quantity, ...]
) -> tuple[Place, ...]:
    """The places that one clause speaks of; () where it names none and none follows.

    Only places that the words name have a span; "the region", "there", "of it" and a share
    without any place are filled from what was read before.
    """
    words = walk.words(chunk.span)
    pointed = walk.context.meant(words)
    named = named_in(walk, chunk, kind, figures)
    if pointed and _THE_TOWN.match(words) and all(p.kind != "town" for p in named):
        return pointed
    if named and not (kind == "status" and walk.context.counted(words)):
        return named
    if not pointed:
        land = _land_of(walk, chunk)
        if land:
            return land
    found = pointed or _beside(walk, zone, chunk, kind)
    if not found and not walk.context.points(words):
        found = _carried(walk, chunk, kind, figures)
    return found


def named_in(
    walk: Walk, chunk: Chunk, kind: Kind, figures: tuple[Quantity, ...]
) -> tuple[Place, ...]:
    """The places that the clause itself names."""
    named = walk.spoken_of(chunk.span)
    measured = figures and figures[0].unit in ("percent", *AREAS)
    return as_regions(named) if measured and kind in ("control", "change") else named


def _land_of(walk: Walk, chunk: Chunk) -> tuple[Place, ...]:
    """ "464 km² of Ukrainian land", "three Armenian villages": the country whose they are."""
    for state in starting_within(walk.doc.states, chunk.span):
        if state.how == "demonym" and _LAND.match(walk.doc.plain, state.span.end):
            country = country_place(state.country)
            return (country,) if country else ()
    return ()


def in_order(walk: Walk, zone: Zone) -> tuple[Place, ...]:
    """All places that a stretch speaks of, for "A and B respectively"."""
    return as_regions(walk.spoken_of(zone.span))


def still_there(walk: Walk, kind: Kind, figures: tuple[Quantity, ...]) -> tuple[Place, ...]:
    """Where "they entered on the 26th" goes on; it is no reason to take the words for a claim."""
    goes_on = not figures and kind in ("capture", "control", "event")
    return walk.context.around() if goes_on else ()


def of_the_war(walk: Walk, span: Span) -> tuple[Place, ...]:
    """The country, where an event of it as a whole is told: a war, a truce, a coup."""
    country = walk.context.country
    return (country,) if country and WAR.search(walk.words(span)) else ()


def of_the_sentence(walk: Walk) -> tuple[Place, ...]:
    """The places of the claim before in the stretch, for a clause that goes on from it."""
    return unsaid(walk.context.in_stretch)


def _beside(walk: Walk, zone: Zone, chunk: Chunk, kind: Kind) -> tuple[Place, ...]:
    """What the stretch names beside a figure: "in A … 70%", "30 and 95 km² of B"."""
    if not chunk.figures or kind not in ("control", "change"):
        return ()
    for stretch in (Span(zone.span.start, chunk.span.start), Span(chunk.span.end, zone.span.end)):
        found = as_regions(walk.spoken_of(stretch))
        regions = tuple(p for p in found if p.kind in ("region", "area"))
        if regions:
            return unsaid(regions)
    return ()


def _carried(
    walk: Walk, chunk: Chunk, kind: Kind, figures: tuple[Quantity, ...]
) -> tuple[Place, ...]:
    """Shares and areas without a place are of what was measured before, or of the country."""
    words = walk.words(chunk.span)
    of_ground = kind in ("control", "change")
    country = (walk.context.country,) if walk.context.country else ()
    if kind == "event" and WAR.search(words):
        return country
    if figures and kind == "count":
        toll = figures[0].unit == "people" and _TOLL.search(words)
        if toll and _is_of_a_country(walk, figures[0]):
            return country
        if _FROM_AFAR.search(words) and walk.context.grounded:
            return country if _is_target(walk, chunk) else ()
        return (
            ()
            if _is_loss(figures[0], words)
            else walk.context.around() or (country if toll else ())
        )
    if figures and (of_ground or (kind == "share" and figures[0].unit == "percent")):
        return walk.context.measured_place()
    return ()


def _is_target(walk: Walk, chunk: Chunk) -> bool:
    """Whether raids can be on the country: it did not fly them, nor did another bring them down."""
    country = walk.context.country
    doing = {state.country for state in starting_within(walk.doc.states, chunk.span)}
    at_home = country is not None and country.id in doing
    return not doing or at_home == bool(_DOWNED.search(walk.words(chunk.span)))


def _is_of_a_country(walk: Walk, figure: Quantity) -> bool:
    """Whether so many people are more than the towns that were spoken of last could mean."""
    here = walk.context.here
    number = figure.value[0] if isinstance(figure.value, tuple) else figure.value
    return number >= _MANY and bool(here) and all(p.kind == "town" for p in here)


def _is_loss(figure: Quantity, words: str) -> bool:
    """Whether what is counted is what a party has lost, taken or sent: that is of no place."""
    return (
        bool(_FIGHTERS.search(words))
        if figure.unit == "people"
        else bool(_ARMS.fullmatch(figure.unit))
    )
