"""The values that everything speaks in; see each module, one type or idea a file."""

from groundcheck.model.appearance import Appearance
from groundcheck.model.attribution import THE_REPORT, Attribution, Mode
from groundcheck.model.claim import Certainty, Claim, Kind, Reading
from groundcheck.model.codec import from_json, to_json
from groundcheck.model.confidence import Confidence
from groundcheck.model.filed import Filed
from groundcheck.model.finding import Evidence, Finding, MakersFigure, Step, Verdict
from groundcheck.model.ids import claim_id, report_id
from groundcheck.model.interval import Interval
from groundcheck.model.measurement import Measurement, PublishedArea
from groundcheck.model.outcome import Outcome
from groundcheck.model.place import Candidate, Place, PlaceKind
from groundcheck.model.proposition import Proposition
from groundcheck.model.quantity import Bound, Quantity, Role
from groundcheck.model.record import Entry, Record
from groundcheck.model.relation import AttributionRelation
from groundcheck.model.report import Report
from groundcheck.model.span import Span, hull
from groundcheck.model.statement import Statement
from groundcheck.model.when import When

__all__ = [
    "THE_REPORT",
    "Appearance",
    "Attribution",
    "AttributionRelation",
    "Bound",
    "Candidate",
    "Certainty",
    "Claim",
    "Confidence",
    "Entry",
    "Evidence",
    "Filed",
    "Finding",
    "Interval",
    "Kind",
    "MakersFigure",
    "Measurement",
    "Mode",
    "Outcome",
    "Place",
    "PlaceKind",
    "Proposition",
    "PublishedArea",
    "Quantity",
    "Reading",
    "Record",
    "Report",
    "Role",
    "Span",
    "Statement",
    "Step",
    "Verdict",
    "When",
    "claim_id",
    "from_json",
    "hull",
    "report_id",
    "to_json",
]
