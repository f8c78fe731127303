"""Which statements are meant, as a person writes it in options or in an address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast, get_args

from groundcheck.errors import BadValue
from groundcheck.geo.asked import any_place_id
from groundcheck.ledger.questions.places import place_asked
from groundcheck.ledger.questions.sources import source_asked
from groundcheck.ledger.store.protocol import View
from groundcheck.ledger.store.query import Query
from groundcheck.model import Certainty, Kind, Verdict

SLOTS = (
    "words", "source", "origin", "outlet", "actor", "place", "kind", "certainty", "check",
    "verdict", "since", "until",
)  # fmt: skip
"""What may be said of the statements that are meant, each in a person's words."""


def query_asked(
    given: Mapping[str, str], view: View | None = None, limit: int | None = None
) -> Query:
    """What is asked for by the ``SLOTS`` that are given and not empty.

    With ``view`` places and sources are those on record, and others are refused. Raises
    ``BadValue``, in which each slot is named as an option, for what cannot be.
    """
    found = {name: given.get(name, "") for name in SLOTS}
    since, until = day("--since", found["since"]), day("--until", found["until"])
    if since and until and since > until:
        raise BadValue(f"--since {since}: is after --until {until}")
    if limit is not None and limit < 0:
        raise BadValue(f"--limit {limit}: wants 0 or more")
    return Query(
        words=found["words"],
        source=_source(found["source"], view),
        origin=found["origin"],
        outlet=found["outlet"],
        actor=found["actor"],
        place=_place(found["place"], view),
        kind=cast("Kind | None", _one_of("--kind", found["kind"], Kind)),
        certainty=cast("Certainty | None", _one_of("--certainty", found["certainty"], Certainty)),
        check=found["check"],
        verdict=cast("Verdict | None", _one_of("--verdict", found["verdict"], Verdict)),
        since=since,
        until=until,
        limit=limit,
    )


def day(option: str, given: str) -> date | None:
    """The day that an option names, ``None`` where none does; ``BadValue`` for what is none."""
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise BadValue(f"{option} {given}: is not a day like 2025-02-20") from None


def _source(given: str, view: View | None) -> str:
    return given if view is None or not given else source_asked(view, given)


def _place(given: str, view: View | None) -> str:
    if not given:
        return ""
    return any_place_id(given) if view is None else place_asked(view, given)


def _one_of(option: str, given: str, kinds: Any) -> str | None:
    """The word that is meant ("more-than-measured" will do), ``None`` where none is given."""
    if not given:
        return None
    word = " ".join(given.lower().replace("-", " ").split())
    if word not in get_args(kinds):
        raise BadValue(f"{option} {given}: wants one of {', '.join(get_args(kinds))}")
    return word
