"""Bringing reports in: from files, pages, feeds and archives to texts with where they stood."""

from groundcheck.ledger.intake.given import Given, OnlyLink, Refused
from groundcheck.ledger.intake.options import About, IntakeOptions

__all__ = ["About", "Given", "IntakeOptions", "OnlyLink", "Refused"]
