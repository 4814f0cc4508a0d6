"""A small PDF made by hand: pages of lines at places, in Helvetica."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Placed(NamedTuple):
    """A line of text, points from the left and from the foot of the page, and the size of its letters."""

    text: str
    left: float
    up: float
    size: float = 11


def pdf(pages: Sequence[Sequence[Placed]], title: str = "", locked: bool = False) -> bytes:
    """The PDF. ``locked`` says that it is encrypted with a password that nobody knows."""
    first = 4
    kids = " ".join(f"{first + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for place, lines in enumerate(pages):
        content = b"\n".join(
            b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (line.size, line.left, line.up, _escaped(line.text)) for line in lines
        )
        number = first + 2 * place + 1
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % number
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects.append(b"<< /Title (%s) >>" % _escaped(title))
    info = b" /Info %d 0 R" % len(objects)
    if locked:
        key = b"<" + b"41" * 32 + b">"
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >>" % (key, key))
        info += b" /Encrypt %d 0 R /ID [<41> <41>]" % len(objects)
    return _file(objects, info)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, trailer, len(made))
    )
