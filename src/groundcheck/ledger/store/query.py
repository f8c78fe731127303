"""Which statements are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groundcheck.model import Certainty, Kind, Verdict


@dataclass(frozen=True, slots=True)
class Query:
    """All that is given must hold; what is left empty asks for nothing.

    ``words`` must all stand in the claim, its title or its source ("a phrase" in quotation marks
    as a whole, ``word*`` by its beginning). ``source`` is the name of who said it, ``origin`` whose
    it is in the end, ``outlet`` who carried it. ``place`` is an id, and everything inside that
    place is meant too, save where ``inside`` is false. The days it was said lie from ``since`` to
    ``until``, both included.
    ``check`` and ``verdict`` are of the latest findings, and of one and the same of them.
    With ``once`` what one origin said of one proposition on one day, as surely, is asked for from
    one report alone, the earliest that has it: however many carry it, it was said once.
    ``limit`` and ``skip`` count what is answered: statements, reports, sources, places.
    """

    words: str = ""
    source: str = ""
    origin: str = ""
    outlet: str = ""
    actor: str = ""
    place: str = ""
    inside: bool = True
    kind: Kind | None = None
    certainty: Certainty | None = None
    measure: str = ""
    check: str = ""
    verdict: Verdict | None = None
    since: date | None = None
    until: date | None = None
    key: str = ""
    report: str = ""
    group: str = ""
    once: bool = False
    limit: int | None = None
    skip: int = 0
    oldest_first: bool = False


ALL = Query()
"""Everything."""
