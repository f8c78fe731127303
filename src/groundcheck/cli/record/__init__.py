"""The commands that ask a ledger and keep it, one a file."""
