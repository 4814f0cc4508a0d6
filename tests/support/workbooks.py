"""What a spreadsheet reads in a workbook (Office Open XML), without a program that could mend it."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

from dossier.exports.csv_text import Cell

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Sheets = dict[str, list[list[Cell]]]


def sheets_of(content: bytes) -> Sheets:
    """The rows of each sheet by its name, each as long as its last cell; raises where a cell is a formula."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        texts = [_text("".join(one.itertext())) for one in _xml(archive, "xl/sharedStrings.xml").iter(f"{MAIN}si")]
        links = {one.get("Id"): one.get("Target") for one in _xml(archive, "xl/_rels/workbook.xml.rels")}
        named = {
            str(one.get("name")): links[one.get(f"{OFFICE}id")]
            for one in _xml(archive, "xl/workbook.xml").iter(f"{MAIN}sheet")
        }
        return {name: _rows(_xml(archive, f"xl/{path}"), texts) for name, path in named.items()}


def _text(written: str) -> str:
    """A text without the escapes for what XML does not hold, such as ``_x0009_``."""
    return re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), written)


def _xml(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(name))  # noqa: S314  a file of ours


def _rows(sheet: ElementTree.Element, texts: list[str]) -> list[list[Cell]]:
    assert sheet.find(f".//{MAIN}f") is None, "a cell is a formula"
    rows: list[list[Cell]] = []
    for row in sheet.iter(f"{MAIN}row"):
        rows.extend([] for _ in range(int(row.get("r", "0")) - len(rows)))
        for cell in row:
            if cell.find(f"{MAIN}v") is not None:
                at = _column(cell.get("r", ""))
                rows[-1].extend([None] * (at - len(rows[-1])))
                rows[-1].append(_value(cell, texts))
    return rows


def _column(reference: str) -> int:
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(cell: ElementTree.Element, texts: list[str]) -> Cell:
    said = cell.findtext(f"{MAIN}v", "")
    if cell.get("t") == "s":
        return texts[int(said)]
    return said == "1" if cell.get("t") == "b" else float(said)
