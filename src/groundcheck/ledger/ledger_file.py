"""A ledger as it is used from Python: a file, opened once something is asked of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from groundcheck.ledger.added import Done, Summary
    from groundcheck.ledger.adding import Options
    from groundcheck.ledger.bringing import Sources
    from groundcheck.ledger.store import Ledger as Store


class Ledger:
    """The ledger in the file ``path``, made where there is none; use it in a ``with``.

    ``view`` answers every question of ``groundcheck.ledger.store.View``. Whatever opens it
    raises ``DataError`` for a file that is no ledger, is damaged or of a later version.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._view: Store | None = None

    @property
    def view(self) -> Store:
        """The open ledger, to ask and to write to."""
        if self._view is None:
            from groundcheck.ledger.store.opening import open_ledger  # noqa: PLC0415

            self._view = open_ledger(self.path)
        return self._view

    def add(
        self,
        *sources: Path | str,
        how: Sources | None = None,
        options: Options | None = None,
        progress: Callable[[Done], None] | None = None,
    ) -> Summary:
        """Add the reports of files, folders, archives and web addresses, read and checked.

        It reads in processes of its own, so that a script must call it under
        ``if __name__ == "__main__":``. Nothing a source holds raises; ``progress`` is told of each
        item. Raises ``DataError`` where the ledger cannot be written.
        """
        from groundcheck.ledger.adding import add  # noqa: PLC0415

        return add(self.view, [str(source) for source in sources], how, options, progress)

    def close(self) -> None:
        """End the use of it."""
        if self._view is not None:
            self._view.close()
            self._view = None

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
