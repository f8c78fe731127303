"""Fits and figures of calibration against the obvious slow way."""

import math
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.evaluation.calibration import Case, calibration, fit, folds, out_of_fold
from groundcheck.readers.confidence import LEVEL, probability

CASES = st.lists(
    st.builds(Case, st.sampled_from("ABCDE"), st.frozensets(st.sampled_from("xyz")), st.booleans()),
    min_size=1,
    max_size=40,
)
SAID = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)


def penalised_loss(weights, cases):
    loss = 0.01 * weights[LEVEL] ** 2 / 2
    loss += sum(w**2 for sign, w in weights.items() if sign != LEVEL) / 2
    for case in cases:
        z = weights[LEVEL] + sum(weights.get(sign, 0) for sign in case.signs)
        loss += math.log1p(math.exp(-z if case.right else z))
    return loss


@settings(deadline=None)
@given(CASES)
def test_no_step_from_the_fit_lessens_the_loss(cases):
    weights = fit(cases, least=1)
    least = penalised_loss(weights, cases)
    for sign in weights:
        for step in (-0.01, 0.01):
            moved = weights | {sign: weights[sign] + step}
            assert penalised_loss(moved, cases) >= least - 1e-9


def test_a_slow_descent_ends_where_the_fit_is():
    cases = [
        Case("A", frozenset("x" * (n % 3 > 0) + "y" * (n % 2)), n % 5 > 1 or n % 3 == 0)
        for n in range(60)
    ]
    weights = dict.fromkeys((LEVEL, "x", "y"), 0.0)
    for _ in range(4000):
        slope = {s: (0.01 if s == LEVEL else 1.0) * w for s, w in weights.items()}
        for case in cases:
            off = probability(weights, case.signs) - case.right
            for sign in (LEVEL, *case.signs):
                slope[sign] += off
        weights = {sign: weight - 0.03 * slope[sign] for sign, weight in weights.items()}
    assert fit(cases) == pytest.approx(weights, abs=1e-4)


def test_rare_signs_and_those_that_run_against_their_mark_get_no_weight():
    cases = [Case("A", frozenset({"+wrong", "b"}), False)] * 10
    cases += [Case("A", frozenset({"-wrong"}), True)] * 10
    cases += [Case("A", frozenset({"rare"}), True)] * 4
    assert set(fit(cases)) == {LEVEL, "b"}


@pytest.mark.parametrize("right", [True, False])
def test_a_fit_to_what_is_all_one_way_ends(right):
    weights = fit([Case("A", frozenset("x"), right)] * 30)
    assert all(map(math.isfinite, weights.values()))
    assert (probability(weights, "x") > 0.9) is right


@given(st.lists(st.text(max_size=2)), st.integers(1, 12))
def test_folds_part_the_reports_evenly_and_always_alike(reports, count):
    parts = folds(reports, count)
    assert parts == folds(sorted(reports, reverse=True), count)
    assert Counter(name for part in parts for name in part) == Counter(set(reports))
    assert not parts or max(map(len, parts)) - min(map(len, parts)) <= 1


def test_no_case_is_judged_by_a_model_that_saw_its_report():
    cases = [Case(report, frozenset(report), True) for report in "ABCDABCD"]
    seen = []

    def fitted(given):
        seen.append({case.report for case in given})
        return {LEVEL: float(len(seen)), **{case.report: 100.0 for case in given}}

    said = out_of_fold(cases, folds("ABCD", 3), fitted)
    assert sorted(map(len, seen)) == [2, 3, 3]
    # A model that knew the report's own sign would be all but certain.
    assert all(p < 0.99 for p in said)


@given(SAID)
def test_figures_are_those_of_the_slow_way(pairs):
    said, right = zip(*pairs, strict=True)
    found = calibration(said, right)
    n = len(pairs)
    assert found.count == n
    assert found.brier == pytest.approx(sum((p - y) ** 2 for p, y in pairs) / n)
    error = 0.0
    for tenth in range(10):
        inside = [(p, y) for p, y in pairs if min(int(p * 10), 9) == tenth]
        if inside:
            error += abs(sum(p for p, _ in inside) - sum(y for _, y in inside)) / n
    assert found.error == pytest.approx(error)
    kept = [(min(max(p, 1e-9), 1 - 1e-9), y) for p, y in pairs]
    assert found.loss == pytest.approx(-sum(math.log(p if y else 1 - p) for p, y in kept) / n)
    assert sum(point.count for point in found.bins) == n


def test_exact_probabilities_err_by_what_chance_makes():
    # One case at one half is off by one half whichever way it falls.
    assert calibration([0.5], [True]).chance == 0.5
    assert calibration([0.0, 1.0], [False, True]).chance == 0.0
    # The mean distance of a share of 100 coins from one half: 50 · C(100, 50) / 2^100 / 100.
    many = calibration([0.5] * 100, [True, False] * 50)
    assert many.chance == pytest.approx(0.0398, abs=0.008)


def test_one_rate_for_all_has_the_loss_of_the_base_rate():
    found = calibration([0.75] * 4, [True, True, True, False])
    assert (found.rate, found.error) == (0.75, 0.0)
    assert found.loss == pytest.approx(found.base_loss)
