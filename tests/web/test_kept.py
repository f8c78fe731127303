"""Texts that were checked and are on no record."""

from dataclasses import replace
from datetime import date

import groundcheck
from groundcheck.model import Appearance, Filed
from groundcheck.web.kept import A_CLAIM, Checked, Kept


def checked(text, day=None):
    outcome = groundcheck.read(text)
    outcome = replace(outcome, report=replace(outcome.report, published=day))
    return Checked(Filed(outcome, Appearance(outcome.report.id, "form", day), "english", "1"))


def test_the_same_text_of_another_day_has_another_address():
    kept = Kept()
    ids = [kept.keep(checked("Rain.", day)) for day in (None, date(2025, 1, 1), None)]
    assert ids[0] == ids[2] != ids[1]
    assert kept.get(ids[1]).filed.outcome.report.published == date(2025, 1, 1)
    assert kept.get("0" * 32) is None


def test_older_ones_go_and_the_latest_stays_however_large():
    kept = Kept(most=3 * A_CLAIM)
    first, second, third = (kept.keep(checked(text)) for text in ("Rain.", "Snow.", "Wind."))
    assert kept.get(first) is None
    assert kept.get(second) is not None
    large = kept.keep(checked("x" * 4 * A_CLAIM))
    assert [kept.get(id_) is not None for id_ in (second, third, large)] == [False, False, True]


def test_what_is_kept_again_takes_no_more_room():
    kept = Kept(most=3 * A_CLAIM)
    first = kept.keep(checked("Rain."))
    for _ in range(5):
        again = kept.keep(checked("Snow."))
    assert kept.get(first) is not None
    assert kept.get(again) is not None
