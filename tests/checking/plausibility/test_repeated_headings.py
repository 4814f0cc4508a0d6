from __future__ import annotations

import pytest

from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import added


def told(noticed: Noticed, text: str) -> list[str]:
    return [one for one in noticed({"docs/origins.md": added(text)}) if "repeated-headings" in one]


def test_a_heading_whose_address_counts(noticed: Noticed) -> None:
    [line] = told(noticed, "\n## Oil\n\nA.\n\n## Oil\n\nB.\n")
    assert line.partition("notice")[2] == (
        "[repeated-headings] stands under the same heading twice, so that its address #oil_1 may shift; "
        "write it otherwise, or give it one that stays: `{: #oil-again }` at its end"
    )


@pytest.mark.parametrize(
    "text", ["\n## Oil\n\nA.\n\n## Oil {: #oil_1 }\n\nB.\n", "\n## Oil\n\n### Price\n\n## Lamps\n\n### Price\n"]
)
def test_one_with_an_address_of_its_own_or_told_apart_by_the_heading_above(noticed: Noticed, text: str) -> None:
    assert told(noticed, text) == []
