"""From the words that name a source to one person, office or body through the whole report.

A role with a name beside it, a late name, a pronoun, "the ministry", a role first and its name
only in the next paragraph: each is followed to the entity it was introduced as. What cannot be
followed stays as it was said; nothing is guessed, and an anonymous source stays anonymous.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from groundcheck.geo.states import state_of
from groundcheck.model import Span
from groundcheck.readers.actor_names import ActorMention, country_name
from groundcheck.readers.antecedents import body_subject, heads_sentence, role_subject
from groundcheck.readers.document import Document, within
from groundcheck.readers.entities import Entity, Source, could_be, surface
from groundcheck.readers.frame import Frame
from groundcheck.readers.pronouns import Antecedents
from groundcheck.readers.referring import (
    ANONYMOUS,
    ASIDE,
    IS_NAMED,
    PAPER,
    SHORT,
    SUBJECTIVE,
    THE_RANK,
)
from groundcheck.readers.roles import ROLE
from groundcheck.readers.sides import home_side
from groundcheck.text.names import Name

# More sources than any reader keeps in mind; without a bound each would be held against all.
_MOST = 300
_FOR = re.compile(r"\s(?:for|of|from|in|with|at|to|by|near|on)\s")
_SEATED = re.compile(
    r"\b(?:ministry|government|officials?|authorities|parliament|presidency|staff|headquarters|administration)\s+in\s+"
    r"(?P<seat>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)"
)
_FOREIGN = re.compile(
    r"\b(?:UN|U\.N\.?|Nations|Western|European|foreign|aid|rebel|humanitarian|NATO|EU|Red)\b"
)
_OWN = re.compile(rf"(?:its|their)\s+(?:[\w'-]+\s+){{0,3}}?{ROLE.pattern}", re.IGNORECASE)
# Whose office is told before the name is no other's: "chief of staff Jane Roe".
_OFFICE = re.compile(
    r"\b(?:of|in|for|at)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,3}?(?:staff|chief|state|defen[cs]e|mission|"
    r"ministry|administration|council|command|forces|army|navy|police|parliament|government)\s+$"
    r"|(?<=commander)\s+in\s+$",
    re.IGNORECASE,
)
_FOLLOWING = 12
_NAMES_BACK = 40
_IDENTIFIED = 400
# How far back the subject of a sentence is still what "he" may mean.
_REACH = 1500
_BESIDE = 120


class Linker:
    """Follows the sources of one report in the order of its text."""

    def __init__(self, doc: Document, actors: Sequence[ActorMention]) -> None:
        self._doc = doc
        self._actors = actors
        self._home = home_side(doc, actors)
        self._antecedents = Antecedents(doc, actors, "")
        self._known: list[Entity] = []

    def resolve(self, frames: Sequence[Frame]) -> list[Source | None]:
        """One source a frame, ``None`` where there is none to take over."""
        entities: list[Entity | None] = []
        for frame in frames:
            if frame.source is None:
                entities.append(entities[-1] if entities else None)
            else:
                entities.append(self._entity(frame.source))
        self._name_the_unnamed(entities)
        for entity in self._known:
            entity.side = entity.side or self._home.of(" ".join(entity.said))
        return [None if e is None else Source(e.name, e.side, e.sort) for e in entities]

    def _entity(self, span: Span) -> Entity:
        words = " ".join(self._doc.report.text[span.start : span.end].split())
        names = within(self._doc.names, span)
        bodies = [n for n in names if n.span.start < self._head_end(span)]
        found = (
            self._pronoun(words, span)
            or self._person(names, span)
            or self._paper(words)
            or self._state(span)
            or self._role(words, names)
            or self._ranked(words, span)
            or self._party(words, span)
            or self._body(bodies, words, span)
        )
        if found is None:
            found = self._new(surface(words), "anonymous", span)
        found.at, found.end = span.start, span.end
        found.said.append(words)
        if not found.side:
            found.side = (
                self._side(span)
                or self._seated(words)
                or self._owned(span)
                or self._introduced(found, span)
            )
        self._known = [e for e in self._known[-_MOST:] if e is not found] + [found]
        return found

    def _head_end(self, span: Span) -> int:
        """Where what names the source ends and what only describes it begins.

        "The group, in a clip relayed by X": X is no source. "The group, X" is.
        """
        aside = ASIDE.search(self._doc.plain, span.start, span.end)
        return aside.start() if aside else span.end

    def _introduced(self, entity: Entity, span: Span) -> str:
        """The party of "a senior officer of X's army" in the sentence before, if the role fits."""
        if entity.sort != "person" or len(entity.said) > 1:
            return ""
        text = self._doc.plain
        end = max(text.rfind(stop, 0, span.start) for stop in (". ", ".\n"))
        start = max(text.rfind(stop, 0, max(0, end)) for stop in (". ", ".\n", "? ", "\n"))
        before = Entity("", "", 0, said=[text[start + 1 : end]])
        return (
            self._side(Span(start + 1, end))
            if end > start >= 0 and could_be(before, entity)
            else ""
        )

    def _seated(self, words: str) -> str:
        """The state of "the ministry in Baku": whose capital it is."""
        seat = _SEATED.search(words)
        state = state_of(seat["seat"]) if seat and not _FOREIGN.search(words) else None
        return country_name(state) if state else ""

    def _owned(self, span: Span) -> str:
        """The party that "its field adviser" is of: the one spoken of just before."""
        if not _OWN.match(self._doc.plain, span.start, span.end):
            return ""
        mention = self._antecedents.before(span.start)
        return mention.name if mention and mention.sort not in ("enemy", "loose") else ""

    def _pronoun(self, words: str, span: Span) -> Entity | None:
        word = SUBJECTIVE.get(words.lower(), words.lower())
        if word in ("he", "she", "who"):
            last = self._last_person(word)
            found = self._subject_since(last.end if last else 0, span) or last
            if found and word != "who":
                if found.gender not in ("", word):
                    return None
                found.gender = word
            return found
        if word in ("it", "they"):
            return self._body_spoken_of(span) or self._last("body", "state", "anonymous")
        return None

    def _body_spoken_of(self, span: Span) -> Entity | None:
        """The subject of the sentence, or of the one before, if no source was named since."""
        last = self._last("body", "state", "anonymous")
        subject = body_subject(self._doc, span.start, last.at if last else 0)
        if subject is None or (last and last.end > subject.start):
            return None
        return self._entity(subject)

    def _last_person(self, word: str) -> Entity | None:
        """The last source that may be one person, and was not the other of "he" and "she"."""
        for entity in reversed(self._known):
            if word != "who" and entity.gender not in ("", word):
                continue
            if entity.sort == "person" or (entity.sort == "anonymous" and ROLE.search(entity.name)):
                return entity
        return None

    def _subject_since(self, start: int, span: Span) -> Entity | None:
        """A person who was spoken of, but not quoted, after the last source."""
        start = max(start, span.start - _REACH)
        between = Span(start, max(start, span.start))
        fresh = [n for n in within(self._doc.names, between) if self._may_be_person(n)]
        role = role_subject(self._doc, between)
        if role and not (fresh and role.start < fresh[-1].span.start):
            return self._entity(role)
        if not fresh:
            return None
        return self._by_name(fresh[-1].core) or self._described(fresh[-1])

    def _may_be_person(self, name: Name) -> bool:
        if any(of.span.overlaps(name.span) for of in self._actors) or any(
            of.span.overlaps(name.span) for of in self._doc.states
        ):
            return False
        known = self._by_name(name.core)
        return heads_sentence(
            self._doc, name, known_person=known is not None and known.sort == "person"
        )

    def _described(self, name: Name) -> Entity:
        """A new person, known by the sentence up to the name: "A spokesman for X, Y"."""
        near = max(0, name.span.start - _BESIDE)
        opening = max(
            self._doc.plain.rfind(mark, near, name.span.start) + 1 for mark in (". ", "\n", '" ')
        )
        entity = self._new(name.core, "person", name.span)
        around = Span(max(opening, near), name.span.end)
        entity.side = self._side(around)
        entity.said.append(" ".join(around.of(self._doc.plain).split()))
        return entity

    def _last(self, *sorts: str) -> Entity | None:
        return next((e for e in reversed(self._known) if e.sort in sorts), None)

    def _person(self, names: Sequence[Name], span: Span) -> Entity | None:
        people = [n for n in names if self._is_person(n, span) and not self._belongs(n, span)]
        for name in people or [n for n in names if n.kind == "proper" and " " not in n.core]:
            known = self._by_name(name.core)
            if known:
                return known
        if not people:
            return None
        return self._new(people[0].core, "person", span)

    def _is_person(self, name: Name, span: Span) -> bool:
        """Named so, or a name of two words beside a role that only a person has."""
        role = ROLE.search(self._doc.plain, span.start, name.span.start)
        return name.kind == "person" or (
            name.kind == "proper" and " " in name.core and role is not None
        )

    def _belongs(self, name: Name, span: Span) -> bool:
        """Whether the name only says whose source it is: "a spokesman for X", "X's spokesman"."""
        text = self._doc.plain
        if text[name.span.end : name.span.end + 2] == "'s":
            return True
        before = _OFFICE.sub("", text[span.start : name.span.start])
        return bool(_FOR.search(f" {before} ")) and "," not in before

    def _by_name(self, core: str) -> Entity | None:
        words = core.split()
        for entity in reversed(self._known):
            have = entity.name.split()
            if entity.sort in ("person", "body") and (
                core == entity.name
                or (len(words) == 1 and words[-1].casefold() == have[-1].casefold())
            ):
                return entity
        return None

    def _state(self, span: Span) -> Entity | None:
        states = [s for s in within(self._doc.states, span) if s.how != "demonym"]
        text = self._doc.plain[span.start : span.end]
        if len(states) == 1 and len(states[0].span) >= len(text) - 4:
            name = country_name(states[0].country)
            return self._state_named(name, span)
        capital = state_of(surface(text)) if len(text.split()) <= 3 else None
        return self._state_named(country_name(capital), span) if capital else None

    def _state_named(self, name: str, span: Span) -> Entity:
        known = next((e for e in self._known if e.name == name), None)
        return known or self._new(name, "state", span)

    def _role(self, words: str, names: Sequence[Name]) -> Entity | None:
        """ "The official", "the ministry": whoever was last described with that word."""
        if (
            names
            or not words.lower().startswith(("the ", "that ", "this "))
            or len(words.split()) > 3
        ):
            return None
        head = words.lower().split()[-1].split("-")[0]
        return next((e for e in reversed(self._known) if head in e.heads()), None)

    def _ranked(self, words: str, span: Span) -> Entity | None:
        """ "The general": the last person named with that rank, though not quoted so far."""
        match = THE_RANK.fullmatch(words)
        if match is None:
            return None
        rank = match["rank"].lower()
        before = bisect_left(self._doc.names, span.start, key=lambda n: n.span.start)
        for name in reversed(self._doc.names[max(0, before - _NAMES_BACK) : before]):
            titles = name.title.lower().replace(".", "").split()
            if name.kind == "person" and {rank, SHORT.get(rank, rank)} & set(titles):
                return self._by_name(name.core) or self._described(name)
        return None

    def _paper(self, words: str) -> Entity | None:
        """ "The statement added": whoever spoke last, since that is whose statement it is."""
        return self._known[-1] if self._known and PAPER.fullmatch(words) else None

    def _party(self, words: str, span: Span) -> Entity | None:
        """ "The group": the party that the words stand for."""
        inside = within(self._actors, span)
        if len(words.split()) > 3 or len(inside) != 1 or inside[0].sort != "group":
            return None
        name = inside[0].name
        known = next((e for e in self._known if e.name == name), None)
        return known or self._new(name, "body", span)

    def _body(self, names: Sequence[Name], words: str, span: Span) -> Entity | None:
        bodies = [n for n in names if n.kind in ("body", "proper") and not self._belongs(n, span)]
        if not bodies:
            return None
        first = bodies[0]
        known = next((e for e in self._known if first.core in (e.name, *e.said)), None)
        if known:
            return known
        head = self._doc.report.text[span.start : first.span.end]
        name = (
            first.core
            if first.span.start > span.start + 40 or "," in head
            else surface(" ".join(head.split()))
        )
        if first.kind == "proper" and name != first.core:
            name = surface(words)
        known = next((e for e in self._known if e.name == name), None)
        return known or self._new(name, "body", span)

    def _new(self, name: str, sort: str, span: Span) -> Entity:
        entity = Entity(name, sort, span.start)
        self._known.append(entity)
        return entity

    def _side(self, span: Span) -> str:
        wider = Span(span.start, span.end)
        return next((a.name for a in within(self._actors, wider)), "") or next(
            (country_name(s.country) for s in within(self._doc.states, wider)), ""
        )

    def _name_the_unnamed(self, entities: Sequence[Entity | None]) -> None:
        """ "A senior general" is the general who is named next, if the roles fit."""
        order = [e for e in entities if e is not None]
        for i, entity in enumerate(order):
            if entity.sort != "anonymous" or not entity.said or self._is_anonymous(entity):
                continue
            following = order[i + 1 : i + 1 + _FOLLOWING]
            later = next(
                (e for e in following if e.sort in ("person", "body") and e is not entity),
                None,
            )
            named = self._named_after(entity)
            if named:
                entity.name, entity.sort, entity.side = named.name, "person", named.side
            elif later and could_be(entity, later) and later.at - entity.at < 1200:
                entity.name, entity.sort = later.name, later.sort
                later.side = later.side or entity.side
                entity.side = entity.side or later.side

    def _named_after(self, entity: Entity) -> Entity | None:
        """ "A man announced … He is Brigadier Roe": who an unnamed one is said to be."""
        near = Span(entity.end, min(len(self._doc.plain), entity.end + _IDENTIFIED))
        match = IS_NAMED.search(self._doc.unquoted, near.start, near.end)
        names = within(self._doc.names, Span(match.end(), near.end)) if match else ()
        if match is None or not names or names[0].span.start > match.end() + 2:
            return None
        return self._described(names[0]) if names[0].kind == "person" else None

    def _is_anonymous(self, entity: Entity) -> bool:
        near = self._doc.plain[max(0, entity.at - 120) : entity.at + 300].split("\n\n")[0]
        return bool(ANONYMOUS.search(near)) or not re.match(
            r"(?:a|an|the)\s", entity.said[0], re.IGNORECASE
        )
