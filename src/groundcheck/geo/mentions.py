"""Countries, regions and their namesake towns in a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from groundcheck.geo import cues, regions
from groundcheck.geo.acting import stands_for_state
from groundcheck.geo.foreign import foreign_hits
from groundcheck.geo.names import Hit, Reading, Sense, hits
from groundcheck.geo.not_places import body, person, within_town
from groundcheck.geo.words import Words
from groundcheck.model.place import Candidate, Place, PlaceKind

_REGIONS: tuple[Reading, ...] = ("region", "list", "town", "unit", "city", "foreign")
_NAMESAKE = "bears the same name"


# What stands between two names of a list, commas aside.
_BETWEEN = {"", "and", "or", "&", "/", "the", "and the", "and in", "and of", "as well as", "plus"}
# Plural words that speak of a whole list: "A, B and C regions", "the cities of A and B".
_CLOSING = cues.UNITS_PLURAL | cues.SOFT_PLURAL | cues.TOWN_AFTER_PLURAL
_OPENING = cues.UNITS_PLURAL | cues.TOWN_BEFORE_PLURAL
_NUMBERS = frozenset(str(n) for n in range(2, 500)) | frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty".split()
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A name with the unit words round it: words ``start`` up to and without ``end``."""

    hit: Hit
    start: int
    end: int
    sign: str  # "region", "soft", "lower", "town" or "" where no word shows what it is
    unit: str = ""


def find_places(text: str) -> tuple[Place, ...]:
    """The countries, first-level regions and namesake towns that a text names, in its order.

    A span covers the name and a unit word beside it ("Kursk region"), never a possessive "'s".
    A name that is both a town's and a region's is the region where grammar shows it, else the
    town (``name:…``), each with the other as candidate. A capital that stands for its state
    is left out, see ``states.find_states``. Linear in the length of the text.
    """
    words = Words(text)
    named = [_with_unit(words, hit) for hit in _hits(words)]
    spoken = Counter(s.country for n in named for s in n.hit.reads("country", "demonym", "seat"))
    parts = {_part(words, n.hit) for n in named if words.joined(n.hit.start - 2)} - {""}
    found: list[Place] = []
    for group in _lists(words, named):
        for n in _signed(group):
            is_part = bool(parts) and _part(words, n.hit) in parts
            place = _as_part(words, n) if is_part else _place(words, n, group, spoken)
            found += [place] if place else []
    return tuple(found)


def _as_part(words: Words, n: _Named) -> Place:
    others = _others(n.hit.reads(*_REGIONS), "what is named is a part of it")
    span = words.span(n.hit.start - 1, n.hit.end)
    said = span.of(words.text)
    return Place(span, said, f"name:{said}", said, "area", others)


def _part(words: Words, hit: Hit) -> str:
    """The name of a part of a region, "" where none is named: "Western Tigray", not "western"."""
    i = hit.start - 1
    if not (words.key(i) in cues.COMPASS and words.capital(i) and words.gap(i) == " "):
        return ""
    return words.between(i, hit.end) if hit.reads(*_REGIONS) and not hit.reads("country") else ""


def _hits(words: Words) -> list[Hit]:
    ours = hits(words)
    return sorted([*ours, *foreign_hits(words, ours)], key=lambda hit: hit.start)


def _with_unit(words: Words, hit: Hit) -> _Named:
    """The name with the unit word that follows it, or else the one that stands before."""
    i = hit.end
    spaced = words.joined(i - 1) and words.gap(i - 1).strip() in {"", "-"}
    if spaced:
        j = i + (words.key(i) in cues.UNIT_FIRST and words.joined(i))
        unit = words.key(j)
        if unit in cues.UNITS or unit in cues.UNITS_PLURAL:
            return _Named(hit, hit.start, j + 1, _strength(unit), unit)
        if unit in cues.TOWN_AFTER or unit in cues.TOWN_AFTER_PLURAL:
            end = j + 1 if unit in {"city", "town"} else hit.end
            return _Named(hit, hit.start, end, "town", unit)
        if unit in cues.SOFT or unit in cues.SOFT_PLURAL:
            return _Named(hit, hit.start, hit.end, "soft", unit)
    if words.key(i) == "s" and words.key(i + 1) in _NUMBERS and words.key(i + 2) in cues.PARTS:
        return _Named(hit, hit.start, hit.end, "soft")
    return _with_unit_before(words, hit)


