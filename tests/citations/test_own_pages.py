"""Citations of our own pages, held against the processor."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from dossier.citations.csl_json import Cited, Item, page_item, record_item
from dossier.citations.in_text import at_paragraphs
from dossier.citations.own_pages import own_page
from dossier.citations.processor import processed
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.load import load
from dossier.site.fill import cited
from dossier.text.title_case import STOP_WORDS
from tests.support.full import unless_full
from tests.support.paths import MINI, ROOT

PUBLISHED = SiteInfo("Lamp Dossier", "https://lamp.example/sub/", "", Edition("2026.1", "2026-01-09"))
EDITIONS = (
    SiteInfo("Lamp Dossier", "https://lamp.example/", ""),
    PUBLISHED,
    SiteInfo("The lamps of a town", "", ""),
    SiteInfo("The lamps of a town", "", "", Edition("2026.1", "2026-05-31")),
)
WORDS = (
    *sorted(STOP_WORDS),
    *("Lamp", "lamps", "HiG", "9,000", "2nd", "mid-1931", "Hizb-e-Lamp", "town’s", "Xi’an", "keepers’", "low- and"),
    *("“so”", "“in the lamp”", "1–3", "A–b", "“Lamp", "oil”", "iOS", "x"),
)
MARKS = ("", "", "", "", " -", " &", ",", ";", ":", "?", " (so)", " (“a b”)", "-and")
STARTS = ("(", "A", "9", "T", "Xo", "“A”", "“At")


def assert_as_the_processor_prints(items: Sequence[Item], paragraphs: tuple[int, ...] = ()) -> None:
    wanted = processed([Cited(item, paragraphs) for item in items])
    for item, expected in zip(items, wanted, strict=True):
        found = own_page(item)
        assert found is not None
        assert (at_paragraphs(item, found, paragraphs) if paragraphs else found) == expected, item["title"]


def written(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if own_page(item) is not None]


# With an address and an edition, and without both; the real dossier, of many more pages, only as it is published.
OF_MINI, OF_REAL = unless_full(EDITIONS[1:3], EDITIONS), unless_full([PUBLISHED], EDITIONS)
SHARE = unless_full([3], [1])[0]


@pytest.mark.parametrize(("root", "info"), [*((MINI, info) for info in OF_MINI), *((ROOT, info) for info in OF_REAL)])
def test_every_page_and_paragraph_is_cited_as_the_processor_cites_it(root: Path, info: SiteInfo) -> None:
    corpus = load(root)
    items = [one.item for one in cited(corpus, info) if one.item["id"] not in corpus.records]
    ours = written(items[::SHARE])
    assert len(ours) > len(items) * 0.75 / SHARE
    assert_as_the_processor_prints(ours)


@pytest.mark.parametrize("paragraphs", [(), (9,), (3, 4, 7)])
def test_a_title_of_plain_words_is_cited_as_the_processor_cites_it(paragraphs: tuple[int, ...]) -> None:
    rng = random.Random(len(paragraphs))  # noqa: S311  nothing secret
    titles = [
        "".join([rng.choice(STARTS), *(f" {rng.choice(WORDS)}{rng.choice(MARKS)}" for _ in range(rng.randint(0, 7)))])
        + rng.choice(["", ".", "?"])
        for _ in range(unless_full([300], [1500])[0])
    ]
    ours = written([page_item(title, "a/b/", rng.choice(EDITIONS)) for title in titles])
    assert len(ours) > len(titles) / 6
    assert_as_the_processor_prints(ours, paragraphs)


def test_each_month_is_written_as_the_processor_writes_it() -> None:
    days = [f"2026-{month:02}-03" for month in range(1, 13)]
    infos = [SiteInfo("Lamp Dossier", "", "", Edition("2026.1", day)) for day in days]
    assert_as_the_processor_prints([page_item("A lamp", "a/", info) for info in infos])


def test_whatever_is_not_known_is_left_out_as_the_processor_leaves_it_out() -> None:
    whole = page_item("Who lit “the lamp”?", "a/", PUBLISHED)
    optional = ("container-title", "issued", "version", "URL")
    items = []
    for chosen in range(16):
        absent = {key for place, key in enumerate(optional) if chosen >> place & 1}
        item = {key: value for key, value in whole.items() if key not in absent}
        items += [item | {"title": title} for title in (whole["title"], "A lamp", "A “lamp”", "A lamp.")]
    assert_as_the_processor_prints(items)
    assert_as_the_processor_prints(items, (9,))


@pytest.mark.parametrize(
    "title",
    [
        "It’s “so",
        "so” it is",
        "Ångström",
        "Lamp's",
        'A "lamp"',
        "lower case",
        "<b>",
        "x [y]",
        "A*b*",
        "A.b",
        "Oil…",
        "A x",
    ],
)
def test_a_title_that_is_not_plain_is_left_to_the_processor(title: str) -> None:
    assert own_page(page_item(title, "a/b/", PUBLISHED)) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"author": [{"literal": "Board"}]},
        {"type": "report"},
        {"container-title": "Site?"},
        {"issued": {"date-parts": [[2026, 1]]}},
        {"issued": {"date-parts": [[2026, 1, 9]], "circa": True}},
        {"URL": "https://lamp.example/?a=<b>"},
        {"version": "second"},
    ],
)
def test_what_is_no_page_of_ours_is_left_to_the_processor(changed: Item) -> None:
    assert own_page(record_item(load(MINI).records["brisa"], PUBLISHED) | changed) is None
