"""A client of the application, in this process."""

import pytest
from fastapi.testclient import TestClient

from groundcheck.web.app import make_app
from groundcheck.web.settings import Settings


@pytest.fixture
def client(tmp_path):
    """Makes a client of an application with some settings: ``client(per_minute=3)``."""

    def made(base_url="http://localhost", **given):
        settings = Settings(**{"ledger": tmp_path / "ledger.sqlite"} | given)
        return TestClient(make_app(settings), base_url, raise_server_exceptions=False)

    return made
