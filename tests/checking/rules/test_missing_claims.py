from __future__ import annotations

from tests.conftest import Broken

CLAIMS = "data/claims/board-1934.yaml"


def test_a_source_whose_claims_are_named_and_not_there(broken: Broken) -> None:
    (line,) = broken({CLAIMS: None})
    assert line.startswith(
        f'{CLAIMS}:1:1: error[missing-claims] no claims of "board-1934", of which 4 are named or published; '
        f"bring {CLAIMS} back, or mend its name; this also concerns "
    )


def test_a_source_without_claims_that_none_names(broken: Broken) -> None:
    source = "type: book\ntitle: Gulls\nlabel: Gull 1999\nperspective: A keeper of gulls.\n"
    assert broken({"data/sources/gull-1999.yaml": source, "docs/sources/gull-1999.md": "# Gulls\n"}) == []
