import pytest

from groundcheck.errors import BadValue, UnreadableInput
from groundcheck.evaluation.corpus import paired


def names(*files, ending=".ann", split=""):
    found = paired("DIR", dict.fromkeys(files, b"x"), ending, split)
    return [(one.text_name, one.notes_name) for one in found]


def test_annotations_stand_beside_their_text():
    assert names("b.txt", "b.ann", "a.txt", "a.ann", "c.txt") == [
        ("a.txt", "a.ann"),
        ("b.txt", "b.ann"),
    ]


def test_or_in_a_folder_of_their_own():
    assert names("dev/text/a.txt", "dev/attributions/a_4b22.ann") == [
        ("dev/text/a.txt", "dev/attributions/a_4b22.ann")
    ]


def test_the_first_annotator_counts():
    files = ("text/a.txt", "attributions/a_6b86.ann", "attributions/a_4e07.ann")
    assert names(*files) == [("text/a.txt", "attributions/a_4e07.ann")]


def test_a_name_that_begins_another_is_its_own():
    files = ("a.txt", "a_b.txt", "a_b_1.ann", "a_1.ann")
    assert names(*files) == [("a.txt", "a_1.ann"), ("a_b.txt", "a_b_1.ann")]


def test_a_split_is_a_folder():
    files = ("dev/text/a.txt", "dev/attributions/a.ann", "train/text/a.txt", "train/text/a.ann")
    assert len(names(*files)) == 2
    assert names(*files, split="dev") == [("dev/text/a.txt", "dev/attributions/a.ann")]
    with pytest.raises(BadValue, match=r"DIR: no \.txt with a \.ann of the same name in a folder"):
        names(*files, split="test")


@pytest.mark.parametrize("files", [(), ("a.txt",), ("a.ann",), ("a.txt", "b.ann")])
def test_nothing_to_compare_is_an_error(files):
    with pytest.raises(BadValue, match=r"DIR: no \.txt with a \.ann of the same name$"):
        names(*files)


def test_marks_and_line_ends_are_kept():
    [one] = paired("DIR", {"a.txt": b"\xef\xbb\xbfa\r\n", "a.ann": b"\r\n"}, ".ann")
    assert (one.name, one.text, one.notes) == ("a", "\ufeffa\r\n", "\r\n")


def test_other_encodings_are_refused():
    with pytest.raises(UnreadableInput, match=r"a\.txt: not UTF-8 \(byte 0xe9 at 3\)"):
        paired("DIR", {"a.txt": b"caf\xe9", "a.ann": b""}, ".ann")
