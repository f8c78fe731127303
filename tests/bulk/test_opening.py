"""Sources here and in a storage that fsspec knows."""

from __future__ import annotations

import gzip
import sys

import pytest

from groundcheck.bulk.opening import opened, require, size
from groundcheck.errors import InputError
from groundcheck.ledger.intake import Given, IntakeOptions, Refused

PLAIN = IntakeOptions()


@pytest.fixture
def storage():
    """A storage in memory with three files, one of them packed, and one that is hidden."""
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed: extra 'bulk'")
    memory = fsspec.filesystem("memory")
    lines = b'{"text": "One."}\n{"text": "Two."}\n'
    files = {
        "news/b/c.jsonl.gz": gzip.compress(lines),
        "news/a.txt": b"Three.",
        "news/bad.zip": b"PK\x03\x04",
        "news/.hidden": b"Four.",
    }
    for name, data in files.items():
        memory.pipe(f"/{name}", data)
    yield memory
    memory.rm("/news", recursive=True)


def test_a_storage_gives_its_files_by_name(storage):
    found = list(opened("memory://news", PLAIN))
    assert [(one.item, one.text) for one in found if isinstance(one, Given)] == [
        ("a.txt", "Three."),
        ("b/c.jsonl#1", "One."),
        ("b/c.jsonl#2", "Two."),
    ]
    assert [one.item for one in found if isinstance(one, Refused)] == ["bad.zip"]
    assert size("memory://news") > 10


def test_one_file_of_a_storage(storage):
    (one,) = opened("memory://news/a.txt", PLAIN)
    assert (one.item, one.text) == ("a.txt", "Three.")


@pytest.mark.parametrize("source", ["memory://nothing", "nostorage://a/b"])
def test_what_is_not_there_is_told(storage, source):
    with pytest.raises(InputError, match=rf"^{source}: "):
        require(source)
    assert size(source) == 0


def test_without_fsspec_it_is_told_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(InputError, match=r"wants fsspec: pip install 'groundcheck\[bulk\]'"):
        require("s3://key:secret@bucket/news")


def test_files_here_are_as_they_are_for_add(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    assert [one.text for one in opened(str(tmp_path), PLAIN)] == ["One."]
    assert size(str(tmp_path)) == size(str(tmp_path / "a.txt")) == 4
    assert size(str(tmp_path / "nothing")) == 0
