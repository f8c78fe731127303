"""The same run by Daft, alone and on a Ray cluster of two workers, and workers that are killed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from groundcheck.bulk import running
from groundcheck.bulk.running import Options, bulk
from groundcheck.errors import GroundcheckError, InputError

OPTIONS = Options("daft", workers=2, checks=False, partitions=3)

# Each in a process of its own: a runner of Daft's cannot be changed, and Ray does not go away.
RUN = """
import sys
from dataclasses import replace
from pathlib import Path

from dying import Dying
from groundcheck.bulk import running
from groundcheck.bulk.running import Options, bulk

def main():
    engine, cluster, source, out, word, once = sys.argv[1:]
    if word:
        running.Reading = lambda *_: Dying(word, Path(once) if once else None)
    options = Options(engine, 2, False, partitions=3, cluster=cluster or None)
    print(bulk([source], Path(out), options).tally.rows)

if __name__ == "__main__":
    {before}
    main()
"""
CLUSTER = """
    import os
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ["RAY_AUTH_MODE"] = "disabled"
    from ray.cluster_utils import Cluster
    made = Cluster(True, head_node_args={"num_cpus": 0, "include_dashboard": False})
    made.add_node(num_cpus=1)
    made.add_node(num_cpus=1)
    import atexit
    atexit.register(made.shutdown)
    sys.argv[2] = made.address
"""


@pytest.fixture
def done(tmp_path, news, importable):
    """Does a run in a process of its own; gives the hash of its rows and its folder."""

    def run(engine, word="", once="", before="pass"):
        script, out = tmp_path / "run.py", tmp_path / "out"
        script.write_text(RUN.replace("{before}", before.strip()))
        command = [sys.executable, script, engine, "", news, out, word, once]
        made = subprocess.run(
            list(map(str, command)), capture_output=True, text=True, check=False, timeout=300
        )
        assert made.returncode == 0, made.stderr
        return made.stdout.split()[-1], out

    return run


@pytest.fixture
def daft():
    """Skips where Daft is not installed."""
    pytest.importorskip("daft", reason="Daft is not installed: pip install 'groundcheck[bulk]'")


@pytest.fixture
def ray(daft):
    """Skips where Ray is not installed."""
    pytest.importorskip("ray", reason="Ray is not installed: pip install 'groundcheck[ray]'")


def test_daft_makes_what_processes_make(daft, done, first, so):
    rows, out = done("daft")
    assert rows == first[1].tally.rows
    assert so.written(out) == so.written(first[0])


def test_a_worker_of_dafts_that_is_killed_changes_nothing(daft, done, first, so, tmp_path):
    rows, out = done("daft", "about 45%", tmp_path / "killed")
    assert (tmp_path / "killed").exists()
    assert rows == first[1].tally.rows
    assert so.written(out) == so.written(first[0])


def test_two_workers_of_a_ray_cluster_make_it_though_one_is_killed(ray, done, first, so, tmp_path):
    rows, out = done("ray", "about 45%", tmp_path / "killed", CLUSTER)
    assert (tmp_path / "killed").exists()
    assert rows == first[1].tally.rows
    assert so.written(out) == so.written(first[0])


@pytest.mark.parametrize(("name", "extra"), [("daft", "bulk"), ("ray", "ray")])
def test_without_them_it_is_told_what_to_install(news, tmp_path, monkeypatch, name, extra):
    monkeypatch.setitem(sys.modules, name, None)
    if name == "ray":
        monkeypatch.setitem(sys.modules, "daft", sys)
    options = replace(OPTIONS, engine=name)
    with pytest.raises(InputError, match=rf"engine {name} wants pip install 'groundcheck\[{extra}"):
        bulk([str(news)], tmp_path / "out", options)


@pytest.mark.parametrize("partitions", [1, 9])
def test_an_engine_that_does_nothing_at_all_is_told(news, tmp_path, monkeypatch, partitions):
    def broken(*_):
        raise RuntimeError("no\nrunner")
        yield

    monkeypatch.setattr(running, "engine", lambda _: broken)
    options = replace(OPTIONS, workers=1, partitions=partitions)
    if partitions == 1:
        # The one partition that there is is done without it.
        assert bulk([str(news)], tmp_path / "out", options).tally.reports == 13
        return
    with pytest.raises(GroundcheckError, match=r"^the engine daft cannot work: no runner$"):
        bulk([str(news)], tmp_path / "out", options)
