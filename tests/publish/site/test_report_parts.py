"""A report cut into pages: each claim on one, the words of the pages one after the other."""

from hypothesis import given
from hypothesis import strategies as st

from groundcheck.model import Attribution, Claim, Outcome, Report, Span, report_id
from groundcheck.publish.site.report_parts import CLAIMS, page_of, pages_of, part

WHO = Attribution("the report", "narrator")


def outcome(starts, text):
    claims = (
        Claim(str(n), "", (Span(start, start + 3),), "control", WHO)
        for n, start in enumerate(sorted(starts))
    )
    return Outcome(Report(report_id(text), text), tuple(claims))


@given(
    st.lists(st.integers(0, 3000), max_size=3 * CLAIMS + 1),
    st.text(alphabet="ab\n", min_size=3, max_size=60).map(lambda text: text * 1100),
)
def test_pages_hold_every_claim_once_and_the_whole_text(starts, text):
    whole = outcome(starts, text)
    parts = [part(whole, page) for page in range(1, pages_of(len(starts)) + 1)]
    assert [claim for each in parts for claim in each.claims] == list(whole.claims)
    assert "".join(each.words.of(text) for each in parts) == text
    for each in parts:
        for number, claim in enumerate(each.claims, each.first):
            assert page_of(number) == each.page
            assert each.words.start <= claim.spans[0].start


def test_a_page_after_the_last_is_the_last():
    whole = outcome(range(0, 1000, 5), "x" * 1100)
    assert part(whole, 9) == part(whole, 2)
    assert (pages_of(0), pages_of(CLAIMS), pages_of(CLAIMS + 1)) == (1, 1, 2)
