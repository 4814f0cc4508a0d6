from __future__ import annotations

import pytest

from dossier.model.addresses import SITE_PAGES
from tests.conftest import Broken


@pytest.mark.parametrize("address", SITE_PAGES)
def test_no_prose_stands_where_every_site_has_a_page(broken: Broken, address: str) -> None:
    file, first = f"docs/{address.rstrip('/')}.md", address.partition("/")[0]
    line = f"{file}:1:1: error[address] the site makes {first} itself; choose another name"
    assert line in broken({file: "# Lamps\n"})
