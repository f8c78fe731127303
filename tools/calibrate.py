"""Fit what the signs of confidence are worth, and say how well the probabilities hold.

    python tools/calibrate.py

reads the annotated reports of the folders in ``calibrate.toml`` and writes the weights into
src/groundcheck/data/confidence.tsv, the reliability diagram into docs/images/ and the figures into
docs/quality.md. Run it whenever the rules of the reader or the annotated reports have changed.
``--check`` writes nothing and exits with 1 where the weights are no longer those; small changes
of a rule or a report it lets pass.

More folders of NAME.txt with NAME.json may be given; ``--fresh DIR`` names some that no rule was
made with, ``--on DIR`` some that are not fitted on but only measured.

Reports that rules were made with are read better than others. They have a sign of their own that
the reader leaves out, so that they tell which signs matter, and the fresh ones how sure to be.
Figures come from models fitted without the report that they speak of.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import groundcheck
from groundcheck.evaluation.calibration import Calibration, Case, calibration, fit, folds
from groundcheck.evaluation.calibration import out_of_fold as held_out
from groundcheck.evaluation.corpus import Paired, paired
from groundcheck.evaluation.gold import GoldReport, judged
from groundcheck.evaluation.gold_file import gold_claims
from groundcheck.publish.reliability import Panel, Point, reliability_svg
from groundcheck.readers.confidence import probability, signs_of
from groundcheck.readers.document import annotate

ROOT = Path(__file__).parent.parent
SETTINGS = Path(__file__).with_suffix(".toml")
TABLE = ROOT / "src" / "groundcheck" / "data" / "confidence.tsv"
DIAGRAM = ROOT / "docs" / "images" / "reliability.svg"
CLAIM = "claim"
FAMILIAR = "rules were made with it"
TOLERANCE = 0.02
"""By how much the probabilities of a slot may differ on average before a table is stale."""
PAGE = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- figures by tools/calibrate.py -->\n", "<!-- end of figures -->\n"
FEWEST = 5
"""Cases that make a point of the diagram."""
HEAD = """\
# What signs of confidence are worth: slot, sign, weight of a logistic model, ``(level)`` where
# none holds. Made by tools/calibrate.py, not by hand. Fitted on the reports named here, in their
# order; "fresh" ones are those that no rule of the reader was made with.
"""
FITTED, FRESH = "# fitted on: ", "# fitted on, fresh: "

Cases = dict[str, list[Case]]
Likely = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Material:
    """An annotated report, and whether no rule of the reader was made with it."""

    report: Paired
    fresh: bool


def main() -> int:
    """Fit and write, or check."""
    given = _arguments()
    settings = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    folders = [ROOT / name for name in settings["folders"]] + given.folders
    material = gathered(folders, given.fresh, settings["fresh"])
    if given.check:
        return check(material)
    cases = cases_of(material)
    said = {slot: held_out(each, folds([c.report for c in each])) for slot, each in cases.items()}
    models = {slot: fit(each) for slot, each in cases.items()}
    TABLE.write_text(table(material, models), encoding="utf-8")
    DIAGRAM.write_text(diagram(cases, said), encoding="utf-8")
    found = f"{told(material)}\n\n{figures(*_shown(cases, said))}\n"
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    PAGE.write_text(before + BEGIN + found + END + rest.partition(END)[2], encoding="utf-8")
    print(found)
    if given.on:
        others = cases_of(gathered((), given.on, ()))
        on = {s: [probability(models[s], c.signs) for c in each] for s, each in others.items()}
        print(f"\n{', '.join(folder.name for folder in given.on)}, not fitted on:\n")
        print(figures(others, on))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR")
    parser.add_argument("--fresh", nargs="+", type=Path, default=[], metavar="DIR")
    parser.add_argument("--on", nargs="+", type=Path, default=[], metavar="DIR")
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


def gathered(
    folders: Iterable[Path], fresh: Iterable[Path], names: Iterable[str]
) -> list[Material]:
    """The reports of all folders by name; one that lies in two counts once."""
    found: dict[str, Material] = {}
    new = frozenset(names)
    for folder, is_fresh in [*((f, False) for f in folders), *((f, True) for f in fresh)]:
        if not folder.is_dir():
            print(f"{folder}: no such folder, passed over", file=sys.stderr)
            continue
        files = {p.name: p.read_bytes() for p in folder.iterdir() if p.suffix in (".txt", ".json")}
        for one in paired(str(folder), files, ".json"):
            found[one.name] = Material(one, is_fresh or one.name in new)
    for name in sorted(new - found.keys()):
        print(f"{name}: said to be fresh, but not at hand", file=sys.stderr)
    return [found[name] for name in sorted(found)]


def cases_of(material: Sequence[Material]) -> Cases:
    """For ``claim`` and each slot, what was read with its signs, and whether it is right."""
    cases: Cases = {}
    for one in material:
        marks = frozenset([FAMILIAR] if _fresh(material) and not one.fresh else [])
        outcome = groundcheck.read(one.report.text)
        seen = signs_of(annotate(outcome.report), outcome.claims)
        held = {claim.id: each for claim, each in zip(outcome.claims, seen, strict=True)}
        name = one.report.name
        for judgement in judged(GoldReport(name, gold_claims(one.report), outcome.claims)):
            right = {CLAIM: judgement.answers, **judgement.right}
            for slot, each in held[judgement.claim.id].items():
                if slot in right:
                    cases.setdefault(slot, []).append(Case(name, marks.union(each), right[slot]))
    return cases


def _fresh(material: Sequence[Material]) -> bool:
    return any(one.fresh for one in material)


def told(material: Sequence[Material]) -> str:
    """Which reports the figures are of, in a sentence."""
    fresh = sum(one.fresh for one in material)
    which = f"of the {fresh} that no rule was made with" if fresh else "of all of them"
    return f"Fitted on {len(material)} reports; figures {which}, each left out of the fit."


def table(material: Sequence[Material], models: Mapping[str, Mapping[str, float]]) -> str:
    """The weights with the names of the reports that they were fitted on."""
    lines = [f"{FRESH if one.fresh else FITTED}{one.report.name}\n" for one in material]
    for slot, model in models.items():
        kept = {sign: weight for sign, weight in model.items() if sign != FAMILIAR}
        lines += [f"{slot}\t{sign}\t{weight:.3f}\n" for sign, weight in kept.items()]
    return HEAD + "".join(lines)


def check(at_hand: Sequence[Material]) -> int:
    """Whether the table is what its own reports, as they now are and are read, give."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    names = {
        line.removeprefix(mark): mark
        for mark in (FITTED, FRESH)
        for line in lines
        if line.startswith(mark)
    }
    known = {one.report.name: one.report for one in at_hand}
    missing = names.keys() - known.keys()
    if missing:
        print(f"{TABLE.name}: not checked, {len(missing)} of its reports are not at hand")
        return 0
    cases = cases_of([Material(known[name], mark == FRESH) for name, mark in names.items()])
    committed: dict[str, dict[str, float]] = {}
    for slot, sign, weight in (line.split("\t") for line in lines if not line.startswith("#")):
        committed.setdefault(slot, {})[sign] = float(weight)
    stale = 0
    for slot, each in cases.items():
        model, held = fit(each), [case.signs - {FAMILIAR} for case in each]
        apart = [probability(model, s) - probability(committed[slot], s) for s in held]
        distance = sum(map(abs, apart)) / len(apart)
        stale += distance > TOLERANCE
        print(f"{slot:<10} {distance:.4f} {'stale' if distance > TOLERANCE else 'ok'}")
    print(f"{TABLE.name}: {len(names)} reports, {len(known) - len(names)} more at hand")
    return int(stale > 0)


