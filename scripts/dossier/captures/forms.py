"""What a captured file is, told by its content: names lie, and end in capitals."""

from __future__ import annotations

import gzip
import re
import zlib
from io import BytesIO
from typing import Literal
from zipfile import BadZipFile, ZipFile

from dossier.captures.errors import CaptureError

Form = Literal["text", "html", "mhtml", "pdf", "docx", "epub", "odt", "rtf"]

# The endings that a captured file may have.
ENDINGS = ("txt", "html", "htm", "xhtml", "mhtml", "mht", "pdf", "docx", "epub", "odt", "rtf")
LARGEST_CAPTURE = 32 * 1024 * 1024
LARGEST_UNPACKED = 8 * LARGEST_CAPTURE
IN_WORDS: dict[Form, str] = {
    "text": "a text",
    "html": "a web page",
    "mhtml": "a web page in one file (MHTML)",
    "pdf": "a PDF",
    "docx": "a Word document (.docx)",
    "epub": "an EPUB",
    "odt": "an OpenDocument text (.odt)",
    "rtf": "a rich text (.rtf)",
}
OTHERS = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a picture or a recording"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"ID3", "a recording (MP3)"),
    (b"OggS", "a recording"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"%!PS", "PostScript"),
    (b"bplist00", "a web archive of Safari"),
    (b"SQLite format 3", "a database"),
    (b"7z\xbc\xaf", "an archive (7z)"),
    (b"Rar!", "an archive (RAR)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ", "a compressed file (xz)"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)"),
    (b"\x7fELF", "a program"),
)
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIL_HEADER = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,60}", re.IGNORECASE)
HTML_START = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|main|article|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
PAGE = re.compile(r"<(?:html|head|body|p|div|article)\b", re.IGNORECASE)
# A PDF may have some bytes before its mark.
PDF_WITHIN = 1024


def unpacked(content: bytes) -> bytes:
    """The content without the compression (gzip) in which servers send pages."""
    if not content.startswith(b"\x1f\x8b"):
        return content
    try:
        with gzip.open(BytesIO(content)) as opened:
            inside = opened.read(LARGEST_CAPTURE + 1)
    except (OSError, EOFError, zlib.error):
        raise CaptureError("a damaged compressed file (gzip)") from None
    if len(inside) > LARGEST_CAPTURE:
        raise CaptureError(f"holds more than {LARGEST_CAPTURE // 2**20} MiB when it is unpacked")
    return inside


def form_of(content: bytes) -> Form | None:
    """What the bytes show: ``None`` for a text, which may be a web page. Raises ``CaptureError`` for what is none."""
    if b"%PDF-" in content[:PDF_WITHIN]:
        return "pdf"
    if content.startswith(b"{\\rtf"):
        return "rtf"
    if content.startswith(b"PK\x03\x04"):
        return _zipped(content)
    if content.startswith(OLD_WORD):
        raise CaptureError("an old Office document (.doc)", "save it as .docx, as UTF-8 text or as HTML")
    if content[4:8] == b"ftyp":
        raise CaptureError("a film or a recording (MP4)")
    if other := next((words for mark, words in OTHERS if content.startswith(mark)), ""):
        raise CaptureError(other)
    header = MAIL_HEADER.match(content)
    if header and re.search(
        rb"^content-type:\s*(?:multipart/related|text/html)", header[0], re.IGNORECASE | re.MULTILINE
    ):
        return "mhtml"
    return None


def is_page(text: str, ending: str) -> bool:
    """Whether a text is a web page: it begins as one, or is named as one and holds its tags."""
    return bool(HTML_START.match(text)) or (ending in ("html", "htm", "xhtml") and bool(PAGE.search(text)))


def _zipped(content: bytes) -> Form:
    try:
        with ZipFile(BytesIO(content)) as opened:
            names = set(opened.namelist())
            size = sum(one.file_size for one in opened.infolist())
            kind = opened.read("mimetype")[:100] if "mimetype" in names else b""
    except (BadZipFile, OSError, RuntimeError, ValueError, zlib.error, EOFError):
        raise CaptureError("a damaged archive (ZIP)") from None
    if size > LARGEST_UNPACKED:
        raise CaptureError(f"holds more than {LARGEST_UNPACKED // 2**20} MiB when it is unpacked")
    if "word/document.xml" in names:
        return "docx"
    if b"epub" in kind or "META-INF/container.xml" in names:
        return "epub"
    if b"opendocument.text" in kind:
        return "odt"
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        raise CaptureError("a table or slides of Office")
    raise CaptureError("an archive (ZIP)", "unpack it, and name the file that holds the article")
