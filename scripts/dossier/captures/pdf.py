"""A PDF to the paragraphs of its text, by where its lines stand on the pages."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from typing import Any

from dossier.captures.boilerplate import SENTENCE_END
from dossier.captures.errors import CaptureError

MOST_PAGES = 600
# The part of a page's height, above and below, in which running heads and page numbers stand.
MARGIN = 0.12
INDENT, SHORT_LINE = 0.8, 0.85
FEWEST_LETTERS = 25
UNKNOWN_LETTER = re.compile(r"\(cid:\d+\)")
PAGE_NUMBER = re.compile(
    r"(?:page |p\. ?)?[-–— ]*(?:\d{1,4}|[ivxlc]{1,7})[-–— ]*(?: (?:of|/) ?\d{1,4}| ?/ ?\d{1,4})?", re.IGNORECASE
)
# What a browser prints above and below each page: the moment, with the title, and the address.
PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}(?: ?[AP]M)?\b.{0,120}|"
    r"(?:https?|file)://\S+(?: \d{1,4}/\d{1,4})?",
    re.IGNORECASE,
)
HYPHENS = ("-", "\u2010", "\u00ad")
OCR = "run it through text recognition (OCR), or type the article into a UTF-8 text"


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page, its place in points from the lower left corner, and the height of its letters.

    ``begins`` says that the layout parts it from the line before; ``in_margin`` that it stands at the head or the foot.
    """

    page: int
    text: str
    left: float
    right: float
    size: float
    begins: bool
    in_margin: bool


@dataclass(frozen=True, slots=True)
class PdfText:
    """The paragraphs of a PDF, one a line, what it says of itself, and what a curator should know."""

    text: str
    title: str = ""
    author: str = ""
    told: tuple[str, ...] = ()


def pdf_text(content: bytes) -> PdfText:
    """The text of a PDF. Raises ``CaptureError`` where it is locked, damaged, or holds pictures of pages alone."""
    info, lines = _opened(content)
    letters = sum(letter.isalpha() for line in lines for letter in line.text)
    if letters < FEWEST_LETTERS:
        raise CaptureError("a PDF without text, as of scanned pages", OCR)
    unknown = sum(len(UNKNOWN_LETTER.findall(line.text)) for line in lines)
    if unknown * 20 > letters:
        raise CaptureError("a PDF whose letters have no meaning in the file", OCR)
    kept = list(_without_running_heads(lines))
    dropped = len(lines) - len(kept)
    told: tuple[str, ...] = ("read as a PDF: compare its paragraphs with the pages",)
    if dropped:
        told += (f"{dropped} running heads and page numbers were left out",)
    if unknown:
        signs = "(cid:…)"
        told += (
            f"letters without a meaning in the file stand as {signs}, {unknown} in all: look at the pages for them",
        )
    text = "\n".join(_paragraphs(kept))
    return PdfText(text, _said(info, "Title"), _said(info, "Author"), told)


def _opened(content: bytes) -> tuple[dict[str, Any], list[PdfLine]]:
    """What a PDF says of itself, and its lines in the order in which they are read."""
    from pdfminer.high_level import extract_pages  # noqa: PLC0415  few captures need it
    from pdfminer.layout import LAParams  # noqa: PLC0415
    from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect  # noqa: PLC0415
    from pdfminer.pdfparser import PDFParser  # noqa: PLC0415

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        info = PDFDocument(PDFParser(BytesIO(content))).info
        pages = extract_pages(BytesIO(content), maxpages=MOST_PAGES, laparams=LAParams())
        lines = [line for number, page in enumerate(pages) for line in _lines(page, number)]
    except PDFPasswordIncorrect:
        raise CaptureError("a locked PDF", "open it with its password and save it without one") from None
    except Exception as error:
        raise CaptureError(
            f"a PDF that cannot be read ({type(error).__name__})", "print it to a new PDF, or copy its text"
        ) from None
    return (info[0] if info else {}), lines


