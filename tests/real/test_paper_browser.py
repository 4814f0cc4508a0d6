"""What pages are on paper: no page is blank, no column is squeezed to single letters, and no control is printed."""

from __future__ import annotations

import io

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTCurve, LTPage, LTTextContainer, LTTextLine
from playwright.sync_api import Page

from dossier.corpus.corpus import Corpus
from tests.support.full import unless_full
from tests.support.kinds import kinds_of_page

SOME = ("question", "compare")
ALL = (*SOME, "home", "actor", "topic", "two sources", "map", "network", "timeline", "agreement", "article", "claim")
LETTERS = 150
STROKES = 20
CONTROLS = ("Save as", "Show everything", "Skip to", "Copy", "Known as of")


def lines_of(sheet: LTPage) -> list[str]:
    blocks = (block for block in sheet if isinstance(block, LTTextContainer))
    return [line.get_text().strip() for block in blocks for line in block if isinstance(line, LTTextLine)]


def is_blank(sheet: LTPage) -> bool:
    """Whether a page has next to nothing on it: few letters, and no picture."""
    strokes = sum(1 for one in sheet if isinstance(one, LTCurve))
    return sum(map(len, lines_of(sheet))) < LETTERS and strokes < STROKES


@pytest.mark.parametrize("kind", unless_full(SOME, ALL))
def test_a_page_on_paper_is_full_and_can_be_read(page: Page, corpus: Corpus, kind: str) -> None:
    page.goto(kinds_of_page(corpus)[kind], wait_until="networkidle")
    sheets = list(extract_pages(io.BytesIO(page.pdf(format="A4"))))
    lines = [lines_of(sheet) for sheet in sheets]
    assert [number for number, sheet in enumerate(sheets[:-1], 1) if is_blank(sheet)] == []
    # A row of a column that is too narrow holds a letter; a mark in a drawing does too, but not as many of them.
    assert [
        number for number, some in enumerate(lines, 1) if sum(len(one) == 1 and one.isalpha() for one in some) > 60
    ] == []
    assert [one for some in lines for one in some if one.startswith(CONTROLS)] == []


def test_the_picture_of_the_home_page_begins_on_the_first_sheet(page: Page) -> None:
    page.goto("", wait_until="networkidle")
    names = [one.split("\n")[0].strip() for one in page.locator(".where__row h3").all_inner_texts()]
    years = page.locator(".where__years .axis__label--year").all_text_contents()
    first, second = (
        set(lines_of(sheet)) for sheet in extract_pages(io.BytesIO(page.pdf(format="A4")), page_numbers=[0, 1])
    )
    assert names[0] in first
    assert names[-1] in second
    assert set(years) <= first & second
