from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.captures.clean import clean
from dossier.captures.cleaned import Cleaned
from dossier.captures.html_page import page_text
from dossier.model.records import Capture

FIRST = "The guild had kept the lamps for longer than anybody on the island could say, and was proud of it."
SECOND = "In 1903 it counted ninety keepers, though some of them, the paper said, were seldom seen near a lamp."
THIRD = "When the great lamp burned down that winter, each side blamed the other, and neither ever proved a thing."

WEB = f"""Home | Islands | Brisa

Skip to content

The Keepers of Brisa

By Mirela Tarn and Odo Pell

May 4, 1931
4 min read
Share on Facebook

keepers-1200x800.jpg
Credit: Brisa Archive/O. Pell

{FIRST}

How it began

{SECOND}

Read also: The Price of Oil

{THIRD}

Mirela Tarn is a lecturer at the School of Lamps. She has written two books on oil.

Tags: lamps, oil, Brisa

Lamps

Oil

Leave a Reply

Please enter your comment!

Related Articles

The Price of Oil

© 1931 Invented Islands Online
"""


def capture(**more: Any) -> Capture:
    return Capture(file="a.txt", fingerprints=(), **more)


def reasons(cleaned: Cleaned) -> dict[str, str]:
    return {line.text: line.reason for line in cleaned.of("dropped")}


def test_a_page_from_the_web_is_brought_down_to_its_article() -> None:
    cleaned = clean(WEB, "The Keepers of Brisa")
    assert cleaned.paragraphs == (FIRST, SECOND, THIRD)
    assert [line.text for line in cleaned.of("heading")] == ["How it began"]
    assert cleaned.author_notes == [
        "By Mirela Tarn and Odo Pell",
        "Mirela Tarn is a lecturer at the School of Lamps. She has written two books on oil.",
    ]
    assert cleaned.unsure == []


def test_each_line_that_is_left_out_has_its_reason() -> None:
    assert reasons(clean(WEB, "The Keepers of Brisa")) == {
        "Home | Islands | Brisa": "section labels",
        "Skip to content": "navigation",
        "The Keepers of Brisa": "title",
        "May 4, 1931": "date of the page",
        "4 min read": "counter",
        "Share on Facebook": "plea or pointer of the page",
        "keepers-1200x800.jpg": "image name",
        "Credit: Brisa Archive/O. Pell": "credit",
        "Read also: The Price of Oil": "plea or pointer of the page",
        "Tags: lamps, oil, Brisa": "tag list",
        "Lamps": "after the tag list",
        "Oil": "after the tag list",
        "Leave a Reply": "comment form",
        "Please enter your comment!": "comment form",
        "Related Articles": "related links",
        "The Price of Oil": "after the related links",
        "© 1931 Invented Islands Online": "copyright",
    }


def test_the_article_shows_numbers_and_headings() -> None:
    assert clean(WEB, "The Keepers of Brisa").article() == (
        f"[1] {FIRST}\n\n## How it began\n\n[2] {SECOND}\n\n[3] {THIRD}"
    )


def test_the_report_names_the_line_what_it_was_taken_for_and_why() -> None:
    report = clean(f"Menu\n{FIRST}\nA word\n", "").report().split("\n")
    assert report == [
        "line 1: dropped (navigation): Menu",
        "line 3: kept (not sure: a short line, kept as a paragraph): A word",
    ]


def test_without_a_known_title_a_short_line_that_stands_twice_is_dropped() -> None:
    text = f"The Keepers of Brisa\nIslands\nThe Keepers of Brisa\n{FIRST}\nIslands\n{SECOND}"
    cleaned = clean(text)
    assert reasons(cleaned)["The Keepers of Brisa"] == "stands more than once"
    assert [line.text for line in cleaned.of("heading")] == ["Islands", "Islands"]


def test_a_standfirst_is_a_paragraph() -> None:
    standfirst = "The delicate peace of the lamps may be about to end."
    assert clean(f"The Keepers\n{standfirst}\n{FIRST}", "The Keepers").paragraphs == (standfirst, FIRST)


def test_spaces_and_broken_characters_are_mended_and_curly_quotes_stay() -> None:
    broken = FIRST.replace("guild had", "guildâ€™s  keepers\u00a0had").replace("proud", "“proud”")
    (paragraph,) = clean(broken).paragraphs
    assert paragraph.startswith("The guild’s keepers had kept")
    assert "“proud”" in paragraph


@pytest.mark.parametrize(
    "line",
    [
        "Friday, December 8, 2023",
        "8 December 2023",
        "Published: Dec. 8, 2023",
        "2023-12-08",
        "Updated December 8th, 2023 at 14:05 GMT",
    ],
)
def test_the_date_of_a_page_is_dropped(line: str) -> None:
    assert clean(f"{line}\n{FIRST}").paragraphs == (FIRST,)


@pytest.mark.parametrize(
    "line",
    [
        "On 8 December 2023 the board met, and the matter of the great lamp was put off once more.",
        "Credit: so little of it was left that the keepers, who had once lived on it, paid for oil in coin.",
        "Share this he would not, said the old keeper, and shut the door of the lamp house behind him.",
        "The author of the letter is not known, and whoever it was wrote it in haste on both sides of the page.",
        "Tags: that is what the keepers called the brass plates on which each of them had scratched a name.",
    ],
)
def test_a_sentence_that_only_begins_like_clutter_is_kept(line: str) -> None:
    assert clean(f"{FIRST}\n{line}\n{SECOND}").paragraphs == (FIRST, line, SECOND)


