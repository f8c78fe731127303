"""How hypothesis makes values of the model: ``st.from_type(Claim)`` and every other type."""

from datetime import date, timedelta

from hypothesis import strategies as st

from groundcheck.model import Confidence, Interval, Span, When

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def spans(draw):
    start = draw(st.integers(0, 10**9))
    return Span(start, start + draw(st.integers(0, 10**6)))


@st.composite
def intervals(draw):
    ends = sorted(draw(st.tuples(FINITE, FINITE)))
    low, high = (draw(st.sampled_from([end, None])) for end in ends)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@st.composite
def whens(draw):
    start = draw(st.dates(max_value=date(9000, 1, 1)))
    end = start + timedelta(days=draw(st.integers(1, 999)))
    start, end = (draw(st.sampled_from([day, None])) for day in (start, end))
    words = draw(st.tuples(st.text(), st.none() | st.text(), st.text()))
    return When(draw(st.none() | spans()), words[0], words[1], start, end, words[2])


st.register_type_strategy(float, FINITE)
st.register_type_strategy(Span, spans())
st.register_type_strategy(Interval, intervals())
st.register_type_strategy(When, whens())
st.register_type_strategy(
    Confidence, st.builds(Confidence, *[st.floats(0, 1, allow_nan=False)] * 11)
)