def _lines(page: Any, number: int) -> Iterator[PdfLine]:
    from pdfminer.layout import LTTextContainer, LTTextLine  # noqa: PLC0415

    height = page.height or 1
    for box in page:
        if not isinstance(box, LTTextContainer):
            continue
        for place, line in enumerate(one for one in box if isinstance(one, LTTextLine)):
            text, size = _letters(line)
            if text.strip():
                margin = line.y0 < page.y0 + MARGIN * height or line.y1 > page.y1 - MARGIN * height
                yield PdfLine(number, " ".join(text.split()), line.x0, line.x1, size, place == 0, margin)


def _letters(line: Any) -> tuple[str, float]:
    """The text of a line without raised figures, which are marks of notes, and the height of its letters."""
    from pdfminer.layout import LTChar  # noqa: PLC0415

    signs = [one for one in line if hasattr(one, "get_text")]
    sizes = [one.size for one in signs if isinstance(one, LTChar)]
    size = median(sizes) if sizes else 0.0
    middle = median([one.y0 for one in signs if isinstance(one, LTChar)] or [0.0])
    kept = [one.get_text() for one in signs if not (isinstance(one, LTChar) and _is_raised(one, size, middle))]
    return "".join(kept), round(size, 1)


def _is_raised(sign: Any, size: float, middle: float) -> bool:
    return bool(sign.get_text().isdigit() and sign.size < 0.8 * size and sign.y0 > middle + 0.1 * size)


def _without_running_heads(lines: Sequence[PdfLine]) -> Iterator[PdfLine]:
    """The lines without page numbers, what a print adds, and what repeats at the head or foot, figures aside."""
    pages = len({line.page for line in lines})
    marginal = {(line.page, _shape(line.text)) for line in lines if line.in_margin}
    times = Counter(shape for _, shape in marginal)
    for line in lines:
        repeated = times[_shape(line.text)] >= max(2, pages // 3) if pages > 1 else False
        marginal_words = PAGE_NUMBER.fullmatch(line.text) or PRINTED.fullmatch(line.text)
        if not (line.in_margin and (repeated or marginal_words)):
            yield line


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _paragraphs(lines: Sequence[PdfLine]) -> Iterator[str]:
    """Runs of lines that are one paragraph, hyphenated words joined."""
    words = set(
        re.findall(r"[\w’'-]+", " ".join(line.text for line in lines if not line.text.endswith(HYPHENS)).casefold())
    )
    run: list[PdfLine] = []
    left, right = 0.0, 0.0
    for line in lines:
        if run and _begins_paragraph(run, line, left, right):
            yield _joined(run, words)
            run = []
        if line.begins or not run:
            left, right = line.left, line.right
        left, right = min(left, line.left), max(right, line.right)
        run.append(line)
    if run:
        yield _joined(run, words)


def _begins_paragraph(run: Sequence[PdfLine], line: PdfLine, left: float, right: float) -> bool:
    last = run[-1]
    if abs(last.size - line.size) > 0.15 * max(last.size, line.size):
        return True
    ended = bool(SENTENCE_END.search(last.text))
    if line.begins or line.page != last.page:
        # A sentence goes on in the next column or on the next page.
        return ended or not (line.text[0].islower() or last.text.endswith((*HYPHENS, ",")))
    indented = line.left > left + INDENT * line.size
    short = last.right < left + SHORT_LINE * (right - left)
    return ended and (indented or short)


def _joined(run: Sequence[PdfLine], words: set[str]) -> str:
    text = run[0].text
    for line in run[1:]:
        if text.endswith(HYPHENS) and line.text[0].islower():
            start = re.search(r"[\w’'-]*$", text[:-1])
            end = re.match(r"[\w’']*", line.text)
            compound = f"{start[0] if start else ''}-{end[0] if end else ''}".casefold()
            text = (text[:-1] + "-" if compound in words else text[:-1]) + line.text
        else:
            text = f"{text} {line.text}"
    return text


def _said(info: dict[str, Any], key: str) -> str:
    """An entry of the PDF about itself, as text; empty where there is none or it is a file's name."""
    value = info.get(key)
    if not isinstance(value, bytes):
        return ""
    from pdfminer.utils import decode_text  # noqa: PLC0415

    text = " ".join(decode_text(value).split())
    return (
        "" if re.search(r"\.(?:docx?|indd|pdf|qxd|tex|odt)$|^microsoft word|^untitled", text, re.IGNORECASE) else text
    )
