"""Bringing reports in: from files, pages, feeds and archives to texts with where they stood."""

from groundcheck.ledger.intake.given import Given, Refused

__all__ = ["Given", "Refused"]
