"""A bulk run from its sources to the finished folder, begun or taken up again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from groundcheck.bulk import files, opening
from groundcheck.bulk import texts as texts_of
from groundcheck.bulk.plan import Ended, Plan, Tally, partitions_for
from groundcheck.bulk.steps import Engine
from groundcheck.bulk.work import Failed, Work, done, write
from groundcheck.errors import GroundcheckError, InputError
from groundcheck.ledger.filed_folder import DONE, WORKING
from groundcheck.ledger.intake import Given, IntakeOptions, Refused
from groundcheck.ledger.reading import Reading, Text, checked_by, reader, text_of
from groundcheck.ledger.store import content
from groundcheck.ledger.workers import Job, Lost, Staff, Workers
from groundcheck.model import Filed

EngineName = Literal["local", "daft", "ray"]
Told = Callable[[int, int], None]
"""Told how many partitions are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a bulk run is done.

    ``partitions`` is how many partitions the texts are split into (0: by the sources' size), and
    ``seconds`` the longest for a report that has cost a worker its life before. ``cluster`` is the
    address of a Ray cluster; without one Ray is begun on this machine.
    """

    engine: EngineName = "local"
    workers: int = 0
    checks: bool = True
    store: Path | None = None
    intake: IntakeOptions = field(default_factory=IntakeOptions)
    partitions: int = 0
    seconds: float = 300.0
    cluster: str | None = None


def bulk(
    sources: Sequence[str], out: Path, options: Options, progress: Told | None = None
) -> Ended:
    """Read every report of the sources once and write the tables of ``out``.

    A run that was ended in any way is taken up where it stopped; one that has ended is not done
    again. Raises ``InputError`` where ``out`` holds anything else or a source cannot be found, and
    ``GroundcheckError`` where the engine cannot work.
    """
    for source in sources:
        opening.require(source)
    plan = _plan(sources, options)
    with files.told(out):
        if (out / DONE).is_file():
            ended = files.read_json(out / DONE, Ended)
            _same(out, plan, ended.plan)
            return ended
        plan = _begun(out, plan)
        given = _given_texts(out, plan, options)
        work = Work(out, Reading(plan.checks, options.store, plan.checked_by))
        run(work, plan.partitions, options, progress)
        tallies = done(out, plan.partitions)
        ended = Ended(plan, sum(tallies.values(), given))
        files.write_json(out / DONE, ended, out / WORKING / "unfinished")
        shutil.rmtree(out / WORKING)
    return ended


def run(work: Work, count: int, options: Options, progress: Told | None = None) -> None:
    """Do all partitions that are not done.

    Where the engine leaves some, for a worker of it was ended, the first of these is done here,
    text by text, and the engine is asked again for the others. Raises ``GroundcheckError`` where it
    does nothing again and again.
    """
    workers = count_of(options)
    do, idle = engine(options), 0
    while left := _left(work.out, count):
        reason = _done_by(do, work, left, (workers, count, progress))
        still = _left(work.out, count)
        idle = idle + 1 if still == left else 0
        if idle > workers:
            raise GroundcheckError(f"the engine {options.engine} cannot work: {reason}")
        for partition in still[:1]:
            write(work.out, partition, _one_by_one(work, partition, workers, options.seconds))


def _done_by(
    do: Engine, work: Work, left: Sequence[int], told: tuple[int, int, Told | None]
) -> str:
    """Have the engine do the partitions; why it gave up, ``""`` where it did not."""
    workers, count, progress = told
    try:
        for ready, _ in enumerate(do(work, left, workers), start=count - len(left) + 1):
            if progress is not None:
                progress(ready, count)
    except GroundcheckError:
        raise
    except Exception as error:
        return " ".join(str(error).split()) or type(error).__name__
    return ""


def count_of(options: Options) -> int:
    """How many workers there are."""
    return options.workers or os.cpu_count() or 1


def engine(options: Options) -> Engine:
    """The engine of that name. Raises ``InputError`` where it is not installed."""
    if options.engine == "local":
        from groundcheck.bulk import local  # noqa: PLC0415

        return local.run
    from groundcheck.bulk import daft_engine  # noqa: PLC0415

    return daft_engine.engine(ray=options.engine == "ray", cluster=options.cluster)


def _plan(sources: Sequence[str], options: Options) -> Plan:
    by = reader()
    intake = options.intake
    return Plan(
        sources=tuple(sources),
        checks=options.checks,
        reader=by.name,
        version=by.version,
        checked_by=checked_by(options.store) if options.checks else "",
        partitions=options.partitions or partitions_for(sum(map(opening.size, sources))),
        intake=content.line((tuple(sorted(intake.fields.items())), intake.encoding)),
    )


def _begun(out: Path, plan: Plan) -> Plan:
    """The plan of the run that was begun in the folder, which is this one where none was."""
    path = out / WORKING / "plan.json"
    if path.is_file():
        before = files.read_json(path, Plan)
        _same(out, plan, before)
        return before
    out.mkdir(parents=True, exist_ok=True)
    if any(each.name != WORKING for each in out.iterdir()):
        raise InputError(f"{out}: is a folder with other files in it; choose another --out")
    files.write_json(path, plan, out / WORKING / "unfinished")
    return plan


def _same(out: Path, plan: Plan, before: Plan) -> None:
    if differs := plan.differs(before):
        raise InputError(f"{out}: holds a run of {differs}; choose another --out")


def _given_texts(out: Path, plan: Plan, options: Options) -> Tally:
    """Put the texts in their partitions, unless that is done; what of the sources failed."""
    path = out / WORKING / "texts.json"
    if path.is_file():
        return files.read_json(path, Tally)
    coming: Iterable[Given | Refused] = (
        one for source in plan.sources for one in opening.opened(source, options.intake)
    )
    tally = texts_of.split(out, plan, coming)
    files.write_json(path, tally, out / WORKING / "unfinished")
    return tally


def _left(out: Path, count: int) -> list[int]:
    ready = done(out, count)
    return [partition for partition in range(count) if partition not in ready]


def _one_by_one(
    work: Work, partition: int, workers: int, seconds: float
) -> Iterator[tuple[list[Given], Filed | Failed]]:
    """What comes of the texts of a partition, where each can cost no more than itself."""
    met = texts_of.texts(work.out, partition)
    jobs = [Job(text_of(items[0])) for items in met.values()]
    staff: Staff[Text, Filed] = Staff(work.reading.begin, workers, seconds)
    with Workers(staff) as processes:
        for items, one in zip(met.values(), processes.results(jobs), strict=True):
            yield items, Failed(one.reason, one.fault) if isinstance(one, Lost) else one
