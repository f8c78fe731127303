"""JSON in and out of every type of the model."""

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck import model
from groundcheck.errors import BadValue
from groundcheck.model import Interval, Place, Quantity, Report, Span, from_json, to_json

VALUES = [kind for name in model.__all__ if dataclasses.is_dataclass(kind := getattr(model, name))]


def test_every_type_of_the_model_is_tried():
    assert {"Outcome", "Claim", "Finding", "Measurement", "Candidate"} <= {
        kind.__name__ for kind in VALUES
    }


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_what_goes_out_comes_back(kind):
    @settings(max_examples=25, deadline=None)
    @given(st.from_type(kind))
    def comes_back(value):
        there = json.loads(json.dumps(to_json(value), allow_nan=False))
        assert from_json(kind, there) == value

    comes_back()


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [
        (Span, {"start": 1}, "Span: the field 'end' is missing"),
        (Span, {"start": "1", "end": 2}, "Span.start: wants int, not str"),
        (Span, {"start": True, "end": 2}, "Span.start: wants int, not bool"),
        (Span, {"start": 3, "end": 2}, "span 3..2: wants 0 <= start <= end"),
        (Span, [1, 2], "Span: wants an object, not list"),
        (Report, {"id": "a", "text": "b", "published": "2025-13-45"}, "Report.published: "),
        (Report, {"id": "a", "text": "b", "published": 7}, "Report.published: 7 is not a day"),
        (Report, {"id": "a", "text": None}, "Report.text: wants str, not NoneType"),
        (Interval, {"low": "a", "high": None}, "Interval.low: wants float, not str"),
        (Interval, {"low": False, "high": None}, "Interval.low: wants float, not bool"),
        (
            Place,
            {"span": None, "text": "", "id": "", "name": "", "kind": "planet"},
            "Place.kind: 'planet' is not one of country, region, town, area",
        ),
        (
            Place,
            {"span": None, "text": "", "id": "", "name": "", "kind": "area", "candidates": {}},
            "Place.candidates: wants an array, not dict",
        ),
    ],
)
def test_another_shape_is_refused_with_the_path(kind, data, message):
    with pytest.raises(BadValue) as refused:
        from_json(kind, data)
    assert str(refused.value).startswith(message)


def test_the_path_leads_into_arrays():
    span = {"start": 0, "end": 1}
    bounds = {"low": 1, "high": 2}
    said = {"span": span, "text": "", "unit": "km2", "bound": "exact", "hedge": ""}
    ends = {"bounds": bounds, "likely": bounds}
    with pytest.raises(BadValue, match=r"^Quantity.value: wants float, not list"):
        from_json(Quantity, said | ends | {"value": [1, 2, 3]})
    with pytest.raises(BadValue, match=r"^Quantity.likely.high: "):
        from_json(Quantity, said | {"value": 1, "bounds": bounds, "likely": {"low": 1, "high": ""}})


def test_unknown_fields_are_ignored_and_whole_numbers_serve_as_floats():
    assert from_json(Interval, {"low": 1, "high": 2, "colour": "red"}) == Interval(1.0, 2.0)
