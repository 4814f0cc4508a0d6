from __future__ import annotations

import pytest

from tests.conftest import Broken, Change
from tests.support.changes import added, swapped

TWELVE = "a b c d e f g h i j k l"
SAID = "13 words in quotation marks, more than 12: “a b c d …”; restate it, or quote less"
CLAIMS = "data/claims/tarn-1931.yaml"
ARTICLE = "docs/sources/quay-2002.md"

CASES = [
    pytest.param(
        {CLAIMS: swapped("text: The guild had about ninety keepers in 1903.", f"text: They say “{TWELVE} m”.")},
        f"data/claims/tarn-1931.yaml:12:9: error[quotation] text: {SAID}",
        id="in a claim",
    ),
    pytest.param(
        {"data/sources/quay-2002.yaml": swapped("both sides", f'"{TWELVE} m"')},
        f"data/sources/quay-2002.yaml:11:14: error[quotation] perspective: {SAID}",
        id="in a record's prose",
    ),
    pytest.param(
        {ARTICLE: added(f"\nIt says “{TWELVE}\nm” [@quay-2002-c01].\n{{: #p4 }}\n")},
        f"docs/sources/quay-2002.md:12:1: error[quotation] {SAID}",
        id="in prose, over two lines",
    ),
]


@pytest.mark.parametrize(("files", "line"), CASES)
def test_a_quotation_of_more_than_twelve_words(broken: Broken, files: dict[str, Change], line: str) -> None:
    assert broken(files) == [line]


@pytest.mark.parametrize(
    "text",
    [f"“{TWELVE}”", f"“{TWELVE} [@quay-2002-c01]”", f'"{TWELVE}" m "{TWELVE}"', f'`"{TWELVE} m"`', f"‘{TWELVE} m’"],
)
def test_quotations_that_may_stand(broken: Broken, text: str) -> None:
    assert broken({ARTICLE: added(f"\n{text}\n{{: #p4 }}\n")}) == []
