"""docs/intake.md: its examples give what they say, and its limits are those of the program."""

import doctest
import re
from pathlib import Path

import pytest

from groundcheck.ledger import decoding, walking
from groundcheck.ledger.intake import IntakeOptions, feeds, page, records
from groundcheck.ledger.limits import in_words

PAGE = Path(__file__).parents[3] / "docs" / "intake.md"
FILE = re.compile(r"^`([\w./]+)`:\n\n```\w+\n(.*?)```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def text():
    return PAGE.read_text(encoding="utf-8")


def test_the_examples_give_what_they_say(text, tmp_path, monkeypatch):
    for name, content in FILE.findall(text):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    examples = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    assert len(examples.examples) > 10
    told = []
    doctest.DocTestRunner(verbose=False).run(examples, out=told.append)
    assert "".join(told) == ""


@pytest.mark.parametrize(
    ("of", "most"),
    [
        ("one text, in bytes where it is a file", in_words(decoding.LIMIT)),
        ("one record of JSON", in_words(records.LONGEST)),
        ("one page", in_words(page.LONGEST)),
        ("one feed", in_words(feeds.LONGEST)),
        ("one archive inside a zip or a tar", in_words(IntakeOptions().limits.file)),
        ("everything that a source unpacks to", in_words(IntakeOptions().limits.total)),
        ("files in a source", f"{IntakeOptions().limits.files:,}"),
        ("archives in archives", walking._LAYERS),
    ],
)
def test_limits(text, of, most):
    assert f"| {of} | {most} |\n" in text
