"""Who may come to the desk: this machine's browser, at the address that the terminal printed, and no page elsewhere."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlsplit

DESK = "/-/desk/"
HOSTS = frozenset({"127.0.0.1", "localhost"})
LONGEST_BODY = 1024 * 1024
# Nothing is loaded from elsewhere, and nobody elsewhere may frame or read it.
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """The token that stands in the address, new at each start."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @property
    def address(self) -> str:
        """The path under which everything of the desk lies."""
        return f"{DESK}{self.token}/"

    def refusal(self, method: str, path: str, headers: Mapping[str, str]) -> HTTPStatus | None:
        """Why a request is not answered, or ``None``. The token is compared in constant time.

        A foreign ``Host`` is a page elsewhere whose name was made to lead here; a foreign ``Origin`` one that sends
        here. Both are refused before the token is looked at.
        """
        if _host_of(f"//{headers.get('Host', '')}") not in HOSTS or not self._same_origin(headers):
            return HTTPStatus.FORBIDDEN
        given = path.removeprefix(DESK).partition("/")[0]
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode()):
            return HTTPStatus.NOT_FOUND
        if method == "POST" and headers.get("Content-Type", "").partition(";")[0].strip() != "application/json":
            return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
        return None

    def _same_origin(self, headers: Mapping[str, str]) -> bool:
        origin = headers.get("Origin")
        if origin is not None and origin != f"http://{headers.get('Host', '')}":
            return False
        return headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin")


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
