"""``bulk`` as it is called from a shell, and ``add`` of what it wrote."""

from __future__ import annotations

import json

import pytest

from groundcheck.bulk import running


@pytest.fixture(autouse=True)
def _inline(monkeypatch):
    """The work is done in this process."""
    monkeypatch.setattr(running, "engine", lambda _: lambda work, n, _: map(work.begin(), n))


@pytest.fixture
def news(tmp_path, monkeypatch):
    """Two reports, the second of them twice, in fields of their own names."""
    monkeypatch.setenv("GROUNDCHECK_LEDGER", str(tmp_path / "ledger.sqlite"))
    monkeypatch.setenv("GROUNDCHECK_STORE", str(tmp_path / "layers.sqlite"))
    said = "Sylvanian troops hold about 40% of Donetsk region, General Ivan Petrov said."
    records = [{"body": said}, {"body": "Nothing."}, {"body": "Nothing.", "link": "http://a.b/"}]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in records))
    return path


@pytest.mark.parametrize("command", ["read", "check"])
def test_it_reads_and_add_takes_it(run, news, tmp_path, command):
    out = tmp_path / "out"
    given = ("bulk", command, news, "--out", out, "--field", "text=body", "--format", "json")
    code, said, err = run(*given)
    assert (code, err) == (0, "")
    tally = json.loads(said)
    assert (tally["reports"], tally["appearances"], tally["claims"]) == (2, 3, 1)
    assert bool(tally["findings"]) == (command == "check")
    assert run(*given) == (0, said, "")

    code, said, _ = run("add", out)
    assert (code, said.splitlines()[0]) == (0, "2 new reports, 1 claims in all")
    assert run("verify")[0] == 0
    code, said, _ = run("bulk", "compare", out)
    assert (code, said.split()[:2]) == (0, ["copies", "0"])


def test_what_cannot_be_done_is_one_line(run, news, tmp_path):
    out = tmp_path / "out"
    code, _, err = run("bulk", "read", tmp_path / "none.jsonl", "--out", out)
    assert (code, err) == (2, f"groundcheck: {tmp_path}/none.jsonl: no such file or folder\n")
    code, _, err = run("bulk", "read", news, "--out", out, "--field", "text=no")
    assert (code, err) == (2, "groundcheck: nothing could be read\n")
    code, _, err = run("bulk", "check", news, "--out", out)
    assert code == 2
    assert "holds a run of the other command (read or check)" in err
    code, _, err = run("bulk", "compare", tmp_path)
    assert (code, err) == (2, f"groundcheck: {tmp_path}: holds no bulk run that has ended\n")
