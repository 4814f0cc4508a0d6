"""A captured file to its running text, whatever its form and its encoding."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.captures.decoding import decode
from dossier.captures.errors import CaptureError
from dossier.captures.forms import IN_WORDS, LARGEST_CAPTURE, Form, form_of, is_page, unpacked


@dataclass(frozen=True, slots=True)
class CapturedText:
    """The text of a captured file, a paragraph or a heading on each line, and how it was read.

    ``told`` is what a curator should know; ``encoding`` is empty where the form has none. ``page`` is the HTML that the
    file holds or was turned into, ``address`` the page's own where the file keeps it, ``title`` and ``author`` what a
    PDF says of itself; all else empty.
    """

    text: str
    form: Form
    encoding: str = ""
    told: tuple[str, ...] = ()
    page: str = ""
    address: str = ""
    title: str = ""
    author: str = ""


def read_capture(path: Path) -> CapturedText:
    """What a captured file holds. Raises ``OSError`` where it cannot be opened, else ``CaptureError``."""
    return captured_text(content_of(path), path.suffix.lower().removeprefix("."))


def content_of(path: Path) -> bytes:
    """The bytes of a captured file; raises as ``read_capture``. What is no file, such as a pipe, is not waited for."""
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(opened, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "Not a file that can be read", str(path))
        content = file.read(LARGEST_CAPTURE + 1)
    if len(content) > LARGEST_CAPTURE:
        raise CaptureError(
            f"larger than {LARGEST_CAPTURE // 2**20} MiB", "save the article alone, as UTF-8 text or as HTML"
        )
    return content


def captured_text(content: bytes, ending: str = "") -> CapturedText:
    """The same of a file's bytes; ``ending`` is that of its name, without the full stop. Raises ``CaptureError``."""
    content = unpacked(content)
    if not content.strip():
        raise CaptureError("an empty file", "save the article into it, as UTF-8 text or as HTML")
    form = form_of(content)
    match form:
        case "pdf":
            return _pdf(content)
        case "docx" | "epub" | "odt" | "rtf":
            return _document(content, form)
        case "mhtml":
            return _saved_page(content)
        case _:
            return _text_or_page(content, ending)


def _text_or_page(content: bytes, ending: str, charset: str = "", address: str = "") -> CapturedText:
    decoded = decode(content, told=charset)
    told: tuple[str, ...] = (decoded.told,) if decoded.told else ()
    if not (address or is_page(decoded.text, ending)):
        return CapturedText(decoded.text, "text", decoded.encoding, told)
    from dossier.captures.html_page import read_page  # noqa: PLC0415  it takes a second to import

    if ending not in ("html", "htm", "xhtml", "mht", "mhtml"):
        told += ("read as a web page, which it is by its content",)
    found = read_page(decoded.text)
    return CapturedText(found.text, "html", decoded.encoding, (*told, *found.told), decoded.text, address)


def _saved_page(content: bytes) -> CapturedText:
    from dossier.captures.mail import page_in  # noqa: PLC0415

    page = page_in(content)
    return replace(_text_or_page(page.content, "mhtml", page.charset, page.address), form="mhtml")


def _pdf(content: bytes) -> CapturedText:
    from dossier.captures.pdf import pdf_text  # noqa: PLC0415

    found = pdf_text(content)
    return CapturedText(found.text, "pdf", "", found.told, title=found.title, author=found.author)


def _document(content: bytes, form: Form) -> CapturedText:
    from dossier.captures.pandoc import html_of, running_text  # noqa: PLC0415

    html = html_of(content, form)
    text, told = running_text(html)
    if not text.strip():
        raise CaptureError(f"{IN_WORDS[form]} without text")
    return CapturedText(text, form, "", (f"read as {IN_WORDS[form]}", *told), html)
