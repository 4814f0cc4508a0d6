"""What a browser may do on the site's pages: the Content Security Policy, and the headers that go with it.

No script runs but the site's own files and the few that the theme writes into its pages, each of which is named by its
hash. What a record or a page of prose holds can therefore not run, even if it got past every check.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256

INLINE = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
NO_SCRIPT = re.compile(r"\ssrc=|\stype=[\"']?application/", re.IGNORECASE)
# Beside it: search compiles WebAssembly, and its panel opens on every page; Material's icons are images in its styles.
SCRIPTS = ("'self'", "'wasm-unsafe-eval'")
DIRECTIVES: Mapping[str, str] = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
# What no meta element can say.
FRAMES = "frame-ancestors 'none'"


def inline_hashes(html: str) -> list[str]:
    """The sources, such as ``'sha256-…'``, of the scripts that stand in a page itself, in order of their text.

    ``html`` must hold nothing but what the theme wrote: whatever it holds will run.
    """
    scripts = {words for attributes, words in INLINE.findall(html) if not NO_SCRIPT.search(attributes)}
    return sorted(f"'sha256-{b64encode(sha256(words.encode()).digest()).decode()}'" for words in scripts)


def policy(hashes: Iterable[str]) -> str:
    """The policy for a meta element of each page; ``hashes`` are those of the theme's own scripts."""
    directives = {**DIRECTIVES, "script-src": " ".join([*SCRIPTS, *hashes])}
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def headers(hashes: Iterable[str]) -> dict[str, str]:
    """The headers that a web server should send with every file of the site, by name."""
    return {
        "Content-Security-Policy": f"{policy(hashes)}; {FRAMES}",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }
