"""Which statements are meant: the options that every question to a ledger shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

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
        from groundcheck.ledger.questions.filters import SLOTS, query_asked  # noqa: PLC0415

        words = " ".join([self.words] if isinstance(self.words, str) else self.words or ())
        given = {name: getattr(self, name) for name in SLOTS} | {"words": words}
        return query_asked(given, view, self.limit)
