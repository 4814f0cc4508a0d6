"""The ids that the reader of a file gives stand on the page. How marks are rendered: ``tests/text/test_marks.py``."""

from __future__ import annotations

import pytest
from lxml import html
from markdown import Markdown

from dossier.reading.markdown_file import read_document
from dossier.renderers.markdown_extension import DossierExtension
from tests.support.rendering import rendered

TEXT = """\
# The quarrel [@a-c01]

The wardens left [@a-c02], as [[brisa]] did [@a-c03;
@a-c04]. Two [@a-c02][@a-c05].
{: #p1 }

## On [[brisa]] & *more* ##

```
## No heading [@a-c06]
```

- an item with `[@a-c07]` and a citation [@a-c08]
    - one below it [@a-c09]

| Year | What |
| --- | --- |
| 1903 [@a-c10] | Fire [@a-c11] |

> Said so [@a-c12].

## On it

## On it {: #own .wide }
"""


def test_citations_and_headings_have_the_ids_that_the_reader_gives() -> None:
    blocks = read_document(TEXT, "docs/t.md", "t").blocks
    converted = Markdown(extensions=[DossierExtension(), "attr_list", "fenced_code", "tables", "toc"]).convert(TEXT)
    page = html.fragment_fromstring(converted, create_parent="div")
    cited = [(one.get("id"), one.get("data-cite-claims").split()) for one in page.cssselect("[data-cite-claims]")]
    assert cited == [(mark.id, list(mark.keys)) for block in blocks for mark in block.marks if mark.is_citation]
    assert len(cited) == 10
    headings = [one.get("id") for one in page.cssselect("h1, h2")]
    assert headings == [block.id for block in blocks if block.level > 0]
    assert headings == ["the-quarrel", "on-more", "on-it", "own"]


@pytest.mark.parametrize(
    "text",
    [
        "    [@a-c01]\n",
        '[a page](about.md "as [@a-c01] says")',
        "- item\n\n        # code [@a-c01]\n",
        "![a picture [@a-c01]](x.png)",
    ],
)
def test_what_is_a_citation_to_the_reader_alone_leaves_nothing_behind(text: str) -> None:
    assert read_document(text, "docs/t.md", "t").blocks[-1].marks
    assert not {"\x02", "\x03"} & set(rendered(text))
    assert "id:cited" not in rendered(text)


def test_nobody_can_write_an_id_that_is_ours() -> None:
    assert rendered("\x02id:p7\x03[@a] b") == '<p>id:p7<span data-cite-claims="a" id="cited-1"></span> b</p>'
