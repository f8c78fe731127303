"""The parts of a report on several countries, by the headings that name one."""

from __future__ import annotations

from bisect import bisect_right

from groundcheck.readers.document import Document, within

_LONGEST = 80


class Sections:
    """Where a heading turns a report to another country, and which."""

    def __init__(self, doc: Document) -> None:
        self._starts: list[tuple[int, str]] = []
        for paragraph in doc.paragraphs:
            words = doc.plain[paragraph.start : paragraph.end].strip()
            if len(words) > _LONGEST or words.endswith((".", "!", "?", ":", '"')):
                continue
            countries = {s.country for s in within(doc.states, paragraph)}
            if len(countries) == 1:
                self._starts.append((paragraph.start, countries.pop()))
        if len({country for _, country in self._starts}) < 2:
            self._starts = []

    def start(self, at: int) -> int:
        """Where the part of the report that holds a point begins, 0 without such parts."""
        index = self._index(at)
        return self._starts[index][0] if index >= 0 else 0

    def country(self, at: int) -> str:
        """The country that the part of the report is headed by, "" without such parts."""
        index = self._index(at)
        return self._starts[index][1] if index >= 0 else ""

    def _index(self, at: int) -> int:
        return bisect_right(self._starts, at, key=_start) - 1


def _start(section: tuple[int, str]) -> int:
    return section[0]
