"""How well a search finds: ours, Material's and Pagefind's on the same pages, in Chromium, as a reader types.

``python -m tests.bench.search [--queries FILE] [--site DIR] [--engine NAME] [--slips N] [--seed S] [--misses]
[--without] [--only LOTS]``
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build
from tests.bench.driving import Answer, Costs, answers, costs, median, milliseconds
from tests.bench.engines import Engine, Pages, attempt, material, ours, pagefind, searchable, text_at
from tests.bench.queries import Query, read, slips
from tests.bench.without import WAYS, without
from tests.support.links import read_site
from tests.support.serving import weight

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CUTS = (1, 3, 10)
ENGINES = ("ours", "Material", "Pagefind")
Given = TypeVar("Given")
Ranks = Mapping[str, int | None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark and prints its tables; 1 where an engine could not be set up or failed."""
    options = _options(arguments)
    with _site(options.site) as site, TemporaryDirectory(prefix="bench-") as name:
        corpus = load(ROOT)
        pages = searchable(read_site(site))
        asked = [one for one in read(options.queries) if one.id.startswith(tuple(options.only.split(",")))]
        wrong = slips(corpus, options.slips, options.seed)
        makers: dict[str, Callable[[], Engine]] = {
            "ours": lambda: ours(site),
            "Material": lambda: material(pages, Path(name) / "material"),
            "Pagefind": lambda: pagefind(pages, site, Path(name) / "pagefind"),
        }
        if options.without:
            makers = {"ours": makers["ours"]} | {f"-{way}": _lacking(way, site, corpus, Path(name)) for way in WAYS}
        set_up = [attempt(one, make) for one, make in makers.items() if one in (options.engine or makers)]
        failed = [one for one in set_up if isinstance(one, str)]
        engines = [one for one in set_up if isinstance(one, Engine)]
        with ThreadPoolExecutor(len(engines)) as pool:
            runs = list(pool.map(lambda one: _tried(one, lambda: answers(one, [*asked, *wrong], _say)), engines))
        failed += [one for one in runs if isinstance(one, str)]
        done = [(engine, run) for engine, run in zip(engines, runs, strict=True) if not isinstance(run, str)]
        ranked = {engine.name: _ranks(run, pages) for engine, run in done}
        print(f"{options.queries.name}: {len(asked)} queries; {len(wrong)} slips, seed {options.seed}\n")
        _print(_success(asked, "all", ranked))
        _print(_success(wrong, "all slips", ranked))
        if options.misses:
            _print(_misses(done, ranked))
        _print(_costs(done, failed))
    for problem in failed:
        print(f"Not measured: {problem}")
    return 1 if failed else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--queries", type=Path, default=HERE / "queries.tsv", help="queries, a line each")
    parser.add_argument("--site", type=Path, help="a built site; one is built where none is given")
    parser.add_argument("--slips", type=int, default=100, help="how many names are misspelt by one letter")
    parser.add_argument("--seed", type=int, default=1, help="which slips")
    parser.add_argument("--engine", action="append", choices=ENGINES, help="one of the engines; all unless given")
    parser.add_argument("--without", action="store_true", help="ours, and ours without each of its ways of finding")
    parser.add_argument("--only", default="", help="only queries whose ids begin so, such as g, h")
    parser.add_argument("--misses", action="store_true", help="list what does not stand first")
    return parser.parse_args(arguments)


@contextmanager
def _site(given: Path | None) -> Iterator[Path]:
    if given:
        yield given.resolve()
        return
    with TemporaryDirectory(prefix="bench-site-") as name:
        build(ROOT, Path(name) / "site", prose_of)
        yield Path(name) / "site"


def _lacking(way: str, site: Path, corpus: Corpus, folder: Path) -> Callable[[], Engine]:
    """Our search without one of its ways of finding."""
    return lambda: replace(ours(without(way, site, corpus, folder / way)), name=f"-{way}")


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _tried(engine: Engine, act: Callable[[], Given]) -> Given | str:
    try:
        return act()
    except Exception as error:  # one engine that fails must not cost the other two
        return f"{engine.name}: {type(error).__name__}: {error}"


def _ranks(run: Iterable[Answer], pages: Pages) -> Ranks:
    """For each query, the place of the first result that answers it; nothing where none of the first ten does."""
    return {answer.query.id: _rank(answer, pages) for answer in run}


def _rank(answer: Answer, pages: Pages) -> int | None:
    places = (
        place
        for place, hit in enumerate(answer.hits, 1)
        if answer.query.answered_by(hit.title, hit.address, text_at(pages, hit.address))
    )
    return next(places, None)


def _success(queries: Sequence[Query], together: str, ranked: Mapping[str, Ranks]) -> list[list[str]]:
    """A row for each kind of query and one for all: the share of queries answered within 1, 3 and 10 results."""
    kinds = sorted({query.kind for query in queries}, key=[query.kind for query in queries].index)
    rows = [["kind", "n", *(f"{name} @{cut}" for name in ranked for cut in CUTS)]]
    for kind in [*kinds, together]:
        keys = [query.id for query in queries if kind in (query.kind, together)]
        shares = [f"{_share(ranks, keys, cut):.2f}" for ranks in ranked.values() for cut in CUTS]
        rows.append([kind, str(len(keys)), *(shares if keys else [])])
    return rows


def _share(ranks: Ranks, keys: Sequence[str], cut: int) -> float:
    found = [rank for key in keys if (rank := ranks[key]) is not None and rank <= cut]
    return len(found) / max(len(keys), 1)


def _misses(done: Sequence[tuple[Engine, list[Answer]]], ranked: Mapping[str, Ranks]) -> list[list[str]]:
    rows = [["engine", "id", "query", "place", "what stands first"]]
    for engine, run in done:
        for answer in run:
            if (rank := ranked[engine.name][answer.query.id]) != 1:
                first = f"{answer.hits[0].address} {answer.hits[0].title}"[:70] if answer.hits else "nothing"
                rows.append([engine.name, answer.query.id, answer.query.text, str(rank or "-"), first])
    return rows


def _costs(done: Sequence[tuple[Engine, list[Answer]]], failed: list[str]) -> list[list[str]]:
    """What each engine costs; bytes are compressed."""
    rows = [["what it costs", *(engine.name for engine, _ in done)]]
    measured = [_tried(engine, lambda e=engine, r=run: (costs(e, r), milliseconds(e, r))) for engine, run in done]  # type: ignore[misc]
    failed += [one for one in measured if isinstance(one, str)]
    known: list[tuple[Costs, list[float]] | None] = [None if isinstance(one, str) else one for one in measured]
    rows.append(["page before the first key, bytes", *(str(one[0].page) if one else "-" for one in known)])
    rows.append(["of these only for search", *(str(one[0].search) if one else "-" for one in known)])
    rows.append(["a query, with all it loads first", *(str(one[0].asked) if one else "-" for one in known)])
    rows.append(["that query", *(f"{one[0].query} ({one[0].results})" if one else "-" for one in known)])
    rows.append(["last key to first result, median", *(median(one[1]) if one else "-" for one in known)])
    for name in ("search/rules.json", "search/letters", "search/search_index.json", "pagefind"):
        sizes = [str(weight(engine.folder / name)) if (engine.folder / name).exists() else "-" for engine, _ in done]
        rows.append([f"{name}, bytes", *sizes])
    return rows


def _print(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[column]) for row in rows if column < len(row)) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip())
    print(flush=True)


if __name__ == "__main__":
    sys.exit(main())
