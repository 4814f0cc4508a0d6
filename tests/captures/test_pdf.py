from __future__ import annotations

import re

import pytest

from dossier.captures.clean import clean
from dossier.captures.errors import CaptureError
from dossier.captures.pdf import pdf_text
from tests.support.pdf import Placed, pdf

HEAD, FOOT = Placed("Journal of Invented Islands 12", 72, 800, 9), Placed("12", 300, 40, 9)


def block(lines: list[str], up: float, left: float = 72) -> list[Placed]:
    return [Placed(text, left, up - 14 * place) for place, text in enumerate(lines)]


def test_paragraphs_go_on_over_pages_and_hyphens_at_line_ends_are_joined() -> None:
    one = [
        HEAD,
        Placed("The Keepers of Brisa", 72, 760, 18),
        *block(
            ["The guild had kept the lamps for longer than any-", "body on the island could say, and was proud of it."],
            720,
        ),
        *block(
            ["In 1903 it counted ninety long-term keepers, though some of", "them, it said, were seldom seen near a"],
            670,
        ),
        FOOT,
    ]
    two = [
        HEAD._replace(text="Journal of Invented Islands 13"),
        *block(["lamp; it was the work of a long-", "term keeper."], 720),
        FOOT._replace(text="13"),
    ]
    found = pdf_text(pdf([one, two], title="The Keepers of Brisa"))
    assert found.title == "The Keepers of Brisa"
    assert clean(found.text, found.title).paragraphs == (
        "The guild had kept the lamps for longer than anybody on the island could say, and was proud of it.",
        "In 1903 it counted ninety long-term keepers, though some of them, it said, were seldom seen near a lamp; "
        "it was the work of a long-term keeper.",
    )
    assert "4 running heads and page numbers were left out" in found.told


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("11/29/26, 12:31 PM", "https://lamps.example/keepers"),
        ("29.11.2026, 12:31 The Keepers of Brisa", "https://lamps.example/keepers?p=1 1/1"),
        ("2026-11-29 12:31", "file:///home/reader/keepers.html 1/1"),
    ],
)
def test_what_a_browser_prints_around_a_page_is_left_out(head: str, foot: str) -> None:
    text = ["The guild had kept the lamps for longer than anybody on the", "island could say, and was proud of it."]
    printed = [Placed(head, 30, 815, 8), *block(text, 700), Placed(foot, 30, 20, 8)]
    assert pdf_text(pdf([printed])).text == " ".join(text)


def test_columns_are_read_one_after_the_other_and_indents_begin_paragraphs() -> None:
    left = ["The guild had kept the lamps", "for longer than anybody on the", "island could say of itself."]
    right = ["In 1903 it counted ninety of the", "keepers, though some of them,", "the paper said, were at sea."]
    assert pdf_text(pdf([[*block(left, 700), *block(right, 700, 320)]])).text.split("\n") == [
        " ".join(left),
        " ".join(right),
    ]
    wide = [
        "The guild had kept the lamps for longer than anybody on the",
        "island could say. It had its reasons for it, all the same.",
    ]
    second = Placed("In 1903 it counted ninety of the keepers.", 90, 672)
    assert pdf_text(pdf([[*block(wide, 700), second]])).text.split("\n") == [" ".join(wide), second.text]


def test_letters_without_a_meaning_are_told() -> None:
    line = "The guild had kept the lamps for longer than anybody on the island could say (cid:13) of it."
    assert any("(cid:…), 1 in all" in told for told in pdf_text(pdf([[Placed(line, 72, 700)]])).told)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (pdf([[]]), "a PDF without text, as of scanned pages; run it through text recognition (OCR)"),
        (pdf([[HEAD]], locked=True), "a locked PDF; open it with its password and save it without one"),
        (pdf([[HEAD]])[:300], "a PDF that cannot be read"),
    ],
)
def test_a_pdf_that_holds_no_text_to_read_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(CaptureError, match=re.escape(said)):
        pdf_text(content)
