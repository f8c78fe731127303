"""The engine for one machine or a cluster: Daft, with its own runner or with Ray's.

Imports stand in the functions, since Daft and Ray are extras and slow to import.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

from groundcheck.bulk.steps import Doing, Engine
from groundcheck.errors import InputError

_QUIET = {
    "DO_NOT_TRACK": "true",
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
}


def engine(*, ray: bool, cluster: str | None) -> Engine:
    """The engine, nothing of which is told to its makers.

    Raises ``InputError`` where Daft, or Ray where that is asked for, is not installed, or where the
    cluster cannot be reached.
    """
    # They read this when they are imported, in this process and in those that they begin.
    os.environ.update(_QUIET)
    try:
        import daft

        if ray:
            _begin_ray(cluster)
    except ImportError:
        extra = "ray" if ray else "bulk"
        raise InputError(
            f"the engine {'ray' if ray else 'daft'} wants pip install 'groundcheck[{extra}]'"
        ) from None
    if ray:
        daft.set_runner_ray(noop_if_initialized=True)
    else:
        daft.set_runner_native()
    return run


def _begin_ray(cluster: str | None) -> None:
    """Join the cluster, else begin Ray here: left to itself it would seek one that may be gone."""
    import logging

    import ray

    here = {"include_dashboard": False} if cluster is None else {}
    try:
        ray.init(
            cluster or "local",
            ignore_reinit_error=True,
            log_to_driver=False,
            logging_level=logging.ERROR,
            **here,
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        said = " ".join(str(error).split())
        raise InputError(f"the Ray cluster {cluster or 'of this machine'}: {said}") from None


def run(work: Doing, partitions: Sequence[int], workers: int) -> Iterator[int]:
    """Do the partitions; the numbers of those that are done, as Daft tells them.

    Raises whatever Daft does where a worker of its own was ended, or where it cannot work.
    """
    import daft

    class Do:
        """Loads once a worker what is needed."""

        def __init__(self) -> None:
            self.do = work.begin()

        def __call__(self, numbers: Any) -> list[int]:
            return [self.do(number) for number in numbers.to_pylist()]

    kind = daft.DataType.int64()
    how = {"use_process": True, "concurrency": workers, "batch_size": 1}
    doing = daft.udf(return_dtype=kind, **how)(Do)
    frame = daft.from_pydict({"partition": list(partitions)})
    if daft.get_or_infer_runner_type() == "ray":
        # Ray gives out whole partitions; Daft's own runner has none.
        frame = frame.into_partitions(len(partitions))
    for row in frame.select(doing(frame["partition"])).iter_rows():
        yield row["partition"]
