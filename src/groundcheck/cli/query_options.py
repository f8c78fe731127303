"""Which statements are meant: the options that every question to a ledger shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, cast, get_args

import typer

from groundcheck.errors import BadValue
from groundcheck.model import Certainty, Kind, Verdict

if TYPE_CHECKING:
    from groundcheck.ledger.store import Query, View


def _option(name: str, metavar: str, says: str) -> Any:
    return typer.Option(f"--{name}", metavar=metavar, help=says, show_default=False)


@dataclass(frozen=True, slots=True)
class Filters:
    """All that is given must hold. A command with more options is a subclass of this.

    A subclass may give a field another annotation, so that it becomes an argument; words may
    then be several.
    """

    words: Annotated[str, _option("words", "WORDS", 'These words; "a phrase", begin*.')] = ""
    source: Annotated[str, _option("source", "NAME", "Said by NAME.")] = ""
    origin: Annotated[
        str, _option("origin", "NAME", "NAME's in the end, whoever passes it on.")
    ] = ""
    outlet: Annotated[str, _option("outlet", "NAME", "Carried by NAME.")] = ""
    actor: Annotated[str, _option("actor", "NAME", "About what NAME holds, takes or does.")] = ""
    place: Annotated[str, _option("place", "PLACE", "There or inside: a name, ISO code or id.")] = (
        ""
    )
    kind: Annotated[str, _option("kind", "KIND", f"One of {', '.join(get_args(Kind))}.")] = ""
    certainty: Annotated[
        str, _option("certainty", "WORD", f"One of {', '.join(get_args(Certainty))}.")
    ] = ""
    check: Annotated[str, _option("check", "NAME", "With a finding of this check.")] = ""
    verdict: Annotated[
        str, _option("verdict", "VERDICT", f"So found: {', '.join(get_args(Verdict))}.")
    ] = ""
    since: Annotated[str, _option("since", "DAY", "Said from this day on.")] = ""
    until: Annotated[str, _option("until", "DAY", "Said up to this day.")] = ""
    limit: Annotated[int | None, _option("limit", "N", "No more than N.")] = None

    def query(self, view: View | None = None) -> Query:
        """What is asked for. Raises ``BadValue`` for a word, place or day that cannot be.

        With ``view`` places and sources are those on record, and others are refused.
        """
        # Reads the tables of places, and only a question needs it.
        from groundcheck.ledger.store.query import Query  # noqa: PLC0415

        since, until = day("--since", self.since), day("--until", self.until)
        if since and until and since > until:
            raise BadValue(f"--since {since}: is after --until {until}")
        if self.limit is not None and self.limit < 0:
            raise BadValue(f"--limit {self.limit}: wants 0 or more")
        return Query(
            words=" ".join([self.words] if isinstance(self.words, str) else self.words or ()),
            source=self._source(view),
            origin=self.origin,
            outlet=self.outlet,
            actor=self.actor,
            place=self._place(view),
            kind=cast("Kind | None", _one_of("--kind", self.kind, Kind)),
            certainty=cast("Certainty | None", _one_of("--certainty", self.certainty, Certainty)),
            check=self.check,
            verdict=cast("Verdict | None", _one_of("--verdict", self.verdict, Verdict)),
            since=since,
            until=until,
            limit=self.limit,
        )

    def _source(self, view: View | None) -> str:
        if view is None or not self.source:
            return self.source
        from groundcheck.ledger.questions.sources import source_asked  # noqa: PLC0415

        return source_asked(view, self.source)

    def _place(self, view: View | None) -> str:
        if not self.place:
            return ""
        if view is None:
            from groundcheck.geo.asked import any_place_id  # noqa: PLC0415

            return any_place_id(self.place)
        from groundcheck.ledger.questions.places import place_asked  # noqa: PLC0415

        return place_asked(view, self.place)


def _one_of(option: str, given: str, kinds: Any) -> str | None:
    """The word that is meant ("more-than-measured" will do), ``None`` where none is given."""
    if not given:
        return None
    word = " ".join(given.lower().replace("-", " ").split())
    if word not in get_args(kinds):
        raise BadValue(f"{option} {given}: wants one of {', '.join(get_args(kinds))}")
    return word


def day(option: str, given: str) -> date | None:
    """The day that an option names, ``None`` where none does; ``BadValue`` for what is none."""
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise BadValue(f"{option} {given}: is not a day like 2025-02-20") from None
