from __future__ import annotations

import pytest

from tests.conftest import Broken, Change
from tests.support.changes import swapped

HINT = "write [@claim], [@one; @two], [[record]], [[record|words]] or [[count:question/position|three]]"

CASES = [
    pytest.param(
        {"data/sources/quay-2002.yaml": swapped("doubts both sides", "doubts [[both sides]]")},
        f"data/sources/quay-2002.yaml:11:14: error[mark] perspective: [[both sides]] is no mark; {HINT}",
        id="in a perspective",
    ),
    pytest.param(
        {"data/questions/when-founded.yaml": swapped("[@quay-2002-c02]", "[@Quay-2002-c02]")},
        f"data/questions/when-founded.yaml:8:18: error[mark] why_they_differ: [@Quay-2002-c02] is no mark; {HINT}",
        id="in the reasons of a question",
    ),
    pytest.param(
        {"data/questions/who-lit-the-fire.yaml": swapped("[[reed-wardens]]", "[[reed-wardens]")},
        f"data/questions/who-lit-the-fire.yaml:6:30: error[mark] positions.1.label: [[reed-wardens] is no mark; {HINT}",
        id="in the label of a position",
    ),
]


@pytest.mark.parametrize(("files", "line"), CASES)
def test_what_only_looks_like_a_mark(broken: Broken, files: dict[str, Change], line: str) -> None:
    assert broken(files) == [line]
