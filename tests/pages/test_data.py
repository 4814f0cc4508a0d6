from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.exports.files import Download
from dossier.model.addresses import SECTIONS
from dossier.model.records import MODELS, Claim
from dossier.model.words import ENGLISH
from dossier.pages.data import LONGEST_GROUP, SAMPLE, data_nodes, data_view, file_size, handed_out

INFO = SiteInfo("Brisa", "https://brisa.example/", "An invented island.")
DIGEST = "0123456789abcdef" * 4


def download(number: int, group: str = "tables") -> Download:
    name = f"csv/table-{number}.csv"
    return Download(name, f"Table {number}", "What it is for.", "text/csv", group, 1200 * number, DIGEST)


def test_downloads_stand_by_group_in_the_order_of_the_groups(mini: Corpus) -> None:
    view = data_view(mini, INFO, [download(1), download(2, "whole"), download(3)])
    assert [(one.id, one.title, [file.title for file in one.files]) for one in view.groups] == [
        ("whole", "The whole dossier", ["Table 2"]),
        ("tables", "Single tables", ["Table 1", "Table 3"]),
    ]


def test_a_download_tells_its_size_and_its_digest_in_parts(mini: Corpus) -> None:
    (group,) = data_view(mini, INFO, [download(1)]).groups
    (file,) = group.files
    assert (file.name, file.media_type, file.size) == ("csv/table-1.csv", "text/csv", "1.2 kB")
    assert file.digest == ("0123456789abcdef",) * 4


def test_only_a_long_group_says_how_many_files_it_folds(mini: Corpus) -> None:
    files = [download(number) for number in range(LONGEST_GROUP + 1)]
    assert data_view(mini, INFO, files).groups[0].counted == f"{LONGEST_GROUP + 1} files"
    assert data_view(mini, INFO, files[:-1]).groups[0].counted == ""


def test_the_page_names_the_edition_and_the_licence(mini: Corpus) -> None:
    edition = Edition("2026-01", "2026-01-05")
    view = data_view(mini, SiteInfo("Brisa", "", "", edition), [])
    assert (view.edition, view.date, view.groups) == ("2026-01", "2026-01-05", ())
    assert view.licence_url == view.licence.url
    assert data_view(mini, INFO, []).edition == "Not a published edition"


def test_the_page_counts_the_records_and_shows_the_first_claims(mini: Corpus) -> None:
    view = data_view(mini, INFO, [])
    assert [(one.words, one.address) for one in view.kinds][:2] == [("questions", "questions/"), ("actors", "actors/")]
    assert [one.number for one in view.kinds] == [len(mini.of(MODELS[kind])) for kind in SECTIONS]
    claims = mini.of(Claim)[:SAMPLE]
    assert [(one.id, one.text, one.source) for one in view.sample] == [(one.id, one.text, one.source) for one in claims]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 Bytes"),
        (1, "1 Byte"),
        (999, "999 Bytes"),
        (1000, "1.0 kB"),
        (99_950, "100.0 kB"),
        (999_949, "999.9 kB"),
        (1_234_567, "1.2 MB"),
        (3_400_000_000, "3.4 GB"),
    ],
)
def test_sizes_are_told_in_words(number: int, words: str) -> None:
    assert file_size(ENGLISH, number) == words


def test_programs_are_told_of_each_download(mini: Corpus) -> None:
    files = [download(1), download(2)]
    (node,) = data_nodes(mini, INFO, files)
    assert [one["contentUrl"] for one in node["distribution"]] == [
        "https://brisa.example/data/csv/table-1.csv",
        "https://brisa.example/data/csv/table-2.csv",
    ]
    assert handed_out(files) == [("csv/table-1.csv", "text/csv"), ("csv/table-2.csv", "text/csv")]