def _strength(unit: str) -> str:
    return "lower" if unit in cues.LOWER_UNITS else "region"


def _with_unit_before(words: Words, hit: Hit) -> _Named:
    i = hit.start - 1
    i -= words.key(i) == "the"
    if words.key(i) == "of" and words.joined(i) and words.joined(i - 1):
        unit = words.key(i - 1)
        if unit in cues.UNITS or unit in cues.UNITS_PLURAL:
            return _Named(hit, i - 1, hit.end, _strength(unit), unit)
        if unit == "capital":
            return _Named(hit, hit.start, hit.end, "soft")
        if unit in cues.TOWN_BEFORE:
            start = i - 1 if unit in {"city", "town", "cities", "towns"} else hit.start
            return _Named(hit, start, hit.end, "town", unit)
    return _Named(hit, hit.start, hit.end, "")


def _lists(words: Words, named: list[_Named]) -> Iterator[list[_Named]]:
    """Names that stand together as a list: "A, B and C"."""
    group: list[_Named] = []
    for n in named:
        if group and not _listed(words, group[-1].end, n.start):
            yield group
            group = []
        group.append(n)
    if group:
        yield group


def _listed(words: Words, end: int, start: int) -> bool:
    between = words.text[words.ends[end - 1] : words.starts[start]]
    if len(between) > 16 or not between.strip() or "\n\n" in between:
        return False
    return " ".join(between.replace(",", " ").split()) in _BETWEEN


def _signed(group: list[_Named]) -> Iterator[_Named]:
    """The names of a list, each with the sign that a plural word gives them all."""
    first, last = group[0], group[-1]
    shared = ("", "")
    if last.unit in _CLOSING:
        shared = (last.sign, last.unit)
    elif first.unit in _OPENING and first.start < first.hit.start:
        shared = (first.sign, first.unit)
    for n in group:
        yield n if n.sign else replace(n, sign=shared[0], unit=shared[1])


def _place(words: Words, n: _Named, group: list[_Named], spoken: Counter[str]) -> Place | None:
    hit = n.hit
    if (
        hit.reads("nothing")
        or within_town(words, hit)
        or body(words, hit, n.end)
        or body(words, hit)
        or person(words, hit)
    ):
        return None
    vague = hit.reads("demonym") or cues.GENERIC.issuperset(words.keys[hit.start : hit.end])
    inner = [s for s in hit.reads(*_REGIONS) if spoken[s.country] or not vague]
    inner.sort(key=lambda s: _rank(s, n.unit, spoken))
    countries, areas = hit.reads("country"), hit.reads("area")
    if n.sign in {"region", "soft"} and inner:
        if not countries or n.unit in _own_units(inner[0].country):
            return _region(words, n if n.sign == "region" else _bare(n), inner)
    elif n.sign == "lower" and inner:
        return _lower(words, n, inner)
    elif n.sign == "town" and (hit.reads("seat") or any(s.reading != "unit" for s in inner)):
        return _town(words, n, inner)
    if countries:
        rest = _others((*countries[1:], *inner), _NAMESAKE)
        return _as(words, _bare(n), countries[0], "country", rest)
    if areas and n.unit in {"city", "town"} and n.end > hit.end:
        return _spelt(words, n, n.end, "town", _others(areas, "the text says town"))
    if areas:
        shown = n if n.sign == "region" else _bare(n)
        return _as(words, shown, areas[0], "area", _others(inner, _NAMESAKE))
    return _bare_name(words, n, group, inner)


