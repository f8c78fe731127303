"""From a report to its claims: attribution, linking, claims."""
