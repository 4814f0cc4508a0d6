from __future__ import annotations

import pytest

from dossier.model.addresses import SITE_PAGES
from tests.conftest import Broken


@pytest.mark.parametrize("address", SITE_PAGES)
def test_no_prose_stands_where_every_site_has_a_page(broken: Broken, address: str) -> None:
    file, first = f"docs/{address.rstrip('/')}.md", address.partition("/")[0]
    line = f"{file}:1:1: error[address] the site makes {first} itself; choose another name"
    assert line in broken({file: "# Lamps\n"})


LEFT = (".brisa.yaml.swp", "brisa.yaml~", "4913", "#brisa.yaml#", "brisa.yaml.tmp123", ".DS_Store", ".brisa.yaml")


@pytest.mark.parametrize("folder", ["data", "data/places", "data/claims", "docs", "docs/sources"])
def test_what_editors_leave_is_no_problem(broken: Broken, folder: str) -> None:
    assert broken({f"{folder}/{name}": b"\0" for name in (*LEFT, "index.md~", ".#index.md", "#index.md#")}) == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("cape.yml", "rename it to cape.yaml"),
        ("Cape.YAML", "rename it to cape.yaml"),
        ("cape.yaml.txt", "rename it to cape.yaml"),
        ("cape.json", "write it as YAML, in cape.yaml"),
        ("cape.txt", "records end in .yaml"),
    ],
)
def test_a_record_by_another_ending_is_told_how_to_be_called(broken: Broken, name: str, hint: str) -> None:
    line = f"data/places/{name}:1:1: error[stray-file] nothing reads this; {hint}"
    assert broken({f"data/places/{name}": "type: site\n"}) == [line]


def test_a_list_by_another_ending_is_told_how_to_be_called(broken: Broken) -> None:
    line = "data/phases.yml:1:1: error[stray-file] nothing reads this; rename it to phases.yaml"
    assert line in broken({"data/phases.yml": "- {}\n"})