def _own_units(country: str) -> frozenset[str]:
    return frozenset(unit for unit, where in cues.UNIT_COUNTRIES.items() if country in where)


def _rank(sense: Sense, unit: str, spoken: Counter[str]) -> tuple[bool, int, bool]:
    fits = sense.country in cues.UNIT_COUNTRIES.get(unit.removesuffix("s"), ())
    return (sense.reading == "city", -spoken[sense.country], not fits)


def _bare_name(words: Words, n: _Named, group: list[_Named], inner: list[Sense]) -> Place | None:
    readings = {s.reading for s in inner}
    if readings & {"region", "foreign"}:
        sure = [s for s in inner if s.reading in {"region", "foreign"}]
        return _region(words, _bare(n), sure + [s for s in inner if s not in sure])
    if stands_for_state(words, n.hit.start, n.hit.end) and n.hit.reads("seat"):
        return None
    if readings <= {"unit"} and not n.hit.reads("seat"):
        return None
    extent = _extent(words, group[0].start)
    beside = "list" in readings and any(
        o.hit is not n.hit and o.hit.reads("list", "region") and o.sign != "town" for o in group
    )
    if (extent or beside) and readings & {"list", "town"}:
        return _region(words, _bare(n), [s for s in inner if s.reading in {"list", "town"}])
    return _town(words, _bare(n), inner)


def _extent(words: Words, i: int) -> bool:
    """Whether the words before ``i`` measure ground: "75% of", "square kilometres in"."""
    i -= 1
    while words.key(i) in cues.ASIDE and words.joined(i):
        i -= 1
    if words.key(i) not in {"of", "in", "across"} or not words.joined(i):
        return False
    for back in range(i - 1, i - 5, -1):
        if words.key(back) in cues.SQUARE or "²" in words.gap(back):
            return True
        if words.key(i) == "of" and (words.key(back) in cues.SHARES or "%" in words.gap(back)):
            return True
        if not words.joined(back - 1):
            return "%" in words.gap(back - 1) and words.key(i) == "of"
    return False


def _bare(n: _Named) -> _Named:
    return replace(n, start=n.hit.start, end=n.hit.end)


def _name(code: str) -> str:
    found = regions.place(code)
    return found.name if found else code


def _others(senses: Iterable[Sense], why: str) -> tuple[Candidate, ...]:
    return tuple(Candidate(s.id, _name(s.id), why) for s in senses)


def _as(
    words: Words, n: _Named, sense: Sense, kind: PlaceKind, rest: tuple[Candidate, ...]
) -> Place:
    span = words.span(n.start, n.end)
    return Place(span, span.of(words.text), sense.id, _name(sense.id), kind, rest)


def _region(words: Words, n: _Named, inner: Sequence[Sense]) -> Place:
    rest = _others((s for s in inner[1:] if s.id != inner[0].id), _NAMESAKE)
    if n.sign != "region" and inner[0].reading in {"list", "town", "foreign"}:
        said = words.between(n.hit.start, n.hit.end)
        rest += (Candidate(f"name:{said}", said, "the town of the same name"),)
    return _as(words, n, inner[0], "region", rest)


def _spelt(
    words: Words, n: _Named, end: int, kind: PlaceKind, rest: tuple[Candidate, ...]
) -> Place:
    """A place known by its spelling alone."""
    span, said = words.span(n.start, n.end), words.between(n.hit.start, end)
    return Place(span, span.of(words.text), f"name:{said}", said, kind, rest)


def _town(words: Words, n: _Named, inner: Sequence[Sense]) -> Place:
    why = "the text says town" if n.sign == "town" else "no word shows that the region is meant"
    return _spelt(words, n, n.hit.end, "town", _others(inner, why))


def _lower(words: Words, n: _Named, inner: Sequence[Sense]) -> Place:
    own = [s for s in inner if s.country in cues.HAVE_DISTRICTS]
    if own:
        return _region(words, replace(n, sign="region"), own)
    return _spelt(words, n, n.end, "area", _others(inner, "what is named is a part of it"))
