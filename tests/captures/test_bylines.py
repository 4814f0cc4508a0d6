from __future__ import annotations

import pytest

from dossier.captures.bylines import is_byline


@pytest.mark.parametrize(
    "line",
    [
        "By Mirela Tarn and Odo Pell",
        "BY MIRELA TARN",
        "By: Ann Lee, Bo van den Berg",
        "by Mirela Tarn | Brisa Times",
        "By Mirela Tarn, May 4, 1931",
        "Written by M. O. Pell",
        "By Qari Zia ur Rehman",
        "Author: Mirela Tarn",
    ],
)
def test_who_wrote_it(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Then It Was Late",
        "By Land and Sea",
        "By Any Means Necessary",
        "By Royal Appointment",
        "By Brisa’s Walls",
        "By Order of the Board",
        "By the end of the war",
        "Bystanders And Keepers",
    ],
)
def test_a_heading_that_begins_so(line: str) -> None:
    assert not is_byline(line)


def test_between_paragraphs_only_a_known_author_counts() -> None:
    assert not is_byline("By Mirela Tarn", only_known=True)
    assert is_byline("By Mirela Tarn", ["Mirela Tarn"], only_known=True)
    assert is_byline("By Tarn", ["Tarn"])
