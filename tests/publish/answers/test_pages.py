"""Pages of answers: nothing in a statement steers the screen, and each has who says so."""

from dataclasses import replace
from datetime import date

import pytest

from groundcheck.ledger.questions.history import HistoryRow
from groundcheck.ledger.questions.search import SaidRow
from groundcheck.ledger.store import Difference, Info
from groundcheck.publish.answers import history, keeping, said
from groundcheck.publish.terminal import Screen

ESCAPE = "\x1b[31m\u202e"
ROW = SaidRow(
    said=date(2031, 5, 8),
    source="General Ilan",
    via=("the ministry", "an agency"),
    outlet="The Daily",
    mode="indirect",
    kind="control",
    certainty="hedged",
    actor="Arvania",
    place_names=("Northmark", "Nowhere"),
    place_ids=("XA-1", "name:Nowhere"),
    words="more than half of Northmark",
    figure="more than half",
    low=50.0,
    high=100.0,
    bounds="(50, 100]",
    unit="percent",
    verdicts=("control: depends", "control: depends", "geography: agrees"),
    claim="c" * 16,
    report="r" * 64,
    copies_of="r" * 64,
    url=None,
)


def test_a_statement_has_its_day_its_chain_and_what_its_words_commit_to():
    assert said.page((ROW,), 1, Screen()) == (
        "2031-05-08  General Ilan, via the ministry, via an agency · indirect, in The\n"
        "            Daily\n"
        "            “more than half of Northmark”\n"
        "            control · hedged · Arvania · Northmark (XA-1), Nowhere · more than\n"
        "            50, up to 100%\n"
        "            ◐ control: depends\n"
        "            ● geography: agrees\n"
        "            cccccccccccccccc\n"
        "\n"
        "1 statement. A finding sets a statement beside other statements and their\n"
        "sources. It calls none of them true or false.\n"
    )


def test_a_report_s_own_words_are_told_as_its_own_and_a_missing_day_as_missing():
    row = replace(ROW, said=None, source="the report", via=(), bounds=None, low=None, high=None)
    text = said.page((row,), 1, Screen())
    assert text.startswith("no day      the report itself · indirect, in The Daily\n")
    assert "100%" not in text


@pytest.mark.parametrize("field", ["source", "outlet", "words", "actor", "url", "claim"])
def test_nothing_in_a_statement_steers_the_screen(field):
    text = said.page((replace(ROW, **{field: f"a{ESCAPE}b"}),), 1, Screen())
    assert "\x1b" not in text
    assert "\u202e" not in text


def told(**slots):
    return HistoryRow(
        **{
            "day": date(2031, 5, 8), "what": "said", "who": "A", "through": "The Daily",
            "actor": "Arvania", "kind": "control", "certainty": "stated", "words": "half of it",
            "low": 49.5, "high": 50.5, "bounds": "[49.5, 50.5]", "unit": "percent",
            "verdicts": (), "claim": "c1", "report": "r", "url": None, **slots,
        }
    )  # fmt: skip


def test_maps_beside_several_claims_of_a_day_are_shown_once_after_the_last():
    shown = {"what": "measured", "who": "Atlas", "through": "atlas", "kind": None}
    rows = [
        told(),
        told(**shown, words="held by Arvania, on X"),
        told(who="B", claim="c2"),
        told(**shown, words="held by Arvania, on X", claim="c2"),
        told(**shown, words="held by Arvania, on X", claim=None),
        told(**shown, words="held by Arvania, on X", claim=None, day=date(2031, 5, 9)),
    ]
    text = history.page(rows, "XA-1 (Northmark)", Screen())
    assert text.count("map of 2031-05-08  Atlas · atlas: 49.5 to 50.5% held by Arvania") == 1
    assert text.index("B, in The Daily") < text.index("map of 2031-05-08")
    assert "  2031-05-08 to 2031-05-09  49.5 to 50.5%\n" in text
    assert text.startswith("XA-1 (Northmark): 2 claims on record beside what maps show\n")


def test_a_history_without_a_claim_has_the_maps_and_says_so():
    assert history.page([], "here", Screen()).startswith("here: no claims on record")
    shown = told(what="measured", words="held by Arvania, on X", claim=None)
    assert "  2031-05-08  " in history.page([shown], "here", Screen())


def test_a_history_does_not_steer_the_screen_either():
    rows = [told(who=ESCAPE, words=ESCAPE, through=ESCAPE), told(what="measured", words=ESCAPE)]
    assert "\x1b" not in history.page(rows, "here", Screen())


def test_what_a_ledger_holds_and_what_differs():
    empty = Info("l.sqlite", 1, 4096, 0, 0, 0, 0, 0, 0, None, None, "abc")
    assert "first day said      –\n" in keeping.info(empty, as_json=False)
    assert '"first_day": null' in keeping.info(empty, as_json=True)
    found = [Difference("report 1", f"is not{ESCAPE} so")]
    assert keeping.differences(found, as_json=False) == "report 1: is not�[31m¤ so\n"
    assert keeping.differences([], as_json=False) == "all is as it was written\n"
