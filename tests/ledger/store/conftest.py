import pytest

from groundcheck.ledger.store.memory import MemoryLedger
from groundcheck.ledger.store.opening import open_ledger


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request, tmp_path):
    made = MemoryLedger() if request.param == "memory" else open_ledger(tmp_path / "ledger")
    yield made
    made.close()
