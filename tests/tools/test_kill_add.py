"""Adding that is killed at a few points; ``tools/kill_add.py --points 100`` strikes at more."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "kill_add.py"


@pytest.mark.skipif(not hasattr(sys.modules["os"], "fork"), reason="the tool forks")
def test_what_is_killed_is_taken_up_again_with_nothing_lost():
    run = subprocess.run(
        [sys.executable, str(TOOL), "--points", "5", "--reports", "60", "--seed", "3"],
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    found = json.loads(run.stdout)
    assert found["killed"] >= 4
    assert found["killed while writing"] >= 1
    assert (found["items"], found["statements"] > 1000) == (81, True)
    assert found["not verified"] == found["lost"] == found["different"] == []
    assert (found["failed at once"], found["same at once"]) == (0, True)