@pytest.mark.parametrize(
    "note",
    [
        "The Authors Mirela Tarn and Odo Pell are students of lamps at the School of Lamps.",
        "Mirela Tarn (@tarn) is a research analyst at the School of Lamps. Odo Pell is an oil merchant.",
        "Dr. Odo Pell was a co-founder of the Oil Society, and is a writer.",
        "About the author: Mirela Tarn teaches on Brisa.",
    ],
)
def test_a_note_on_the_author_at_the_end_is_no_paragraph(note: str) -> None:
    cleaned = clean(f"{FIRST}\n{SECOND}\n{note}")
    assert cleaned.paragraphs == (FIRST, SECOND)
    assert cleaned.author_notes == [note]


def test_a_last_line_that_begins_with_the_authors_name_is_a_note() -> None:
    note = "Mirela Tarn has kept bees on Brisa since 1920."
    assert clean(f"{FIRST}\n{SECOND}\n{note}", authors=["Mirela Tarn"]).author_notes == [note]
    assert clean(f"{FIRST}\n{SECOND}\n{note}").paragraphs == (FIRST, SECOND, note)


def test_a_short_line_before_the_article_is_kept_as_a_heading_and_said() -> None:
    cleaned = clean(f"Invented Islands Online\nHome › Islands › Brisa\nAn old keeper. Photo: O. Pell\n{FIRST}")
    assert [line.text for line in cleaned.unsure] == ["Invented Islands Online"]
    assert cleaned.paragraphs == (FIRST,)


def test_long_link_titles_after_the_article_go_with_their_heading() -> None:
    text = f"{FIRST}\n{SECOND}\nRelated Articles\nWhy nobody on the island will say who lit the great lamp?\nOil"
    assert clean(text).paragraphs == (FIRST, SECOND)


def test_a_sentence_about_a_scholar_within_the_article_is_a_paragraph() -> None:
    sentence = "Odo Pell is a scholar who has looked at the accounts, and he found no oil missing in that year."
    assert clean(f"{FIRST}\n{sentence}\n{SECOND}").paragraphs == (FIRST, sentence, SECOND)


def test_short_lines_that_no_rule_is_sure_of_are_kept_and_said() -> None:
    cleaned = clean(f"{FIRST}\nAllies\nBoard\n")
    assert cleaned.paragraphs == (FIRST, "Allies", "Board")
    assert [line.text for line in cleaned.unsure] == ["Allies", "Board"]


def test_what_the_record_says_of_a_capture_comes_first() -> None:
    text = (
        f"{FIRST}\nLamps\nNorth\nSouth\nThe end of it\n{SECOND}\nWritten for the Lamp Society in the year of the fire."
    )
    known = capture(drop=("Written for the",), headings=("The end of it",), join=("Lamps",))
    cleaned = clean(text, "", known)
    assert cleaned.paragraphs == (FIRST, "Lamps North South", SECOND)
    assert [line.text for line in cleaned.of("heading")] == ["The end of it"]


def test_lines_broken_at_a_width_are_joined_to_paragraphs() -> None:
    text = """The guild had kept the lamps for longer than anybody on the island
could say, and was proud of it.

In 1903 it counted ninety keepers, though some of them, the paper
said, were seldom seen near a lamp.
"""
    assert clean(text).paragraphs == (FIRST, SECOND)


def test_a_saved_web_page_is_read_for_its_article() -> None:
    page = f"""<!doctype html><html><head><title>Keepers</title><script>var a = "no";</script></head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/i">Islands</a></li></ul></nav>
    <article><h1>The Keepers of Brisa</h1><p>{FIRST}</p><h2>How it began</h2><p>{SECOND}</p><p>{THIRD}</p></article>
    <footer><p>© 1931 Invented Islands Online</p></footer></body></html>"""
    cleaned = clean(page_text(page).text, "The Keepers of Brisa")
    assert cleaned.paragraphs == (FIRST, SECOND, THIRD)
    assert "How it began" in [line.text for line in cleaned.of("heading")]


def test_a_letter_that_was_lost_before_is_told_and_none_is_lost_here() -> None:
    cleaned = clean(f"{FIRST} It was l\ufffdst.\nâ€œ{SECOND}â€")
    assert [line.number for line in cleaned.lines if "1 letter was lost" in line.told] == [1]
    assert any("2 letters were lost" in line.told for line in clean(f"{FIRST} L\ufffdst, l\ufffdst.").lines)
    assert "\ufffd" not in cleaned.paragraphs[1]


def test_a_repeated_answer_is_no_title() -> None:
    text = f"{FIRST}\nI do not know.\n{SECOND}\nI do not know.\n{THIRD}"
    assert clean(text).paragraphs == (FIRST, "I do not know.", SECOND, "I do not know.", THIRD)


@given(st.text())
def test_any_text_is_cleaned_and_no_line_is_lost_without_a_word(text: str) -> None:
    cleaned = clean(text)
    told = [line for line in cleaned.lines if line.role != "paragraph"]
    assert len(cleaned.paragraphs) + len(told) == len(cleaned.lines)
    assert all(line.reason for line in told)
    assert clean("\n\n".join(cleaned.paragraphs)).paragraphs is not None
