"""The files of an annotated corpus, put together: each text with what goes with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from groundcheck.errors import BadValue, UnreadableInput

_FOLDERS = ("text", "attributions")


@dataclass(frozen=True, slots=True)
class Paired:
    """A text with the file that annotates it.

        ``name`` is the text's own, ``text_name`` and ``notes_name`` are those of the files in the
        corpus.
    ``text`` is as it stands in its file, a byte-order mark and line ends included.
    """

    name: str
    text_name: str
    text: str
    notes_name: str
    notes: str


def paired(
    source: str, files: Mapping[str, bytes], ending: str, split: str = ""
) -> tuple[Paired, ...]:
    """Each ``.txt`` with its annotations in a file with the ``ending``, in the order of names.

    Annotations carry the name of their text, with or without an annotator's mark behind a low
    line (``NAME_4b22.ann``); of several annotators the first by name counts. They stand beside
    the text, or in ``attributions/`` where it stands in ``text/``. A text without annotations is
    left out. Only what lies in a folder ``split`` counts where one is named.

    Raises ``BadValue`` with the name of the ``source`` where nothing is left, and
    ``UnreadableInput`` for a file that is not UTF-8.
    """
    inside = sorted(n for n in files if not split or split in PurePosixPath(n).parent.parts)
    texts = {_key(name): name for name in inside if name.endswith(".txt")}
    notes: dict[str, str] = {}
    for name in inside:
        key = _key(name)
        if name.endswith(ending):
            notes.setdefault(key if key in texts else key.rpartition("_")[0], name)
    found = tuple(
        Paired(
            PurePosixPath(name).stem,
            name,
            _decoded(name, files[name]),
            notes[key],
            _decoded(notes[key], files[notes[key]]),
        )
        for key, name in texts.items()
        if key in notes
    )
    if not found:
        where = f" in a folder {split!r}" if split else ""
        raise BadValue(f"{source}: no .txt with a {ending} of the same name{where}")
    return found


def _key(name: str) -> str:
    path = PurePosixPath(name)
    folder = path.parent.parent if path.parent.name in _FOLDERS else path.parent
    return str(folder / path.stem)


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"byte 0x{data[error.start]:02x} at {error.start}"
        raise UnreadableInput(f"{name}: not UTF-8 ({byte})") from None
