"""A few cases that are made of the OpenAPI; ``tools/fuzz_api.py`` sends 20,000."""

import importlib.util
import shutil
from pathlib import Path

TOOL = Path(__file__).parents[2] / "tools" / "fuzz_api.py"


def test_no_case_of_the_openapi_is_a_server_error(client, made, record, tmp_path):
    spec = importlib.util.spec_from_file_location("fuzz_api", TOOL)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    path = tmp_path / "copy.sqlite"
    shutil.copy(record, path)
    app = made(ledger=path, per_minute=0, token=tool.TOKEN)
    fuzz = tool.Fuzz(app, client(app=app), tool.known(path))
    fuzz.run(108)
    assert fuzz.faults == []
    assert fuzz.statuses[200] > 15
    assert fuzz.statuses[422] > 15
