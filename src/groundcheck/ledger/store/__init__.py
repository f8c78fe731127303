"""The ledger's store: reports, where they appeared, how they were read, and what was found."""

from groundcheck.ledger.store.protocol import Added, Ledger, View, Writer
from groundcheck.ledger.store.query import Query
from groundcheck.ledger.store.rows import Difference, Info, Tally, Tombstone

__all__ = [
    "Added",
    "Difference",
    "Info",
    "Ledger",
    "Query",
    "Tally",
    "Tombstone",
    "View",
    "Writer",
]
