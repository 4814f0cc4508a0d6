"""How many requests a second nginx answers for pages of the site, beside a bare file of the same bytes.

``python -m tests.bench.load [--site DIR] [--seconds N] [--connections N]`` needs Debian's nginx and wrk.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build
from tests.support.nginx import PROGRAM, free_port, nginx
from tests.support.paths import ROOT

LONGEST_SECONDS = 10
ROUNDS = 3
BARE = """
  server {{
    listen 127.0.0.1:{port};
    root {folder};
  }}
"""
MEASURED = re.compile(r"Requests/sec:\s+([\d.]+)")
SLOWEST = re.compile(r"^\s+99%[ \t]+(\S+)", re.MULTILINE)
FAILED = re.compile(r"Non-2xx or 3xx responses: \d+|Socket errors: .+")


@dataclass(frozen=True)
class Load:
    """What one run found. ``failed`` is empty where every request was answered as it should be."""

    per_second: float
    slowest: str
    failed: str

    @classmethod
    def of(cls, said: str) -> Load:
        """Reads what wrk prints. Raises ``ValueError`` where it measured nothing."""
        measured, slowest, failed = (one.search(said) for one in (MEASURED, SLOWEST, FAILED))
        if measured is None:
            raise ValueError(f"wrk measured nothing:\n{said}")
        return cls(float(measured[1]), slowest[1] if slowest else "", failed[0] if failed else "")


@dataclass(frozen=True)
class Run:
    """A page, the bytes of its reply's body, and its load beside that of a bare file of the same bytes."""

    name: str
    size: int
    ours: Load
    bare: Load

    def row(self) -> str:
        ratio, gigabits = self.ours.per_second / self.bare.per_second, self.ours.per_second * self.size * 8 / 1e9
        figures = f"{self.size:>9,} {self.ours.per_second:>10,.0f} {self.bare.per_second:>10,.0f} {ratio:>6.2f}"
        return f"{self.name:24} {figures} {gigabits:>7.2f} {self.ours.slowest:>9} {self.ours.failed}".rstrip()


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; 1 where a program is missing or a request failed."""
    options = _options(arguments)
    if PROGRAM is None or shutil.which("wrk") is None:
        print("It needs nginx and wrk; on Debian: apt-get install nginx-light wrk", file=sys.stderr)
        return 1
    seconds = min(options.seconds, LONGEST_SECONDS)
    with built(options.site, search=False) as site, TemporaryDirectory(prefix="load-") as name:
        runs = list(measured(site, Path(name), seconds, options.connections))
    print(f"The best of {ROUNDS} rounds of {seconds} s each, {options.connections} connections,")
    print("one nginx worker, wrk on the same machine")
    print(f"{'':24} {'bytes':>9} {'requests/s':>10} {'bare file':>10} {'ratio':>6} {'Gbit/s':>7} {'99 % in':>9}")
    for run in runs:
        print(run.row())
    return int(any(run.ours.failed for run in runs))


def chosen(site: Path) -> Mapping[str, Path]:
    """The pages that are measured: the home page, the page of middle size and the largest."""
    pages = sorted(site.rglob("index.html"), key=lambda page: (page.stat().st_size, page))
    return {"home page": site / "index.html", "page of middle size": pages[len(pages) // 2], "largest page": pages[-1]}


def measured(site: Path, folder: Path, seconds: int, connections: int) -> Iterator[Run]:
    """Each page, compressed and plain, and the same bytes as a bare file from the same server."""
    bare, port = folder / "bare", free_port()
    bare.mkdir()
    with nginx(site, folder / "nginx", BARE.format(port=port, folder=bare)) as server:
        for name, page in chosen(site).items():
            for accepted in ("gzip", "identity"):
                address = page.parent.relative_to(site).as_posix().removeprefix(".")
                url = f"http://127.0.0.1:{server.port}/{address}".rstrip("/") + "/"
                body = page.with_name("index.html.gz") if accepted == "gzip" else page
                shutil.copy(body, bare / "file.html")
                urls = (url, f"http://127.0.0.1:{port}/file.html")
                rounds = [[wrk(one, seconds, connections, accepted) for one in urls] for _ in range(ROUNDS)]
                loads = [max(runs, key=lambda load: load.per_second) for runs in zip(*rounds, strict=True)]
                yield Run(f"{name}, {'gzip' if accepted == 'gzip' else 'plain'}", body.stat().st_size, *loads)


def wrk(url: str, seconds: int, connections: int, accepted: str) -> Load:
    line = ["wrk", "--latency", f"-d{seconds}s", f"-c{connections}", "-t1", "-H", f"Accept-Encoding: {accepted}", url]
    return Load.of(subprocess.run(line, capture_output=True, text=True, check=True, timeout=seconds + 20).stdout)


@contextmanager
def built(given: Path | None, *, search: bool) -> Iterator[Path]:
    """The folder of a site with compressed files: the one that is given, or one that is built for now."""
    if given:
        yield given.resolve()
        return
    with TemporaryDirectory(prefix="load-site-") as name:
        target = Path(name) / "site"
        build(ROOT, target, prose_of, search=search, compressed=True)
        yield target


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.load", description=__doc__)
    parser.add_argument("--site", type=Path, help="a site built with --compress; one is built unless given")
    parser.add_argument("--seconds", type=int, default=2, help=f"for each run, at most {LONGEST_SECONDS} (2)")
    parser.add_argument("--connections", type=int, default=32, help="at once (32)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
