from __future__ import annotations

import random

import pytest

from dossier.citations.cite_box import FILES, Citer
from dossier.citations.csl_json import Cited, noted, page_item, record_item, source_item, with_locator
from dossier.citations.moulds import is_plain, mould_of, title_case
from dossier.citations.processor import Styled, processed
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.load import load
from dossier.model.records import Claim, Source
from dossier.text.title_case import STOP_WORDS
from tests.support.paths import ROOT

EDITIONS = (
    SiteInfo("Lamp Dossier", "https://lamp.example/", ""),
    SiteInfo("Lamp Dossier", "https://lamp.example/sub/", "", Edition("2026.1", "2026-01-09")),
    SiteInfo("The lamps of a town", "", ""),
)


def made(cited: list[Cited]) -> list[dict[str, Styled]]:
    citer = Citer()
    citer.prepare(cited)
    return [citer.styled(mould_of(one)) for one in cited]


WORDS = [*sorted(STOP_WORDS), "Lamp", "lamps", "HiG", "9,000", "2nd", "mid-1931", "Hizb-e-Lamp", "town’s", "Xi’an"]
MARKS = ("", "", "", "", ",", ";", ":", " (so)", "-and")


@pytest.mark.parametrize("info", EDITIONS[1:])
def test_pages_of_the_real_dossier_come_out_as_the_processor_writes_them(info: SiteInfo) -> None:
    corpus = load(ROOT)
    cited = [Cited(record_item(record, info)) for record in corpus.records.values()]
    cited += [with_locator(source_item(corpus.source(one.source)), one.paragraphs) for one in corpus.of(Claim)]
    assert made(cited) == processed(cited)


def test_pages_that_differ_in_title_and_address_alone_share_a_mould() -> None:
    info = EDITIONS[1]
    cited = [Cited(page_item(f"Lamp {number}", f"lamps/{number}/", info)) for number in range(50)]
    assert len({str(mould_of(one).cited) for one in cited}) == 1


def test_any_plain_title_comes_out_as_the_processor_writes_it() -> None:
    rng = random.Random(5)  # noqa: S311  nothing secret
    titles = [
        "".join([rng.choice("(A9TXo"), *(f" {rng.choice(WORDS)}{rng.choice(MARKS)}" for _ in range(rng.randint(0, 8)))])
        + rng.choice(["", ".", "?"])
        for _ in range(1500)
    ]
    cited = [Cited(page_item(title, "a/b/", EDITIONS[1])) for title in titles if is_plain(title)]
    assert len(cited) > 300
    for one, ours, wanted in zip(cited, made(cited), processed(cited), strict=True):
        assert ours == wanted, one.item["title"]


def test_what_is_not_plain_is_its_own_mould(mini: Corpus) -> None:
    for title in ("It’s “so”", "Ångström", "A & B", "a – b", "Lamp's", "lower case", "<b>", "x [y]", "A.", "A*b*"):
        cited = Cited(page_item(title, "a/b/", EDITIONS[0]))
        assert (mould_of(cited).cited == cited) == (title != "A."), title
    assert all(mould_of(cited).cited == cited for source in mini.of(Source) if (cited := Cited(source_item(source))))


def test_title_case() -> None:
    assert title_case("The man who came from Hizb-e-Lamp, then left") == "The Man Who Came from Hizb-e-Lamp, Then Left"


def test_files_are_those_that_the_writers_make_of_each(mini: Corpus) -> None:
    cited = [Cited(record_item(record, EDITIONS[1])) for record in mini.records.values()]
    citer = Citer()
    for one in cited:
        for key, (_, _, _, write) in FILES.items():
            assert citer.file(key, [mould_of(one)]) == write([one.item]).strip()
            assert citer.file(key, list(map(mould_of, cited[:4]))) == write([other.item for other in cited[:4]]).strip()
    behind = [with_locator(source_item(source), [1, 3]) for source in mini.of(Source)]
    for key, (_, _, _, write) in FILES.items():
        assert citer.file(key, list(map(mould_of, behind))) == write([noted(one) for one in behind]).strip()
