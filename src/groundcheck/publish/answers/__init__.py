"""Answers of a ledger as text for a person; each statement stands with who says so."""
