from __future__ import annotations

from tests.checking.plausibility.conftest import Noticed
from tests.conftest import Broken
from tests.support.changes import added

LIST = {"data/permalinks.txt": "origins/#gone\norigins/\nquarrel/#نقابة\n"}


def test_a_heading_whose_address_was_published(noticed: Noticed) -> None:
    hint = "give the heading that says it now its former address: `{: #gone }` at its end"
    found = [one for one in noticed({**LIST, "docs/quarrel.md": added("\n## نقابة\n")}) if "lost-headings" in one]
    assert found == [
        "data/permalinks.txt:1:1: notice[lost-headings] origins/#gone is published, and its page has no such heading "
        f"any more; {hint}"
    ]


def test_an_address_that_is_given_again_is_kept(noticed: Noticed) -> None:
    changes = {"docs/origins.md": added("\n## New {: #gone }\n"), "docs/quarrel.md": added("\n## نقابة\n")}
    assert [one for one in noticed({**LIST, **changes}) if "lost-headings" in one] == []


def test_it_is_no_error(broken: Broken) -> None:
    assert broken(LIST) == []
