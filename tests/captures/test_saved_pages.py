"""Saved pages as other publishers make them, in many encodings and forms, each brought down to its article."""

from __future__ import annotations

import gzip
import subprocess

import pypandoc
import pytest

from dossier.captures.clean import clean
from dossier.captures.errors import CaptureError
from dossier.captures.reading import captured_text
from tests.captures.saved_pages import (
    COOKIES,
    FIRST,
    FOURTH,
    MHTML,
    PAGES,
    SECOND,
    THIRD,
    TITLE,
    WHOLE,
    article,
    body,
    page,
)

MARKDOWN = f"{FIRST}[^1]\n\n{SECOND}\n\n## By Then It Was Late\n\n{THIRD}\n\n{FOURTH}\n\n[^1]: Ledger of 1877."


def paragraphs(content: bytes, ending: str = "html") -> tuple[str, ...]:
    return clean(captured_text(content, ending).text, TITLE).paragraphs


@pytest.mark.parametrize("name", PAGES)
def test_a_saved_page_is_brought_down_to_its_article(name: str) -> None:
    assert paragraphs(PAGES[name].encode()) == WHOLE


def test_a_dialog_that_no_name_tells_is_told() -> None:
    told = captured_text(PAGES["consent without a name beside the text"].encode(), "html").told
    assert told == ("left out, for it asks for consent: We value your privacy We and…",)


def test_an_article_that_is_about_consent_is_none() -> None:
    about = "The guild told readers that cookies keep personal data, and that our partners are a legitimate interest."
    content = page(f"<div class='c1'>{body(*WHOLE, about)}<button>Share</button></div>").encode()
    assert paragraphs(content) == (*WHOLE, about)


@pytest.mark.parametrize("ending", ["txt", "html", "htm", ""])
def test_a_page_is_known_by_its_content_whatever_its_name(ending: str) -> None:
    assert paragraphs(page(article(*WHOLE)).encode(), ending) == WHOLE


def test_a_compressed_page_is_unpacked() -> None:
    assert paragraphs(gzip.compress(page(article(*WHOLE)).encode())) == WHOLE


def test_a_page_in_one_file_is_read_with_its_address() -> None:
    content = MHTML.format(page=page(article(*WHOLE))).encode()
    assert captured_text(content, "mhtml").address == "https://lamps.example/keepers"
    assert paragraphs(content, "txt") == WHOLE


@pytest.mark.parametrize("form", ["docx", "epub", "odt", "rtf"])
def test_a_document_is_read_without_its_notes(form: str) -> None:
    made = subprocess.run(
        [pypandoc.get_pandoc_path(), "--standalone", "--from=markdown", f"--to={form}", "--output=-"],
        input=MARKDOWN.encode(),
        capture_output=True,
        check=True,
    ).stdout
    cleaned = clean(captured_text(made, "txt").text)
    assert cleaned.paragraphs[-3:] == WHOLE[1:]
    assert cleaned.paragraphs[0].startswith(FIRST)
    assert [line.text for line in cleaned.of("heading")] == ["By Then It Was Late"]


def test_a_question_asked_twice_is_kept_twice() -> None:
    ask = "<strong>Why did you stay?</strong>"
    found = paragraphs(page(article(FIRST, ask, SECOND, ask, THIRD, FOURTH)).encode())
    assert found == (FIRST, "Why did you stay?", SECOND, "Why did you stay?", THIRD, FOURTH)


def test_a_heading_that_begins_like_a_byline_is_a_heading() -> None:
    inside = (
        f"<article><h1>{TITLE}</h1>{body(FIRST)}<h2>By Then It Was Late</h2>{body(SECOND, THIRD, FOURTH)}</article>"
    )
    cleaned = clean(captured_text(page(inside).encode()).text, TITLE)
    assert [line.text for line in cleaned.of("heading")] == ["By Then It Was Late"]
    assert cleaned.author_notes == []


def test_a_long_part_of_an_article_is_no_box_whatever_its_name() -> None:
    twice = [f"{text} {text}" for text in (THIRD, FOURTH)]
    inside = f"<div><h1>{TITLE}</h1>{body(FIRST, SECOND)}<div class='paywall-content'>{body(*twice)}</div></div>"
    assert paragraphs(page(inside).encode()) == (FIRST, SECOND, *twice)


def test_items_of_a_list_are_paragraphs() -> None:
    inside = (
        f"<article><h1>{TITLE}</h1><p>{FIRST}</p><ul><li>{SECOND}</li><li>{THIRD}</li></ul>{body(FOURTH)}</article>"
    )
    assert paragraphs(page(inside).encode()) == (FIRST, f"- {SECOND}", f"- {THIRD}", FOURTH)


def test_joiners_that_spell_a_word_stay_and_other_invisible_signs_are_told() -> None:
    persian = (
        "نگهبانان جزیره به چراغ\u200cهای خود افتخار می\u200cکردند و هیچ\u200cکس نمی\u200cدانست آتش را چه کسی روشن کرد."
    )
    hidden = FIRST.replace("island", "is&shy;land").replace("guild", "gu\u200bild\u200e")
    html = f"<html lang='fa'><body><article><h1>{TITLE}</h1>{body(persian, hidden, *WHOLE[1:])}</article></body></html>"
    cleaned = clean(captured_text(html.encode()).text, TITLE)
    assert cleaned.paragraphs == (persian, *WHOLE)
    assert "line 3: taken out: 1 zero-width space, 1 direction mark, 1 soft hyphen: The guild" in cleaned.report()


def test_a_script_without_blanks_between_words_is_a_text() -> None:
    html = (
        "<html lang='ja'><body><article><h1>灯</h1>"
        + "<p>島の番人たちは灯りを誇りにしていた。あの冬に火をつけたのは誰か。</p>" * 3
    )
    assert len(clean(captured_text(html.encode("cp932")).text).paragraphs) == 3


def test_what_may_be_missing_is_told() -> None:
    stub = page(article(FIRST, "Subscribe to continue reading. Already a subscriber? Log in."))
    assert "look whether the article is whole" in " ".join(captured_text(stub.encode()).told)
    hidden = page(f"{COOKIES}<div aria-hidden='true'>{article(*WHOLE)}</div>")
    assert "the article was hidden" in " ".join(captured_text(hidden.encode()).told)


def test_a_page_that_a_script_fills_is_refused_with_what_to_do() -> None:
    empty = "<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript><script>1</script>"
    with pytest.raises(
        CaptureError, match=r"a web page without the text of an article.*; open it in a browser and save"
    ):
        captured_text(page(empty).encode())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"PK\x03\x04abc", "a damaged archive (ZIP)"),
        (b"\x1f\x8babc", "a damaged compressed file (gzip)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc)"),
        (bytes(range(256)) * 8, "no text: it holds zero bytes"),
        (bytes(range(1, 32)) * 8, "no text: it holds control characters"),
        (b" \n", "an empty file"),
        (b"{\\rtf1 }", "a rich text (.rtf) without text"),
    ],
)
def test_what_is_no_text_is_refused_with_what_it_seems_to_be(content: bytes, said: str) -> None:
    with pytest.raises(CaptureError) as refused:
        captured_text(content, "txt")
    assert str(refused.value).startswith(f"{said}; ")
