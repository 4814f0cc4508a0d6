"""A web page saved in one file (MHTML) to the page itself."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from typing import NamedTuple

from dossier.captures.errors import CaptureError


class SavedPage(NamedTuple):
    """The bytes of a page, the encoding that its header gives (or an empty text), and its address."""

    content: bytes
    charset: str
    address: str


def page_in(content: bytes) -> SavedPage:
    """The first page in the file. Raises ``CaptureError`` where there is none."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return SavedPage(payload, (part.get_content_charset() or "").lower(), _address(message, part))
    raise CaptureError("a mail or an archive (MHTML) without a page")


def _address(message: object, part: object) -> str:
    for one, name in ((message, "Snapshot-Content-Location"), (part, "Content-Location")):
        found = one.get(name) if isinstance(one, EmailMessage) else None
        if found and str(found).startswith("http"):
            return str(found)
    return ""
