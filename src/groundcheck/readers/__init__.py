"""From a report to its claims: attribution, linking, claims."""

from groundcheck.readers.protocol import Reader
from groundcheck.readers.rules import RuleReader, read_report

__all__ = ["Reader", "RuleReader", "read_report"]
