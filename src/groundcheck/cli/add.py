"""``groundcheck add``: reports into the ledger."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Annotated

import typer

from groundcheck.cli import intake_options
from groundcheck.cli.adding_progress import Listing
from groundcheck.cli.grouped import grouped
from groundcheck.cli.intake_options import Fields, Most, NoCheck, Private, WorkersCount
from groundcheck.cli.ledger_option import LedgerAt, ledger_path
from groundcheck.cli.options import Encoding, Plain, TextOrJson
from groundcheck.cli.stopping import stoppable
from groundcheck.cli.store import At
from groundcheck.errors import BadValue

GO_ON = (
    "groundcheck: interrupted; what is listed is kept, and the same command goes on from there\n"
)


@dataclass(frozen=True, slots=True)
class Add:
    """What ``add`` is given."""

    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", show_default=False)]
    ledger: LedgerAt = None
    no_check: NoCheck = False
    workers: WorkersCount = 0
    limit: Most = 100
    allow_private: Private = False
    encoding: Encoding = None
    fields: Fields = None
    kind: TextOrJson = Plain.text
    store: At = None


@grouped(Add)
def add(given: Add) -> None:
    """Add reports to the ledger, read and checked; what is there already is skipped.

    A source is a text, page, feed, WARC, JSONL or Parquet, a folder or archive of these, what
    groundcheck bulk wrote, or a web address.

    Example: groundcheck add news.zip https://example.org/feed.xml
    """
    from groundcheck.ledger import adding
    from groundcheck.ledger.store.opening import open_ledger

    how = intake_options.sources(
        given.limit, given.allow_private, given.encoding, given.fields or ()
    )
    options = intake_options.options(given.no_check, given.workers, given.store)
    ledger = open_ledger(ledger_path(given.ledger))
    listing = Listing(given.kind is Plain.json)
    try:
        with stoppable(), listing:
            adding.add(ledger, given.sources, how, options, listing)
    except KeyboardInterrupt:
        sys.stderr.write(GO_ON)
        raise
    finally:
        ledger.close()
    if not listing.summary.usable:
        raise BadValue("nothing could be taken in")
