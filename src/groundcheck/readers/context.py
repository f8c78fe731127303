"""What a report is speaking of at each point: the last places, actors and units named.

A clause that says "the region", "it", "another 40" is understood from here. The context only
ever looks back, as a reader does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from groundcheck.geo.regions import capital
from groundcheck.geo.regions import place as known_place
from groundcheck.model import Candidate, Kind, Place, Quantity, Span
from groundcheck.readers.actor_names import ActorMention, country_name
from groundcheck.readers.document import Document

_REGION = re.compile(
    r"\b(?:the|this|that|your|our|their|its|each)\s+(?:\w+\s+)?(?:region|oblast|province|governorate|state|republic|district)s?\b",
    re.IGNORECASE,
)
_COUNTRY = re.compile(
    r"\b(?:the|this|our|their|its|his)\s+(?:country|nation)\b|"
    r"\b(?:our|their|its|his)\s+(?:territory(?!\s+(?-i:[A-Z]|it\b|they\b|he\b|that\b|which\b))|land)\b",
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"\b(?:the|this|that|his|her|their)\s+(?:\w+\s+)?(?:town|city|village|settlement|base|port|airport|palace|compound|capital|outskirts|suburbs|cent(?:re|er)|station|"
    r"industrial\s+(?:district|zone|area))\b",
    re.IGNORECASE,
)
_CITY = re.compile(r"\bthe\s+city\b", re.IGNORECASE)
_CAPITAL = re.compile(r"\bthe\s+(?:country's\s+)?capital\b(?!\s+of\b)", re.IGNORECASE)
_IT = re.compile(
    r"\b(?:of\s+(?:it|them)|it|both|the\s+(?:two|three|four|five|six)(?:\s+(?:regions|oblasts|provinces))?)\b",
    re.IGNORECASE,
)
# "It" is no row of towns.
_THEM = re.compile(
    r"\b(?:of\s+them|both|the\s+(?:two|three|four|five|six)(?:\s+(?:regions|oblasts|provinces))?)\b",
    re.IGNORECASE,
)
_THERE = re.compile(r"\bthere\b(?!\s+(?:is|are|was|were|has|have|can|will)\b)", re.IGNORECASE)
_MANY = re.compile(r"\bthe\s+(?P<many>two|three|four|five|six)\b", re.IGNORECASE)
_NOUN = re.compile(r"\bthe\s+([a-z]{4,})\b")
# "There are no soldiers in A" speaks of A, "the soldiers in A withdrew" does not.
_ORIGIN = re.compile(
    r"(?<!\bno\s)(?<!\bany\s)(?<!\bare\s)(?<!\bhas\s)(?<!\bhave\s)(?<!\bkeeps\s)(?<!\bkept\s)(?<!\barmed\s)\b(?:men|fighters|troops|forces|soldiers|militia\w*|refugees|people|residents|officials|analysts|men)\s+(?:from|in)\s+$|"
    r"\b(?:rebels?|militias?|fighters|forces|army|armies|government|authorities|president|ministry|minister|parliament|leaders?|movement|people)\s+of\s+$|"
    r"\bbased\s+in\s+$|\bsupported\s+by\s+$|(?<!\balong\s)(?<!\btogether\s)\bwith\s+$|\bflag\s+of\s+$",
    re.IGNORECASE,
)
# "Withdrew its troops from A", "drove the fighters from A" speak of A.
_TAKEN_FROM = re.compile(
    r"\b(?:withdr\w+|pull\w*|evacuat\w+|remov\w+|expel\w*|dr[io]ve\w*|driving|oust\w*|clear\w*|forc(?:ed|ing)|chas\w+|"
    r"dislodg\w+)\s+(?:[\w'-]+\s+){1,4}from\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "The gains of the rebels in A".
_GAINS_IN = re.compile(
    r"\b(?:gains?|advances?|conquests|losses)\s+(?:of|by)\s+(?:[\w'-]+\s+){1,4}in\s+$",
    re.IGNORECASE,
)
_FAR = 64
_PART_OF = re.compile(
    r"\b(?:is|are|be|now|legally|formally|officially|integral|inalienable|becom\w+|became|regions?|"
    r"a|recogni[sz]ed)\s+(?:part|territory)\s+of\s+$|\bwithin\s+$|\breturned\s+to\s+$",
    re.IGNORECASE,
)
# "Rwanda-backed rebels", "the Jaffa-based group" are of no place.
_JOINED_TO = re.compile(
    r"-(?:backed|led|based|born|allied|aligned|affiliated|supported|linked|trained|armed|owned|brokered|mediated|funded)\b"
)
_FRONTED = re.compile(r"(?:^|[.;:(\n]\s*|,\s+)[Ii]n\s+(?:the\s+)?$")
_FRONT_ENDS = re.compile(r"(?:\s+(?:region|province|state|governorate|oblast|district))?,\s")
_OFTEN = 0.3
_COUNT = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


@dataclass(slots=True)
class Context:
    """Mutable while a report is read from top to bottom; starts with the report's country.

    ``grounded`` says that the report places something in that country, and does not only have
    it act. ``roaming`` is for a report on several countries: each speaks of the one named last.
    ``asked`` says that the sentence before was a question. ``topic`` is the town or region that
    the whole report is about, if it is about one; ``here`` what this paragraph speaks of.
    """

    country: Place | None = None
    roaming: bool = False
    grounded: bool = True
    topic: Place | None = None
    here: tuple[Place, ...] = ()
    region: Place | None = None
    town: Place | None = None
    last: tuple[Place, ...] = ()
    measured: tuple[Place, ...] = ()
    paragraph: int = 0
    spots: tuple[Place, ...] = ()
    regions: tuple[Place, ...] = ()
    actor: str | None = None
    prior: str | None = None
    asked: bool = False
    in_stretch: tuple[Place, ...] = ()
    kinds: dict[str, Kind] = field(default_factory=dict)
    often: Counter[str] = field(default_factory=Counter)

    def saw(self, places: Sequence[Place]) -> None:
        """Remember the places that a clause names."""
        for place in places:
            if place.kind == "town":
                self.town = place
                self.spots = (*self.spots[-20:], place)
                if place.id.startswith("geonames:"):
                    self.often[place.id] += 1
            elif place.kind == "region":
                self.region = place
            elif place.kind == "country" and self.roaming:
                self.country = place
        if places:
            self.last = self.here = tuple(places)
        regions = tuple(p for p in places if p.kind in ("region", "area"))
        known = {p.id for p in regions}
        if regions:
            self.regions = tuple(p for p in self.regions if p.id not in known)[-5:] + regions

    def note(
        self,
        kind: Kind,
        actor: str | None,
        places: Sequence[Place],
        figures: Sequence[Quantity],
    ) -> None:
        """Remember what a claim was about, for the clauses after it."""
        self.saw([p for p in places if p.span])
        if figures:
            self.kinds[figures[0].unit] = kind
        if figures and places and kind in ("control", "change", "share"):
            self.measured = tuple(places)
        self.actor, self.prior = actor or self.actor, actor
        self.in_stretch = tuple(places)

    def meant(self, words: str) -> tuple[Place, ...]:
        """The places that words such as "the region" or "there" point back to."""
        count = self.counted(words)
        if count:
            return unsaid(self.regions[-count:])
        spot = self._spot(words) or (self._city() if _CITY.search(words) else None)
        spot = spot or (self._capital() if _CAPITAL.search(words) else None)
        if spot:
            return unsaid((spot,))
        for pattern, place in (
            (_REGION, self.region),
            (_COUNTRY, self.country),
            (_TOWN, self.town),
        ):
            if place and pattern.search(words):
                return unsaid((place,))
        several = len(self.last) > 1
        if self.last and (_THERE.search(words) or (_THEM if several else _IT).search(words)):
            return unsaid(self.last)
        return ()

    def points(self, words: str) -> bool:
        """Whether the words point back to a place that was not named."""
        return bool(_REGION.search(words) or _TOWN.search(words))

    def counted(self, words: str) -> int:
        """How many of the regions named before "the four regions" takes up, else 0."""
        many = _MANY.search(words)
        count = _COUNT[many["many"].lower()] if many else 0
        return count if count and len(self.regions) >= count else 0

    def _spot(self, words: str) -> Place | None:
        """ "The palace" is the place named last whose name ends in that word."""
        nouns = {m[1].lower() for m in _NOUN.finditer(words)}
        return next((p for p in reversed(self.spots) if p.name.split()[-1].lower() in nouns), None)

    def _city(self) -> Place | None:
        """ "The city" is the town spoken of most so far, rather than a village beside it."""
        known = {p.id: p for p in reversed(self.spots) if p.id in self.often}
        return max(known.values(), key=lambda p: self.often[p.id], default=None)

    def _capital(self) -> Place | None:
        """ "The capital" is the country's, the one of a region is "the regional capital"."""
        seat = capital(self.country.id) if self.country else ""
        named = next((p for p in reversed(self.spots) if p.name == seat), None)
        return named or (Place(None, "", f"name:{seat}", seat, "town") if seat else None)

    def measured_place(self) -> tuple[Place, ...]:
        """What shares and areas without a place are of: the same as before, else the country."""
        if self.measured:
            return unsaid(self.measured)
        ground = tuple(p for p in self.here if p.kind != "town")
        if not ground and self.topic and self.topic.kind == "region":
            ground = (self.topic,)
        return unsaid(ground) or ((self.country,) if self.country else ())

    def around(self) -> tuple[Place, ...]:
        """Where something without a place took place: where the paragraph is, else the topic."""
        return unsaid(self.here or ((self.topic,) if self.topic else ()))

    def enter(self, paragraph: int) -> None:
        """Begin another paragraph: what was measured in the last one is not carried on."""
        if paragraph != self.paragraph:
            self.paragraph, self.measured, self.here = paragraph, (), ()


