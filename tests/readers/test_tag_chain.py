"""The best chain of tags, beside the slow way: every chain tried."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.readers.tag_chain import Chain, Run

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue")
NUMBERS = st.integers(-40, 40).map(lambda n: n / 8)
NONE = [[0.0] * len(TAGS)] * len(TAGS)


def allowed(chain):
    tags = ["O", *(TAGS[n] for n in chain)]
    return all(
        not after.startswith("I-") or before[2:] == after[2:] for before, after in pairwise(tags)
    )


def total(chain, scores, moves):
    steps = sum(moves[a][b] for a, b in pairwise(chain))
    return steps + sum(row[tag] for row, tag in zip(scores, chain, strict=True))


@given(
    st.lists(st.lists(NUMBERS, min_size=5, max_size=5), min_size=1, max_size=4),
    st.lists(st.lists(NUMBERS, min_size=5, max_size=5), min_size=5, max_size=5),
)
def test_no_chain_is_better(scores, moves):
    (best,) = Chain(TAGS, moves).best(np.array([scores], np.float32), [len(scores)])
    every = [c for c in product(range(5), repeat=len(scores)) if allowed(c)]
    assert allowed(best)
    assert total(best, scores, moves) == max(total(c, scores, moves) for c in every)


def test_windows_of_a_batch_do_not_touch_each_other():
    chain = Chain(TAGS, NONE)
    one = np.eye(5, dtype=np.float32)[[1, 2, 0]]
    two = np.eye(5, dtype=np.float32)[[3, 0, 0]]
    assert chain.best(np.stack([one, two]), [3, 1]) == [[1, 2, 0], [3]]


@pytest.mark.parametrize(
    ("chain", "runs"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 0], [("source", 0, 2)]),
        ([1, 1, 3, 4], [("source", 0, 1), ("source", 1, 2), ("cue", 2, 4)]),
    ],
)
def test_runs_are_told(chain, runs):
    assert list(Chain(TAGS, NONE).runs(chain)) == [Run(*run) for run in runs]
