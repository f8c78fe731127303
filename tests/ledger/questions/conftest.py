"""The example feed as a ledger in memory."""

import pytest

from groundcheck.ledger.store.memory import MemoryLedger


@pytest.fixture(scope="session")
def record(example_feed):
    ledger = MemoryLedger()
    with ledger.writing() as writer:
        for filed in example_feed:
            writer.add(filed)
    return ledger
