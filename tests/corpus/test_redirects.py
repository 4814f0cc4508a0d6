"""Records, pages and positions that moved, as ``data/redirects.yaml`` says it."""

from __future__ import annotations

import pytest

from dossier.load import load, read
from tests.conftest import Broken, Changed
from tests.support.changes import added

FILE = "data/redirects.yaml"
PAGE = "- {from: about/old/, to: about/, reason: moved, why: It stands there now.}\n"
POSITION = '- {from: "who-lit-the-fire#no-one", to: "who-lit-the-fire#nobody", reason: renamed, why: It is shorter.}\n'


def test_the_keys_of_an_item_say_what_has_moved(changed: Changed) -> None:
    corpus = load(changed({FILE: added(PAGE + POSITION)}))
    assert list(corpus.redirects) == ["wick-brotherhood", "fog-bell"]
    page, position = corpus.page_redirects.items[-1], corpus.position_redirects.items[-1]
    assert (page.from_, page.target, page.reason) == ("about/old/", "about/", "moved")
    assert (position.question, position.position, position.to) == (
        "who-lit-the-fire",
        "no-one",
        "who-lit-the-fire#nobody",
    )
    assert [one.node.line for one in corpus.page_redirects.origins] == [4, 7]
    assert [one.node.line for one in corpus.position_redirects.origins] == [5, 6, 8]


def test_the_home_page_is_written_as_in_the_list_of_addresses(changed: Changed) -> None:
    corpus = load(changed({FILE: added(PAGE.replace("to: about/", "to: ./"))}))
    assert corpus.page_redirects.items[-1].target == ""


BAD = [
    pytest.param(
        "- {to: about/, reason: moved, why: A}\n",
        "7:3: error[missing-key] does not say what has moved; add `id:` of a record, or `from:` with the address of a "
        "page or with question#position",
        id="neither",
    ),
    pytest.param(
        "- {id: bell, from: bell/, kind: actor, reason: withdrawn, why: A}\n",
        "7:14: error[unknown-key] from: no such key; take it out",
        id="both",
    ),
    pytest.param(
        "- {from: /about/old, to: about/, reason: moved, why: A}\n",
        '7:10: error[pattern] from: "/about/old" does not fit; write the address of a page '
        "from the root of the site, / at its end, such as about/lamps/",
        id="a page that does not begin at the root and end in a slash",
    ),
    pytest.param(
        "- {from: about/old/, to: ../about/, reason: moved, why: A}\n",
        '7:26: error[pattern] to: "../about/" does not fit; write the address of a page with a slash '
        "at its end, such as about/lamps/ or about/lamps/#oil; ./ is the home page",
        id="a page that leads out",
    ),
    pytest.param(
        "- {from: about/con/, to: about/, reason: moved, why: A}\n",
        '7:10: error[reserved] from: "con" is a name that Windows keeps for a device; choose another',
        id="a page that some systems cannot have",
    ),
    pytest.param(
        '- {from: "questions/who-lit-the-fire/#nobody", reason: withdrawn, why: A}\n',
        '7:10: error[pattern] from: "questions/who-lit-the-fire/#nobody" does not fit; '
        "write the id of a question, # and the id of a position, such as when-founded#around-1898",
        id="a position by its address",
    ),
    pytest.param(
        "- {from: about/old/, to: about/, reason: renamed, why: A}\n",
        '7:42: error[unknown-value] reason: "renamed" is not one of them; use moved, merged, withdrawn',
        id="a page for a reason that positions have",
    ),
]


@pytest.mark.parametrize(("item", "line"), BAD)
def test_an_item_that_is_none(broken: Broken, item: str, line: str) -> None:
    assert broken({FILE: added(item)}) == [f"{FILE}:{line}"]


@pytest.mark.parametrize(("item", "name"), [(PAGE, "about/old/"), (POSITION, "who-lit-the-fire#no-one")])
def test_what_is_redirected_twice(broken: Broken, item: str, name: str) -> None:
    column = item.index("from: ") + len("from: ") + 1
    assert broken({FILE: added(item * 2)}) == [
        f'{FILE}:8:{column}: error[duplicate-id] from: "{name}" is redirected twice; keep one'
    ]


def test_of_two_redirects_of_the_same_the_first_is_kept(changed: Changed) -> None:
    corpus, problems = read(changed({FILE: added(PAGE + PAGE.replace("to: about/", "to: ./"))}))
    assert [one.target for one in corpus.page_redirects.items] == ["origins/", "about/"]
    assert [one.node.line for one in corpus.page_redirects.origins] == [4, 7]
    assert len(problems) == 1
