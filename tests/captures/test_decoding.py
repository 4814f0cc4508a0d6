from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.captures.decoding import declared, decode
from dossier.captures.errors import CaptureError

ENGLISH = (
    "The guild’s keepers met in a café on the quay, “and nobody”, said one – naïve as he was – “lit a lamp”.\n" * 3
)
GERMAN = "Die Wächter der Insel waren stolz auf ihre Lampen; über das Feuer wußte niemand Genaues.\n" * 3
RUSSIAN = "Хранители острова гордились своими лампами, и никто не мог сказать, кто зажёг большой огонь.\n" * 3
ARABIC = "كان حراس الجزيرة فخورين بمصابيحهم، ولم يعرف أحد من أشعل النار الكبيرة في ذلك الشتاء.\n" * 3
TURKISH = "Adanın bekçileri lambalarıyla gurur duyuyordu; ışığın nasıl söndüğünü kimse bilmiyordu.\n" * 3
JAPANESE = "島の番人たちは灯りを誇りにしていた。あの冬に大きな火をつけたのは誰か、誰も知らなかった。\n" * 3


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (ENGLISH, "utf-8", "UTF-8"),
        (ENGLISH, "utf-8-sig", "UTF-8"),
        (ENGLISH, "utf-16", "UTF-16"),
        (ENGLISH, "utf-16-le", "UTF-16-LE"),
        (ENGLISH, "utf-16-be", "UTF-16-BE"),
        (ENGLISH, "utf-32", "UTF-32"),
        (ENGLISH, "cp1252", "windows-1252"),
        (ENGLISH, "mac_roman", "Mac Roman"),
        (GERMAN, "cp1252", "windows-1252"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8_r", "KOI8-R"),
        (ARABIC, "cp1256", "windows-1256"),
        (ARABIC, "iso8859_6", "ISO-8859-6"),
        (TURKISH, "cp1254", "windows-1254"),
        (JAPANESE, "cp932", "Shift_JIS"),
        ("Oil cost 40 € that year, and 30 € in Saltmouth’s café.".replace("’", "'"), "iso8859_15", "ISO-8859-15"),
    ],
)
def test_a_text_that_declares_nothing(text: str, codec: str, encoding: str) -> None:
    found = decode(text.encode(codec))
    assert (found.text, found.encoding) == (text, encoding)
    assert bool(found.told) == (encoding != "UTF-8")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [RUSSIAN, ARABIC])
def test_utf_16_is_known_by_its_mark_in_any_script(text: str, codec: str) -> None:
    assert decode(("\ufeff" + text).encode(codec)).text == text


@pytest.mark.parametrize(
    ("label", "codec"),
    [("iso-8859-1", "cp1252"), ("windows-1251", "cp1251"), ("Shift_JIS", "cp932"), ("gb2312", "gb18030")],
)
def test_a_page_is_read_as_it_declares(label: str, codec: str) -> None:
    words = {"cp1252": ENGLISH, "cp1251": RUSSIAN, "cp932": JAPANESE, "gb18030": "岛上的守灯人以他们的灯为荣。"}[codec]
    html = f'<html><head><meta charset="{label}"></head><body><p>{words}</p></body></html>'
    assert words in decode(html.encode(codec)).text


@pytest.mark.parametrize(
    ("html", "label"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=ISO-8859-1">', "iso-8859-1"),
        (b'<?xml version="1.0" encoding="windows-1251"?>', "windows-1251"),
        (b"<p>charset=utf-8</p>", ""),
    ],
)
def test_what_a_page_declares(html: bytes, label: str) -> None:
    assert declared(html) == label


def test_what_declares_another_encoding_than_it_has_is_read_by_its_letters_and_told() -> None:
    found = decode(b'<meta charset="iso-8859-1">' + RUSSIAN.encode("cp1251"))
    assert found.text.endswith(RUSSIAN)
    assert "declares iso-8859-1, but its letters are those of windows-1251" in found.told
    found = decode(b'<meta charset="windows-1252">' + ENGLISH.encode())
    assert (found.encoding, found.text[-len(ENGLISH) :]) == ("UTF-8", ENGLISH)
    assert "but is UTF-8" in found.told
    assert decode(b'<meta charset="utf-8">' + ENGLISH.encode("cp1252")).text.endswith(ENGLISH)


def test_words_that_another_encoding_would_read_otherwise_are_shown() -> None:
    english = "The café on the quay was full, and the naïve keepers said nothing of the fire of that winter. " * 3
    assert "windows-1250 is as likely: look at “naïve”" in decode(english.encode("cp1252")).told


def test_an_encoding_that_is_not_sure_is_refused() -> None:
    polish = "Strażnicy wyspy byli dumni ze swoich lamp, a o pożarze w porcie nikt nic nie wiedział; zarząd milczał.\n"
    with pytest.raises(CaptureError, match=r"its encoding is not sure: it may be .*; save it as UTF-8 text or as HTML"):
        decode(polish.encode("cp1250") * 3)


def test_utf_8_with_a_broken_letter_is_refused_with_its_line() -> None:
    said = "UTF-8, but for 1 broken letter, the first in line 4; mend it, and save it as UTF-8"
    with pytest.raises(CaptureError, match=said):
        decode(RUSSIAN.encode() + b"\xd0 and more")


@pytest.mark.parametrize("label", ["hex", "rot13", "utf-7", "unicode_escape", "nonsense"])
def test_a_label_that_no_page_has_counts_for_nothing(label: str) -> None:
    html = f"<meta charset={label}>{ENGLISH}"
    assert decode(html.encode()).text == html


@given(st.binary())
def test_any_bytes_are_a_text_or_are_refused(content: bytes) -> None:
    with suppress(CaptureError):
        assert "\r" not in decode(content).text


def test_bytes_that_break_the_encoding_of_their_mark_are_refused() -> None:
    with pytest.raises(CaptureError, match="begins with the mark of UTF-8, but is not UTF-8"):
        decode(b"\xef\xbb\xbf\xff\xfe\xfd")


def test_line_ends_are_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\x0cd").text == "a\nb\nc\nd"
