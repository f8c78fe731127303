"""From a report to its claims: attribution, linking, claims."""

from groundcheck.readers.english import RuleReader, TaggedReader, read_report
from groundcheck.readers.protocol import Reader

__all__ = ["Reader", "RuleReader", "TaggedReader", "read_report"]