def _shown(cases: Cases, said: Likely) -> tuple[Cases, dict[str, list[float]]]:
    """Fresh cases alone where both sorts are there; their figures are those of a new report."""
    kept = {
        slot: [(c, p) for c, p in zip(each, said[slot], strict=True) if FAMILIAR not in c.signs]
        for slot, each in cases.items()
    }
    return (
        {slot: [c for c, _ in each] for slot, each in kept.items()},
        {slot: [p for _, p in each] for slot, each in kept.items()},
    )


def figures(cases: Cases, said: Likely) -> str:
    """A table in Markdown: each slot, and all slots together."""
    rows = ["| | n | right | Brier | calibration error | by chance | log loss | of base rate |"]
    rows.append("|---|---|---|---|---|---|---|---|")
    measured = {s: calibration(said[s], [c.right for c in each]) for s, each in cases.items()}
    for name, one in {**measured, "slots": slots(cases, said)}.items():
        held = (one.rate, one.brier, one.error, one.chance, one.loss, one.base_loss)
        parts = " | ".join(f"{figure:.3f}" for figure in held)
        rows.append(f"| {name} | {one.count:,} | {parts} |")
    return "\n".join(rows)


def slots(cases: Cases, said: Likely) -> Calibration:
    """All slots together; the base rate is that of all of them."""
    names = [name for name in cases if name != CLAIM]
    return calibration(
        [p for name in names for p in said[name]],
        [case.right for name in names for case in cases[name]],
    )


def diagram(cases: Cases, said: Likely) -> str:
    """What was said of claims and of slots beside what was right."""
    shown, likely = _shown(cases, said)
    claims = calibration(likely[CLAIM], [case.right for case in shown[CLAIM]])
    reports = len({case.report for case in shown[CLAIM]})
    note = (
        f"{reports} annotated reports, each left out of the fit that speaks of it. A point is of "
        f"the cases within a tenth, their number over it, where they are {FEWEST} or more; its bar "
        "is the 95% interval (Wilson)."
    )
    panels = [
        Panel("Claims: the part that the annotator has too", _many(claims)),
        Panel("Slots: the part that is right", _many(slots(shown, likely))),
    ]
    return reliability_svg("How often confidence is borne out", panels, note)


def _many(one: Calibration) -> list[Point]:
    return [point for point in one.bins if point.count >= FEWEST]


if __name__ == "__main__":
    sys.exit(main())
