"""``groundcheck evaluate``, and the formats for other tools, from the command line."""

import json
import tarfile

import pytest

from groundcheck.publish.standoff import parse

TEXT = "date 2025-06-12\n\nRussia holds 80% of the Kherson region, the ministry said on Monday."
QUOTE = "Russia holds 80% of the Kherson region"
ANN = """\
T1\tSource 58 70\t the ministry
T2\tCue 71 75\tsaid
T3\tContent 17 55\tRussia holds 80% of the Kherson region
T4\tAttribution 71 75\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
""".replace("58 70\t the ministry", "57 69\tthe ministry").replace("71 75", "70 74")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "one.ann").write_text(ANN, encoding="utf-8")
    claim = {"quote": QUOTE, "kind": "control", "places": ["UA-14"]}
    (tmp_path / "one.json").write_text(json.dumps({"claims": [claim]}), encoding="utf-8")
    return tmp_path


def rows(out):
    return json.loads(out)["rows"]


def test_gold(run, folder):
    code, out, err = run("evaluate", "gold", folder)
    assert (code, err) == (0, "")
    assert out.startswith("Claims and their slots, 1 reports\n")
    code, out, _ = run("evaluate", "gold", folder, "--format", "json")
    assert rows(out)["claims"]["f1"] == 1.0
    assert "misses" not in json.loads(out)


def test_gold_shows_what_was_missed(run, folder):
    _, out, _ = run("evaluate", "gold", folder, "--show", "places")
    assert f"\nplaces\n  one “{QUOTE}”: wanted [[UA-14]], found [UA-65]\n" in out
    _, out, _ = run("evaluate", "gold", folder, "--show", "all", "--format", "json")
    assert "places" in {miss["slot"] for miss in json.loads(out)["misses"]}


def test_polnear(run, folder):
    code, out, err = run("evaluate", "polnear", folder, "--format", "json")
    assert (code, err) == (0, "")
    assert {name: row["f1"] for name, row in rows(out).items() if row["f1"] < 1} == {}
    assert "tokens source" in run("evaluate", "polnear", folder)[1]


def test_polnear_from_an_archive(run, folder, tmp_path):
    archive = tmp_path / "corpus.tar.xz"
    with tarfile.open(archive, "w:xz") as tar:
        tar.add(folder / "one.txt", "dev/text/one.txt")
        tar.add(folder / "one.ann", "dev/attributions/one_4b22.ann")
        tar.add(folder / "one.txt", "train/text/one.txt")
    code, out, _ = run("evaluate", "polnear", archive, "--split", "dev", "--format", "json")
    assert code == 0
    assert json.loads(out)["documents"] == 1
    code, _, err = run("evaluate", "polnear", archive, "--split", "train")
    assert code == 2
    assert err == (
        f"groundcheck: {archive}: no .txt with a .ann of the same name in a folder 'train'\n"
    )


def test_brat_beside_what_is_read(run, folder):
    code, out, err = run("evaluate", "brat", folder, "--format", "json")
    assert (code, err) == (0, "")
    assert rows(out)["links.Attribution"]["f1"] == 1.0
    assert "spans all" in run("evaluate", "brat", folder)[1]


def test_brat_beside_another_tool(run, folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "one.ann").write_text("T1\tCue 70 74\tsaid\n", encoding="utf-8")
    code, out, _ = run("evaluate", "brat", folder, "--against", other, "--format", "json")
    assert code == 0
    assert rows(out)["spans.Cue"]["f1"] == 1.0
    assert rows(out)["spans.Source"]["given"] == 0
    (other / "one.ann").write_text("T1\tCue 71 75\tsaid\n", encoding="utf-8")
    code, out, err = run("evaluate", "brat", folder, "--against", other)
    assert (code, out) == (2, "")
    assert err.startswith(f"groundcheck: {other}: one.ann: line 1: T1 says 'said' where the text")
    (other / "one.ann").rename(other / "two.ann")
    _, _, err = run("evaluate", "brat", folder, "--against", other)
    assert err.count("\n") == 1
    assert str(other) in err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["gold", "{folder}/none"], "none: no such file or folder"),
        (["polnear", "{folder}/one.txt"], "one.txt: no .txt with a .ann of the same name"),
        (["gold", "{folder}", "--show", "wings"], "--show: 'wings' is not all or one of claims,"),
        (["brat", "{folder}", "--against", "{folder}/none"], "none: no such file or folder"),
        (["silver", "{folder}"], "no such command 'silver'"),
    ],
)
def test_bad_input_is_one_line_and_2(run, folder, arguments, reason):
    code, out, err = run("evaluate", *[a.format(folder=folder) for a in arguments])
    assert (code, out) == (2, "")
    assert err.startswith("groundcheck: ")
    assert err.count("\n") == 1
    assert reason in err


def test_a_broken_line_is_named(run, folder):
    (folder / "one.ann").write_text(ANN + "T5\tCue 1\n", encoding="utf-8")
    code, _, err = run("evaluate", "polnear", folder)
    assert code == 2
    assert err.startswith("groundcheck: one.ann: line 6: not of the form T1<tab>Type")


@pytest.mark.parametrize("command", ["gold", "polnear", "brat"])
def test_each_help_has_an_example(run, command):
    code, out, _ = run("evaluate", command, "--help")
    assert code == 0
    assert f"groundcheck evaluate {command}" in out.partition("Example:")[2]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_brat_counts_the_text_as_it_stands_in_its_file(run, tmp_path, mark):
    report = tmp_path / "one.txt"
    report.write_bytes(f"{mark}{TEXT}\r\n".encode())
    code, out, _ = run("read", report, "--format", "brat")
    assert code == 0
    words = [
        span.of(mark + TEXT)
        for one in parse(out, f"{mark}{TEXT}\r\n").entities
        for span in one.spans
    ]
    assert QUOTE in words


def test_web_annotations_with_findings(run, folder):
    code, out, _ = run("check", folder / "one.txt", "--format", "webannotation")
    assert code == 0
    [item] = json.loads(out)["first"]["items"]
    assert item["motivation"] == ["describing", "assessing"]


def test_the_configuration_of_brat_is_printed(run):
    code, out, _ = run("schema", "brat")
    assert code == 0
    assert "\n[events]\n" in out
