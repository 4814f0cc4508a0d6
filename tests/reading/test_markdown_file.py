from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.markdown_file import Document, read_document, sentence_with
from dossier.text.marks import Malformed, Mark

PAGE = """\
---
title: Lamps
---

# The *lamps* of `Brisa` #

First [[brisa|line]],
second line [@a-c01].
{: #p1 }
## Oil [[b]]
Right below a heading.

- one [@a-c02]
- two

| a | b |
| - | - |
| c | [[d]] |

> quoted

1. counted

---

```text
[[e]]
```
Write `[[f]]` and [[g.
{: #p7 }

{: #p8 }
"""


def page(text: str, name: str = "origins") -> Document:
    return read_document(text, f"docs/{name}.md", name)


def test_blocks_know_level_number_and_line() -> None:
    assert [(block.level, block.number, block.line) for block in page(PAGE).blocks] == [
        (1, None, 5),
        (0, 1, 7),
        (2, None, 10),
        (0, None, 11),
        (-1, None, 13),
        (-1, None, 16),
        (-1, None, 20),
        (-1, None, 22),
        (0, 7, 29),
        (0, None, 32),
    ]


def test_marks_stand_in_their_block_with_their_place_in_the_file() -> None:
    blocks = page(PAGE).blocks
    assert blocks[1].marks == (Mark(("brisa",), "line", False, 7, 7), Mark(("a-c01",), "", True, 8, 13, "cited-1"))
    assert blocks[1].cited == ("a-c01",)
    assert blocks[1].linked == ("brisa",)
    assert blocks[2].marks == (Mark(("b",), "", False, 10, 8),)
    assert blocks[5].linked == ("d",)
    assert blocks[8].marks == ()
    assert page(PAGE).malformed == (Malformed("[[g.", 29, 19),)


def test_a_block_keeps_its_code_and_loses_its_number() -> None:
    assert page(PAGE).blocks[8].text == "Write `[[f]]` and [[g."


def test_numbered_paragraphs_are_found_by_number() -> None:
    assert {number: block.line for number, block in page(PAGE).paragraphs.items()} == {1: 7, 7: 29}


def test_plain_words_are_what_a_reader_sees() -> None:
    blocks = page("The **[[a|old]]** *lamp*\n[burned](x/) [@b]; write `[@c]`.").blocks
    assert blocks[0].plain == "The old lamp burned; write [@c]."


def test_the_title_is_the_first_heading_or_the_name() -> None:
    assert page(PAGE).title == "The lamps of Brisa"
    assert page("No heading", "about/how").title == "about/how"


def test_only_topic_pages_are_essays() -> None:
    names = ["origins", "index", "about/index", "sources/tarn-1931"]
    assert [page("", name).is_essay for name in names] == [True, False, False, False]


def test_lines_count_from_the_top_of_the_file_with_and_without_front_matter() -> None:
    assert page("Text [[A]]").malformed[0].line == 1
    assert page("---\n---\nText [[A]]").malformed[0].line == 3
    assert page("---  \na: b\nc: d\n--- \nText [[A]]").malformed[0].line == 5
    assert page("---\nno end\nText [[A]]").malformed[0].line == 3


def test_an_empty_page_has_no_blocks() -> None:
    assert page("").blocks == ()
    assert page("\n \n").blocks == ()


def test_the_sentence_that_links_a_record_or_the_first() -> None:
    text = "It began. The [[guild]] rose [@a].\nThen [[brisa|the isle]] fell."
    assert sentence_with(text, "guild") == "The [[guild]] rose [@a]."
    assert sentence_with(text, "brisa") == "Then [[brisa|the isle]] fell."
    assert sentence_with(text, "isle") == "It began."


@given(st.lists(st.sampled_from([*PAGE.splitlines(), "", "word", "# ", "```"])).map("\n".join) | st.text())
def test_every_word_outside_code_stands_in_one_block(text: str) -> None:
    document = page("\n" + text)
    lines = ("\n" + text).split("\n")
    for one, other in zip(document.blocks, document.blocks[1:], strict=False):
        assert one.line < other.line
    for block in document.blocks:
        assert block.text.split("\n")[0] in lines[block.line - 1]
    inside = [mark for block in document.blocks for mark in block.marks]
    assert len(inside) == len(set(inside))
