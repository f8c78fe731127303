"""The example feed as a ledger in a file."""

import shutil

import pytest

from groundcheck.ledger.store.opening import open_ledger


@pytest.fixture(scope="session")
def _kept(example_feed, tmp_path_factory):
    path = tmp_path_factory.mktemp("kept") / "ledger.sqlite"
    ledger = open_ledger(path)
    with ledger.writing() as writer:
        for filed in example_feed:
            writer.add(filed)
    ledger.close()
    return path


@pytest.fixture
def ledger(_kept, tmp_path, monkeypatch):
    """A copy of it, which the environment names."""
    path = tmp_path / "ledger.sqlite"
    shutil.copy(_kept, path)
    monkeypatch.setenv("GROUNDCHECK_LEDGER", str(path))
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return path
