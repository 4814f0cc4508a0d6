from __future__ import annotations

import codecs

import pytest

from dossier.editing.line_ends import as_read, as_written


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        (b"a\nb\n", "a\nc\n", b"a\nc\n"),
        (b"a\r\nb\r\n", "a\nc\nd\n", b"a\r\nc\r\nd\r\n"),
        (b"", "a\n", b"a\n"),
        (codecs.BOM_UTF8 + b"a\r\n", "b\n", codecs.BOM_UTF8 + b"b\r\n"),
        (b"a\r\nb\nc\r\n", "a\nnew\nb\nc\n", b"a\r\nnew\r\nb\nc\r\n"),
        (b"a\nb\r\nc\nd", "a\nb\nd\n", b"a\nb\r\nd\n"),
        (b"a\r\nb\nc", "b\nc\nd", b"b\nc\nd"),
    ],
    ids=["line-feeds", "windows", "new", "mark", "both-mostly-windows", "both-mostly-ours", "without-an-end"],
)
def test_lines_keep_their_ends_and_new_ones_get_the_usual(before: bytes, text: str, after: bytes) -> None:
    assert as_written(text, before) == after


def test_a_text_is_read_with_line_feeds_and_without_its_mark() -> None:
    assert as_read(codecs.BOM_UTF8 + b"a\r\nb\n") == "a\nb\n"
