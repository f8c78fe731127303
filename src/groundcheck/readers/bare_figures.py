"""What a figure counts where no unit stands with it: "another 40", "Bases: 5", "105 fled"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from groundcheck.model import Quantity, Span
from groundcheck.readers.document import Document
from groundcheck.readers.figures import DURATIONS
from groundcheck.text.nouns import unit_for

# What only people do, or what befalls only people.
_OF_PEOPLE = re.compile(
    r"\b(?:killed|kills|killing|dead|died|dies|deaths?|dying|wounded|injured|hurt|fled|flee|fleeing|"
    r"perished|missing|surrendered|surrendering|deserted|defected|detained|arrested|displaced|"
    r"uprooted|evacuated|rescued|returned\s+home|ran\s+away|demobili[sz]ed|drowned|starv\w+|"
    r"executed|abducted|kidnapped|hostage|recruited|conscripted|drafted|enlisted|mobili[sz]ed|"
    r"felled|toll|casualties|slain|homeless|came\s+through|walked|marched|crowded|sheltering|"
    r"hungry|buried|mourned|trained|civilians|residents|inhabitants|refugees|fighters|soldiers)\b"
    r"(?!\s+(?:by|from)\s+\d)",
    re.IGNORECASE,
)
# "Battalion bases: 5", "Camps overrun: 72": the label before the figure says what is counted.
_LABEL = re.compile(
    r"(?:^|[.;,(\n]\s*|[*-]\s+)(?:[\w'-]+\s+){0,4}?(?P<noun>[A-Za-z]{3,}s)(?:\s+\w+(?:ed|en|un|ost))?\s*:\s*"
    r"(?:(?:over|about|some|nearly|up\s+to|at\s+least|more\s+than)\s+)?$",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:those|these|the)\s+$", re.IGNORECASE)
_ASKED = re.compile(
    r"\bhow\s+many\s+(?:\w+\s+)?(?P<noun>[a-z]+s|men|people|children)\b", re.IGNORECASE
)
_HOW_MANY = re.compile(
    r"\bhow\s+many\s+(?:have|had|were|are|remain|died|live|fled|left|is)\b", re.IGNORECASE
)
_OF_THESE = re.compile(
    r"\s+of\s+(?:(?:its|our|their|the|his|her|these|those|all)\s+|[A-Z][\w-]*'s?\s+)(?:[a-z-]+\s+){0,2}?"
    r"(?P<noun>[a-z-]{3,}s|men|people|children|women)\b",
)
_OF_THEM = re.compile(r"\s+(?:of\s+(?:them|whom)|others)\b", re.IGNORECASE)
_LOOK = 60
_GROUND = ("km2", "mi2", "ha", "km", "mi", "m", "settlements")
_NOT_CARRIED = (*DURATIONS, "percentage points", "number")


@dataclass(slots=True)
class BareFigures:
    """Gives figures without a unit theirs; remembers what was counted last, and each count."""

    doc: Document
    counted: str | None = None
    last: Quantity | None = None
    known: dict[float, str] = field(default_factory=dict)

    def asked(self, words: str) -> None:
        """A question after a number of something: the answer counts that."""
        found = _ASKED.search(words)
        if found:
            self.counted, self.last = unit_for(found["noun"]), None
        elif _HOW_MANY.search(words):
            self.counted, self.last = "people", None

    def with_unit(self, quantity: Quantity, clause: Span, sentence: Span) -> Quantity:
        """The figure with its unit; one that has a unit is what the next may leave out."""
        if quantity.unit == "number":
            unit = self._unit(quantity, clause, sentence)
            quantity = replace(quantity, unit=unit or "number", unit_said=False)
        if quantity.role != "conversion":
            self.last = quantity
            if quantity.unit not in (*_NOT_CARRIED, "percent"):
                self.counted = quantity.unit
            if isinstance(quantity.value, float | int):
                self.known[float(quantity.value)] = quantity.unit
        return quantity

    def _unit(self, quantity: Quantity, clause: Span, sentence: Span) -> str | None:
        text = self.doc.plain
        before = text[max(sentence.start, quantity.span.start - _LOOK) : quantity.span.start]
        label = _LABEL.search(before)
        if label:
            return unit_for(label["noun"])
        again = self.known.get(quantity.value) if isinstance(quantity.value, float) else None
        if again and _BACK.search(before):
            return again
        those = _OF_THESE.match(text, quantity.span.end)
        if those:
            return unit_for(those["noun"])
        if _OF_PEOPLE.search(text, clause.start, clause.end):
            return "people"
        of_them = _OF_THEM.match(text, quantity.span.end)
        if of_them and self.counted in _GROUND:
            return "people"
        if self._alike(quantity, sentence):
            return self.last.unit if self.last else None
        return self.counted

    def _alike(self, quantity: Quantity, sentence: Span) -> bool:
        """Whether the figure goes on a row: of percents, or of lengths of time in one sentence."""
        last = self.last
        if last is None:
            return False
        if last.unit == "percent":
            high = quantity.value[1] if isinstance(quantity.value, tuple) else quantity.value
            return high <= 100
        return last.unit in DURATIONS and sentence.contains(last.span)
