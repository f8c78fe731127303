"""Questions to a ledger: functions over a ``View`` that answer with rows."""
