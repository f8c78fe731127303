"""What a user names as sources of reports, one after another: files, folders, archives, the web."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from groundcheck.ledger.filed_folder import is_filled, taken
from groundcheck.ledger.intake import Given, IntakeOptions, Refused
from groundcheck.ledger.intake.manners import Manners
from groundcheck.ledger.intake.noted import Noted, Unchanged
from groundcheck.ledger.intake.sources import given
from groundcheck.ledger.intake.web import Web, is_address
from groundcheck.ledger.reading import reader
from groundcheck.ledger.store import View
from groundcheck.model import Filed

Coming = Given | Refused | Unchanged | Noted


@dataclass(frozen=True, slots=True)
class Sources:
    """How sources are looked into.

    ``most`` is the number of pages that are asked for of one feed whose entries are links alone.
    ``manners`` last as long as it, and say whether private addresses are allowed.
    """

    intake: IntakeOptions = field(default_factory=IntakeOptions)
    most: int = 100
    manners: Manners = field(default_factory=Manners)

    def texts(self, ledger: View, sources: Sequence[str]) -> Iterator[Coming | Filed]:
        """All that the sources give, in their order; what cannot be read is a ``Refused``.

        The folder of a bulk run gives what was read then.
        """
        for source in sources:
            if is_address(source):
                yield from self.web(ledger, source)
            elif is_filled(source):
                yield from taken(source)
            else:
                yield from given(source, self.intake)

    def web(self, ledger: View, address: str, publisher: str | None = None) -> Iterator[Coming]:
        """All that a web address gives; ``publisher`` goes before what is said there.

        What is known of an address counts for one version of the reader, so that a newer one
        asks for everything again.
        """
        by = reader()
        mark = f"{by.name} {by.version} "
        web = Web(self.manners, lambda name: ledger.kept(mark + name), self.most, self.intake)
        for one in web.given(address, publisher):
            yield replace(one, name=mark + one.name) if isinstance(one, Noted) else one
