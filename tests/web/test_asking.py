"""What changes when the ledger does, and questions that are ended."""

import asyncio
import threading
from contextlib import closing

import pytest

from groundcheck.errors import DataError
from groundcheck.ledger.store.memory import MemoryLedger
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.web.asking import Asking
from groundcheck.web.problems import Problem


@pytest.fixture
def asking(tmp_path):
    opened = Asking(tmp_path / "ledger.sqlite", tmp_path / "layers.sqlite", 1)
    yield opened
    opened.close()


def write(path, filed):
    with closing(open_ledger(path)) as ledger, ledger.writing() as writer:
        writer.add(filed)


def test_the_version_tells_every_change(asking, view, tmp_path):
    path, reports = tmp_path / "ledger.sqlite", list(view.reports())
    first, second = (view.readings(one.id)[-1] for one in reports[:2])

    async def changed():
        versions = [await asking.version()]
        write(path, first)
        versions.append(await asking.version())
        assert await asking.version() == versions[-1]
        write(path, second)
        versions.append(await asking.version())
        with closing(open_ledger(path)) as ledger:
            with ledger.writing() as writer:
                writer.check_again(second.outcome.report.id, (), "others")
            versions.append(await asking.version())
            with ledger.writing() as writer:
                writer.forget(second.outcome.report.id, "wanted", first.outcome.report.published)
            versions.append(await asking.version())
        path.unlink()
        versions.append(await asking.version())
        write(path, first)
        versions.append(await asking.version())
        (tmp_path / "layers.sqlite").write_bytes(b"layers")
        versions.append(await asking.version())
        return versions

    versions = asyncio.run(changed())
    # Without a ledger it is as it was without a ledger.
    assert versions[0] == versions[5]
    assert len(set(versions)) == len(versions) - 1


def test_another_file_in_its_place_is_read(asking, view, tmp_path):
    path, reports = tmp_path / "ledger.sqlite", list(view.reports())
    write(path, view.readings(reports[0].id)[-1])

    async def asked():
        before = await asking.ask(lambda v: [one.id for one in v.reports()])
        write(tmp_path / "other.sqlite", view.readings(reports[1].id)[-1])
        (tmp_path / "other.sqlite").rename(path)
        return before, await asking.ask(lambda v: [one.id for one in v.reports()])

    assert asyncio.run(asked()) == ([reports[0].id], [reports[1].id])


def test_without_a_ledger_there_is_nothing_to_ask(asking):
    with pytest.raises(Problem, match="no ledger yet"):
        asyncio.run(asking.ask(lambda view: view.count()))
    assert asyncio.run(asking.ask(lambda view: view.count(), MemoryLedger())) == 0


def test_a_question_that_nobody_waits_for_is_interrupted(asking, view, tmp_path):
    write(tmp_path / "ledger.sqlite", view.readings(next(view.reports()).id)[-1])
    begun, go_on, ended = threading.Event(), threading.Event(), []

    def question(of):
        begun.set()
        go_on.wait()
        try:
            of.count()
        except DataError as error:
            ended.append(str(error))
            raise

    async def asked():
        waiting = asyncio.create_task(asking.ask(question))
        await asyncio.to_thread(begun.wait)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        go_on.set()
        # The next question has a connection that works.
        return await asking.ask(lambda of: of.count())

    assert asyncio.run(asked()) > 0
    assert "interrupted" in ended[0]