def as_regions(places: Sequence[Place]) -> tuple[Place, ...]:
    """The regions that bear the names of towns: a share of "Kherson" is of the region.

    The town stays among the candidates. A town that was called one keeps being one.
    """
    return tuple(_as_region(p) if p.kind == "town" else p for p in places)


def _as_region(town: Place) -> Place:
    region = next((c for c in town.candidates if re.fullmatch(r"[A-Z]{2}-\w+", c.id)), None)
    if region is None or re.search(r"\b(?:city|town)\b", town.text, re.IGNORECASE):
        return town
    others = tuple(c for c in town.candidates if c is not region)
    rejected = Candidate(town.id, town.name, "a share or an area is of a region rather than a town")
    return replace(
        town, id=region.id, name=region.name, kind="region", candidates=(rejected, *others)
    )


def is_grounded(doc: Document) -> bool:
    """Whether a report names ground anywhere, rather than only states that act."""
    return any(p.kind != "country" or (p.span and _located(doc.plain, p.span)) for p in doc.places)


def topic_of(places: Sequence[Place]) -> Place | None:
    """The town or region that a report begins with and comes back to more than to all others."""
    named = [p for p in places if p.kind != "country" and p.span]
    often = Counter(p.id for p in named)
    first = next((p for p in named if often[p.id] >= _OFTEN * len(named)), None)
    return first if first and often[first.id] > 1 and first in named[:3] else None


