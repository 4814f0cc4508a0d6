"""Documents of word processors and electronic books to a web page, by pandoc."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from typing import Any

from dossier.captures.errors import CaptureError
from dossier.captures.forms import IN_WORDS, Form
from dossier.captures.html_page import without_notes

LONGEST_SECONDS = 120
BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "pre", "dt", "dd", "figcaption")


def html_of(content: bytes, form: Form) -> str:
    """The document as a page with its head. Raises ``CaptureError`` where pandoc cannot read it."""
    import pypandoc  # noqa: PLC0415  few captures need it

    command = [pypandoc.get_pandoc_path(), f"--from={form}", "--to=html5", "--standalone", "--sandbox", "--wrap=none"]
    command += ["--metadata=pagetitle:-", "+RTS", "-M1G", "-RTS"]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=LONGEST_SECONDS, check=True)  # noqa: S603
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise CaptureError(f"{IN_WORDS[form]} that cannot be read; it may be damaged or locked") from None
    return done.stdout.decode("utf-8")


def running_text(html: str) -> tuple[str, tuple[str, ...]]:
    """The blocks of a page without navigation, each on a line, and what a curator should know of it."""
    from trafilatura import load_html  # noqa: PLC0415

    tree = load_html(html)
    body = None if tree is None else tree.find("body")
    if body is None:
        return "", ()
    for head in body.findall("header"):
        # Title, authors and date, which the record gives.
        head.drop_tree()
    told = tuple(without_notes(body))
    return "\n".join(line for line in _lines(body) if line), told


def _lines(body: Any) -> Iterator[str]:
    for one in body.iter(*BLOCKS):
        inner = next(one.iterdescendants(*BLOCKS), None)
        outer = next((up for up in one.iterancestors() if up.tag in ("tr", "nav")), None)
        if outer is not None or (inner is not None and one.tag != "tr"):
            continue
        if one.tag == "tr":
            yield " | ".join(" ".join(cell.text_content().split()) for cell in one.iter("td", "th"))
        else:
            yield " ".join(one.text_content().split()).removeprefix("• ")
