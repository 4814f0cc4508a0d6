from __future__ import annotations

import pytest

from tests.conftest import Broken
from tests.support.changes import swapped

QUAY = "data/claims/quay-2002.yaml"


def test_a_paragraph_that_the_article_lacks(broken: Broken) -> None:
    assert broken({QUAY: swapped("paragraphs: [3]", "paragraphs: [3, 4]")}) == [
        "data/claims/quay-2002.yaml:44:19: error[claim-paragraphs] paragraphs.2: "
        "docs/sources/quay-2002.md has no paragraph 4; its last is 3"
    ]


@pytest.mark.parametrize("key", ["quay-2002-5", "quay-2002-c5", "tarn-1931-c05x", "quay-2003-c05", "quay-2002-c12345"])
def test_an_id_that_does_not_name_its_source(broken: Broken, key: str) -> None:
    assert broken({QUAY: swapped("quay-2002-c05", key)}) == [
        f'data/claims/quay-2002.yaml:40:7: error[claim-id] id: "{key}" does not name its source; '
        "write quay-2002-c01, -c02 and so on"
    ]