def country_place(code: str) -> Place | None:
    """The country as a place that is not named in the words."""
    return (
        Place(None, "", code, country_name(code), "country") if code and known_place(code) else None
    )


def unsaid(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places as ones that follow from the context and are not named in the words."""
    return tuple(replace(p, span=None) for p in places)


def merged_places(places: Sequence[Place], towns: Sequence[Place]) -> tuple[Place, ...]:
    """Regions, countries and towns in one list, in the order of the text.

    A region whose name only is part of a town's name ("Western Tigray") is left out.
    """
    longer = {at for t in towns if t.span for at in range(t.span.start, t.span.end)}
    kept = [p for p in places if p.span is None or p.span.start not in longer]
    return tuple(sorted([*kept, *towns], key=lambda p: p.span.start if p.span else 0))


def spoken_of(
    text: str, places: Sequence[Place], actors: Sequence[ActorMention]
) -> tuple[Place, ...]:
    """The places a clause is about: without what only contains them or owns the actor.

    "Bara, in North Kordofan" is Bara; "Ukraine's Donetsk region" is Donetsk; "Russia" in
    "Russia took X" is the actor and no place.
    """
    doing = {a.span.start: a.span.end for a in actors}
    kept: list[Place] = []
    for i, place in enumerate(places):
        if place.span is None:
            continue
        acts = doing.get(place.span.start)
        if acts is not None and (acts > place.span.end or not _located(text, place.span)):
            continue
        after = text[place.span.end : place.span.end + 2]
        if after == "'s" and (len(places) > i + 1 or place.kind == "country"):
            continue
        if _is_origin(text, place) or _JOINED_TO.match(text, place.span.end):
            continue
        if kept and kept[-1].span and contains(text, kept[-1], place):
            continue
        kept.append(place)
    return tuple(kept[1:] if len(kept) > 1 and _is_frame(text, kept[0], kept[1]) else kept)


def _is_frame(text: str, first: Place, second: Place) -> bool:
    """ "In Shabwah, Usaylan was retaken": the region in front only says where."""
    if first.span is None or first.kind == "town" or second.kind != "town":
        return False
    lead = text[max(0, first.span.start - 12) : first.span.start]
    return bool(_FRONTED.search(lead) and _FRONT_ENDS.match(text, first.span.end))


def _is_origin(text: str, place: Place) -> bool:
    """ "Fighters from A cleared B", "part of Russia": A and Russia are not what is spoken of."""
    if place.span is None:
        return False
    before = text[max(0, place.span.start - 24) : place.span.start]
    if _ORIGIN.search(before):
        far = max(0, place.span.start - _FAR)
        return not any(of.search(text, far, place.span.start) for of in (_TAKEN_FROM, _GAINS_IN))
    return _PART_OF.search(before) is not None


def _located(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 12) : span.start]
    return (
        bool(
            re.search(
                r"\b(?:in|of|into|from|across|inside|to|for|cent|%|invaded|left)\s+(?:the\s+)?$",
                before,
            )
        )
        and text[span.end : span.end + 2] != "'s"
    )


def contains(text: str, inner: Place, outer: Place) -> bool:
    """Whether ``outer`` only says where ``inner`` lies."""
    if inner.span is None or outer.span is None or outer.kind not in ("region", "country", "area"):
        return False
    between = text[inner.span.end : outer.span.start]
    if inner.kind == "town" and re.fullmatch(
        r"\s*[,(]?\s*(?:in|of|the\s+(?:\w+\s+)?capital\s+of)?\s*(?:the\s+)?(?:(?!and\b|or\b)\w+\s+)?(?:region\s+of\s+|province\s+of\s+|state\s+of\s+)?",
        between,
    ):
        return True
    return (
        inner.kind == "region"
        and outer.kind == "country"
        and re.fullmatch(r"\s*,?\s*(?:in|of)?\s*", between) is not None
    )
