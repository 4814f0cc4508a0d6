"""How long the preview takes after one record has changed: until the site is there, and until the record's page is.

``python -m tests.bench.preview [--records N] [--times N] [--seed S]``
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.checking.record_files import Memory
from dossier.preview.lazy_site import LazyRenderer
from dossier.preview.server import State, rebuild
from dossier.renderers.mkdocs import prose_of
from tests.bench.invented import write_dossier

WORD = '"summary": "'


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark and prints its table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.preview", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--records", type=int, default=10_000, help="how many records")
    parser.add_argument("--times", type=int, default=5, help="how many changes")
    parser.add_argument("--seed", type=int, default=1, help="which invented dossier")
    options = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="bench-preview-") as name:
        write_dossier(Path(name) / "dossier", options.records, options.seed)
        print(f"{options.records:,} records".ljust(16), "site, s", "page, s", sep="  ")
        for number, (site, page) in enumerate(changes(Path(name), options.times)):
            print((f"change {number}" if number else "at the start").ljust(16), f"{site:7.2f}  {page:7.2f}", sep="  ")
    return 0


def changes(folder: Path, times: int) -> Iterator[tuple[float, float]]:
    """Seconds until the site and then the page of a place stand: at the start, and after each of ``times`` changes.

    Raises ``ValueError`` where the page does not show the change.
    """
    root, kept = folder / "dossier", folder / "kept"
    kept.mkdir()
    renderer, memory, state = LazyRenderer(kept, prose_of), Memory(), State()
    path = min((root / "data" / "places").glob("*.yaml"))
    for number in range(times + 1):
        start = time.perf_counter()
        rebuild(root, folder / "site", renderer.write, state, lambda _: None, memory)
        built = time.perf_counter()
        page = renderer.page(f"places/{path.stem}/") or ""
        made = time.perf_counter()
        if state.problems or (number and f"Change {number}, " not in page):
            raise ValueError(state.problems or f"change {number} is not on the page")
        yield built - start, made - built
        old = f"Change {number}, " if number else ""
        text = path.read_text("utf-8")
        path.write_text(text.replace(WORD + old, f"{WORD}Change {number + 1}, ", 1), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
