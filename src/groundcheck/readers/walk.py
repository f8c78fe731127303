"""What is at hand at every point of one walk over a report, from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass

from groundcheck.model import Certainty, Claim, Kind, Place, Span
from groundcheck.readers.actor_names import ActorMention
from groundcheck.readers.actors import find_actors, home_country, roams
from groundcheck.readers.bare_figures import BareFigures
from groundcheck.readers.context import (
    Context,
    country_place,
    is_grounded,
    merged_places,
    spoken_of,
    topic_of,
)
from groundcheck.readers.document import Document, within
from groundcheck.readers.issuer import issuer_of, period_of
from groundcheck.readers.located import located
from groundcheck.readers.placed import Placed
from groundcheck.readers.sections import Sections
from groundcheck.readers.subjects import Subjects
from groundcheck.readers.times import Times
from groundcheck.readers.towns import find_towns


@dataclass(slots=True)
class Walk:
    """The report's annotations, and what has been read of it so far.

    ``denied`` is the certainty of the sentence before, for "so is the report that …";
    ``asked`` the kind of claim that the question before asks for; ``last`` the claim before.
    """

    doc: Document
    actors: tuple[ActorMention, ...]
    places: tuple[Place, ...]
    subjects: Subjects
    context: Context
    times: Times
    bare: BareFigures
    sections: Sections
    denied: Certainty | None = None
    asked: Kind | None = None
    last: Claim | None = None

    def words(self, span: Span) -> str:
        """The plain words at a span."""
        return self.doc.plain[span.start : span.end]

    def turn_to(self, country: str) -> None:
        """In a report on several countries, speak from now on of the one that a heading names."""
        known = country_place(country) if country else None
        if known and self.context.country != known:
            self.context.country = known

    def named(self, span: Span) -> tuple[Place, ...]:
        """Every place named in a stretch."""
        return within(self.places, span)

    def spoken_of(self, span: Span) -> tuple[Place, ...]:
        """The places that a stretch is about, without those that only contain or act."""
        return spoken_of(self.doc.plain, self.named(span), within(self.actors, span))


def begin(doc: Document) -> Walk:
    """A walk at its start, knowing the parties, the places and the country of the report."""
    actors = Placed(find_actors(doc))
    places = Placed(located(doc, merged_places(doc.places, find_towns(doc, actors))))
    return Walk(
        doc=doc,
        actors=actors,
        places=places,
        subjects=Subjects(doc, actors, issuer_of(doc, actors)),
        context=Context(
            country=country_place(home_country(doc)),
            roaming=roams(doc),
            grounded=is_grounded(doc),
            topic=topic_of(places),
        ),
        times=Times(doc, period_of(doc)),
        bare=BareFigures(doc),
        sections=Sections(doc),
    )
