"""Writing what is published: whole files, folders that hold nothing stale, nobody's files lost."""

import pytest

from groundcheck.errors import InputError
from groundcheck.ledger.output_files import LIST, write_file, write_folder

FILES = [("a.txt", b"1"), ("in/b.txt", b"2"), ("in/c.txt", b"3")]


def held(path):
    return {
        str(one.relative_to(path)): one.read_bytes()
        for one in path.rglob("*")
        if one.is_file() and not one.name.startswith(LIST)
    }


def breaks_after(files):
    yield from files
    raise RuntimeError("half way")


def test_a_file_is_written_whole(tmp_path):
    target = tmp_path / "a.csv"
    write_file(target, [b"1", b"2"])
    write_file(target, [b"3"])
    assert held(tmp_path) == {"a.csv": b"3"}


def test_a_file_stays_as_it_was_where_its_making_breaks(tmp_path):
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError):
        write_file(target, breaks_after([b"new"]))
    assert held(tmp_path) == {"a.csv": b"old"}


def test_where_nothing_can_be_written_it_is_one_line(tmp_path):
    with pytest.raises(InputError, match=r"x/a\.csv: no such file or directory$"):
        write_file(tmp_path / "x" / "a.csv", [b"1"])
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError, match=r"file: not a directory$"):
        write_folder(tmp_path / "file", FILES, "brat")


def test_a_folder_is_made_and_written_again_without_what_is_gone(tmp_path):
    target = tmp_path / "new" / "folder"
    assert write_folder(target, FILES, "brat") == 3
    assert held(target) == dict(FILES)
    (target / "in" / "mine.txt").write_bytes(b"mine")
    assert write_folder(target, [("a.txt", b"9")], "brat") == 1
    assert held(target) == {"a.txt": b"9", "in/mine.txt": b"mine"}
    assert write_folder(target, [], "brat") == 0
    assert held(target) == {"in/mine.txt": b"mine"}


def test_a_folder_of_others_is_refused_and_stays(tmp_path):
    (tmp_path / "mine.txt").write_bytes(b"mine")
    with pytest.raises(InputError, match="with other files in it"):
        write_folder(tmp_path, FILES, "brat")
    assert held(tmp_path) == {"mine.txt": b"mine"}


def test_an_export_of_another_format_is_refused(tmp_path):
    write_folder(tmp_path / "a", FILES, "brat")
    with pytest.raises(InputError, match="of the format brat, not claimreview"):
        write_folder(tmp_path / "a", [], "claimreview")
    assert held(tmp_path / "a") == dict(FILES)


def test_what_a_broken_run_left_is_known_to_the_next(tmp_path):
    target = tmp_path / "a"
    write_folder(target, [("old.txt", b"0")], "brat")
    with pytest.raises(RuntimeError):
        write_folder(target, breaks_after(FILES), "brat")
    assert held(target) == {"old.txt": b"0", **dict(FILES)}
    write_folder(target, [("new.txt", b"5")], "brat")
    assert held(target) == {"new.txt": b"5"}
    with pytest.raises(RuntimeError):
        write_folder(tmp_path / "b", breaks_after(FILES), "brat")
    assert write_folder(tmp_path / "b", FILES[:1], "brat") == 1
    assert held(tmp_path / "b") == dict(FILES[:1])


@pytest.mark.parametrize("cut", ["", "bra", "brat\n", "brat\nin/b", "brat\na.txt\nin"])
def test_a_list_that_a_full_disk_cut_off_does_not_lock_the_folder(tmp_path, cut):
    target = tmp_path / "a"
    (target / "in").mkdir(parents=True)
    (target / f"{LIST}.part").write_text(cut, encoding="utf-8")
    assert write_folder(target, FILES, "brat") == 3
    assert held(target) == dict(FILES)


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "in/../../out.txt", ""])
def test_a_list_that_names_others_removes_nothing(tmp_path, name):
    outside = tmp_path / "out.txt"
    outside.write_bytes(b"mine")
    target = tmp_path / "a"
    write_folder(target, FILES[:1], "brat")
    shown = name.replace("/out.txt", str(outside)) if name.startswith("/") else name
    with (target / LIST).open("a", encoding="utf-8") as listed:
        listed.write(f"{shown}\n")
    write_folder(target, [], "brat")
    assert outside.read_bytes() == b"mine"
    assert held(target) == {}
