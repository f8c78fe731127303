"""News that never was: reports with a known truth, to measure readers and ledgers by."""

from invented.generating import generate
from invented.model import Carried, Item, Said, Told
from invented.printing import Length
from invented.record import Record, recorded

__all__ = ["Carried", "Item", "Length", "Record", "Said", "Told", "generate", "recorded"]
