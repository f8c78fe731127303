"""``groundcheck evaluate``: how well reports are read, measured on what people annotated."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from groundcheck.cli.options import Plain, TextOrJson
from groundcheck.cli.output import write_out
from groundcheck.cli.progress import Progress
from groundcheck.errors import BadValue

if TYPE_CHECKING:
    from groundcheck.evaluation.corpus import Paired
    from groundcheck.publish.standoff import Standoff

evaluate = typer.Typer(
    help="How well reports are read, measured on what people annotated.", no_args_is_help=True
)

Source = Annotated[
    str,
    typer.Argument(
        metavar="DIR", help="A folder, or an archive of one such as .tar.xz.", show_default=False
    ),
]
Split = Annotated[
    str,
    typer.Option(
        "--split", metavar="NAME", help="Only what lies in a folder of this name, such as dev."
    ),
]


@evaluate.command()
def gold(
    source: Source,
    show: Annotated[
        str, typer.Option("--show", metavar="SLOT|all", help="List what was missed of a slot.")
    ] = "",
    kind: TextOrJson = Plain.text,
) -> None:
    """Score claims and their slots on annotated reports: NAME.txt with NAME.json.

    Example: groundcheck evaluate gold tests/cases --show places
    """
    import groundcheck
    from groundcheck.evaluation import gold as measure
    from groundcheck.evaluation import tables
    from groundcheck.evaluation.gold_file import gold_claims
    from groundcheck.evaluation.slots import SLOTS

    if show not in ("", "all", "claims", *SLOTS):
        slots = ", ".join(("claims", *SLOTS))
        raise BadValue(f"--show: {show!r} is not all or one of {slots}")
    reports = []
    with Progress("reading reports") as progress:
        for one in _corpus(source, ".json", progress):
            progress(one.name)
            found = groundcheck.read(one.text).claims
            reports.append(measure.GoldReport(one.name, gold_claims(one), found))
    figures = measure.score(reports)
    shown = [miss for miss in figures.misses if show in ("all", miss.slot)]
    if kind is Plain.json:
        from groundcheck.model import to_json

        more = {"misses": to_json(shown)} if show else {}
        write_out(tables.json(len(reports), figures.rows, **more), "utf-8")
        return
    title = f"Claims and their slots, {len(reports)} reports"
    write_out(tables.text(title, figures.rows) + tables.misses(shown))


@evaluate.command()
def polnear(
    source: Source,
    split: Split = "",
    show: Annotated[
        str,
        typer.Option("--show", metavar="WAY|all", help="List failures of one way, such as missed."),
    ] = "",
    kind: TextOrJson = Plain.text,
) -> None:
    """Score who says what on a corpus in the form of PolNeAR: text/*.txt, attributions/*.ann.

    Example: groundcheck evaluate polnear polnear.tar.xz --split dev
    """
    from groundcheck.evaluation import failures, tables
    from groundcheck.evaluation import polnear as measure
    from groundcheck.model import Report, report_id
    from groundcheck.readers.relations import find_relations

    documents, found = [], []
    with Progress("reading texts") as progress:
        for one in _corpus(source, ".ann", progress, split):
            progress(one.name)
            documents.append(measure.annotated(one))
            found.append(find_relations(Report(report_id(one.text), one.text)))
    figures = measure.score(documents, found)
    failed = failures.failures(documents, found)
    ways = failures.counted(failed)
    shown = [one for one in failed if show in ("all", one.way)]
    if show and show != "all" and show not in ways:
        raise BadValue(f"--show: {show!r} is not all or one of {', '.join(sorted(ways))}")
    if kind is Plain.json:
        from groundcheck.model import to_json

        more = {"failures": ways} | ({"failed": to_json(shown)} if show else {})
        write_out(tables.json(figures.documents, figures.rows(), **more), "utf-8")
    else:
        title = f"Who says what, {figures.documents} texts, the first annotator of each"
        write_out(tables.text(title, figures.rows()) + tables.failures(ways, shown))


@evaluate.command()
def brat(
    source: Source,
    against: Annotated[
        str,
        typer.Option(
            "--against",
            metavar="DIR",
            help="Compare these annotations of the same texts instead of what is read.",
        ),
    ] = "",
    split: Split = "",
    kind: TextOrJson = Plain.text,
) -> None:
    """Compare brat annotations of any labels, NAME.txt with NAME.ann, with others or with ours.

    Example: groundcheck evaluate brat annotated/ --against other-tool/
    """
    from groundcheck.evaluation import standoffs, tables
    from groundcheck.publish import standoff

    texts = []
    with Progress("comparing texts") as progress:
        corpus = _corpus(source, ".ann", progress, split)
        others = _others(corpus, against, progress) if against else {}
        for one in corpus:
            progress(one.name)
            wanted = standoff.parse(one.notes, one.text, one.notes_name)
            other = others.get(one.text_name)
            given = (
                standoff.parse(other.notes, one.text, f"{against}: {other.notes_name}")
                if other
                else _read(one.text)
            )
            texts.append((one.text, wanted, given))
    rows = standoffs.score(texts)
    if kind is Plain.json:
        write_out(tables.json(len(texts), rows), "utf-8")
    else:
        title = f"{source} and {against or 'what is read'}, {len(texts)} texts"
        write_out(tables.text(title, rows))


def _corpus(source: str, ending: str, progress: Progress, split: str = "") -> tuple[Paired, ...]:
    from groundcheck.evaluation.corpus import paired

    return paired(source, _files(source, (".txt", ending), progress), ending, split)


def _files(source: str, endings: tuple[str, ...], progress: Progress) -> dict[str, bytes]:
    from groundcheck.ledger.sources import items

    found = items(source, progress.refused, wanted=lambda name: name.endswith(endings))
    return {item.name: item.data for item in found}


def _others(corpus: tuple[Paired, ...], against: str, progress: Progress) -> dict[str, Paired]:
    """The other side's annotations of the same texts, by the texts' names."""
    from groundcheck.evaluation.corpus import paired

    texts = {one.text_name: one.text.encode() for one in corpus}
    files = texts | _files(against, (".ann",), progress)
    found = {one.text_name: one for one in paired(against, files, ".ann")}
    for one in corpus:
        if one.text_name not in found:
            raise BadValue(f"{against}: no annotations of {one.text_name}")
    return found


def _read(text: str) -> Standoff:
    import groundcheck
    from groundcheck.model import Report, report_id
    from groundcheck.publish import brat
    from groundcheck.readers.relations import find_relations

    return brat.standoff(groundcheck.read(text), find_relations(Report(report_id(text), text)))
