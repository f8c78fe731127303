"""Who says what in a report, as relations between stretches of its words."""

from __future__ import annotations

from groundcheck.model import AttributionRelation, Report
from groundcheck.readers.tagger import shipped_tagger
from groundcheck.readers.tagger_input import Layout
from groundcheck.text.quotations import quotations
from groundcheck.text.sentences import sentences


def find_relations(report: Report) -> tuple[AttributionRelation, ...]:
    """The attribution relations of the report in the order of their cues; never raises.

    They are the trained tagger's, in the manner of PolNeAR: a content has the "that" and the
    quotation marks around it, but not the comma that parts it from its cue.
    """
    layout = Layout(sentences(report.text), quotations(report.text))
    return shipped_tagger().relations(report.text, layout)
