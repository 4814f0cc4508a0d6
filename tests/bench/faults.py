"""Builds that are killed, that run out of disk and that run two at once, many times at random moments.

Run it as ``python -m tests.bench.faults --times 100``; it prints a table of what was done and of what stood then.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.files import snapshot
from tests.support.paths import MINI

COMMAND = [sys.executable, "-m", "dossier", "build", "--no-search"]
LONGEST_SECONDS = 120
LEFT = "site", "mini", ".site.lock"
OLD, NEW = "The old lamp", "The new lamp"
EVENT = "data/events/great-lamp-fire.yaml"
TITLE = "Fire at the great lamp"

Site = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Bench:
    """A dossier and its site in ``folder``, the site as it stood before and as a new build makes it."""

    folder: Path
    old: Site
    new: Site

    @property
    def root(self) -> Path:
        return self.folder / "mini"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def start(self, *, before: Callable[[], None] | None = None) -> subprocess.Popen[bytes]:
        """A build of the new site, at work in a process of its own."""
        command = [*COMMAND, "--root", str(self.root), "--into", str(self.site)]
        return subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            preexec_fn=before,  # noqa: PLW1509  no thread runs here
        )

    def build(self) -> None:
        run = self.start()
        _, said = run.communicate(timeout=LONGEST_SECONDS)
        assert run.returncode == 0, said.decode()

    def put_back(self) -> None:
        """The old site, where another stands."""
        if snapshot(self.site) != self.old:
            shutil.rmtree(self.site)
            shutil.copytree(self.folder / "kept", self.site)

    def stands(self) -> str:
        """Which site stands, ``old`` or ``new``. Fails where neither does, whole."""
        found = snapshot(self.site)
        assert found in (self.old, self.new), "neither the old site nor the new one stands whole"
        return "old" if found == self.old else "new"

    def left(self) -> list[str]:
        """What a build left beside the site."""
        return sorted(path.name for path in self.folder.iterdir() if path.name not in ("site", "mini", "kept"))


def change(root: Path, title: str) -> None:
    path = root / EVENT
    words = path.read_text("utf-8").split("\n")
    words = [f"title: {title}" if word.startswith("title: ") else word for word in words]
    path.write_text("\n".join(words), "utf-8")


@contextmanager
def bench(folder: Path) -> Iterator[Bench]:
    """A dossier whose old site stands, and whose records are those of the new one."""
    root = folder / "mini"
    shutil.copytree(MINI, root)
    one = Bench(folder, {}, {})
    change(root, NEW)
    one.build()
    new = snapshot(one.site)
    change(root, OLD)
    one.build()
    old = snapshot(one.site)
    assert old != new
    shutil.copytree(one.site, folder / "kept")
    change(root, NEW)
    yield Bench(folder, old, new)


def seconds_of_a_build(one: Bench) -> float:
    began = time.monotonic()
    one.build()
    one.put_back()
    return time.monotonic() - began


def killed(one: Bench, moment: float) -> str:
    """A build that is killed after so many seconds: what stands then."""
    run = one.start()
    try:
        run.wait(moment)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)
    run.communicate()
    return one.stands()


def at_the_end(one: Bench) -> str:
    """A build that is killed as soon as its folder is the site's, or just before: what stands then."""
    run = one.start()
    ours = f".{one.site.name}-"
    while run.poll() is None and not any((path / "_headers").exists() for path in one.folder.glob(f"{ours}*")):
        time.sleep(0.001)
    time.sleep(random.uniform(0, 0.1))  # noqa: S311
    if run.poll() is None:
        os.killpg(run.pid, signal.SIGKILL)
    run.communicate()
    return one.stands()


def out_of_space(one: Bench, most: int) -> str:
    """A build that can write no file larger than ``most`` bytes: what stands then."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    run = one.start(before=limit)
    _, said = run.communicate(timeout=LONGEST_SECONDS)
    assert "Traceback" not in said.decode(), said.decode()
    stands = one.stands()
    assert (run.returncode == 0) == (stands == "new"), said.decode()
    return stands


def two_at_once(one: Bench, apart: float) -> str:
    """Two builds, the second so many seconds after the first: what stands then."""
    first = one.start()
    time.sleep(apart)
    runs = [first, one.start()]
    said = [run.communicate(timeout=LONGEST_SECONDS)[1].decode() for run in runs]
    assert 0 in [run.returncode for run in runs], said
    for run, words in zip(runs, said, strict=True):
        assert run.returncode == 0 or "another run is writing" in words, words
    return one.stands()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100, help="how often each fault is tried")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as name, bench(Path(name)) as one:
        whole = seconds_of_a_build(one)
        faults: dict[str, Callable[[], str]] = {
            "killed at a random moment": lambda: killed(one, chance.uniform(0, whole * 1.1)),
            "killed while the new takes its place": lambda: at_the_end(one),
            "no file may grow beyond a random size": lambda: out_of_space(one, int(2 ** chance.uniform(8, 21))),
            "two builds at once": lambda: two_at_once(one, chance.uniform(0, whole)),
        }
        print(f"A build takes {whole:.1f} s.\n\n| fault | times | old stands | new stands | left beside |")
        print("|---|---|---|---|---|")
        for fault, attempt in faults.items():
            stood: Counter[str] = Counter()
            littered = 0
            for _ in range(options.times):
                stood[attempt()] += 1
                littered += bool(one.left())
                one.put_back()
            print(f"| {fault} | {options.times} | {stood['old']} | {stood['new']} | {littered} |", flush=True)
        one.build()
        assert one.left() == [], one.left()
        print("\nThe next build left nothing beside the site.")


if __name__ == "__main__":
    main()
