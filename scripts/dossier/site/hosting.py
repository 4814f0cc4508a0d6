"""What a web server must know of a site besides its files: headers, and where renamed records went.

Two files in the site say so, ``_headers`` and ``_redirects``, as Netlify and Cloudflare Pages read them. For nginx
they are put into its own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

FOR_GOOD = "Cache-Control: public, max-age=31536000, immutable"
# Files whose name holds a hash of their content. No two patterns fit one file, for hosts join what two rules say.
HASHED = ("pagefind/fragment/*", "pagefind/index/*")


def headers_file(base: str, headers: Mapping[str, str]) -> str:
    """The text of ``_headers``: ``headers`` for every file of the site, and how long those with a hash may be kept.

    ``base`` is the path of the site's root, which begins and ends in a slash.
    """
    everywhere = [f"  {name}: {value}" for name, value in headers.items()]
    hashed = [line for pattern in HASHED for line in (f"{base}{pattern}", f"  {FOR_GOOD}")]
    return "\n".join([f"{base}*", *everywhere, *hashed]) + "\n"


def nginx_files(site: Path) -> dict[str, str]:
    """The files that ``deploy/nginx.conf`` includes, by their names, for a built site.

    Raises ``ValueError`` where the site's own files hold what nginx would misread.
    """
    headers, redirects = (site / name for name in ("_headers", "_redirects"))
    return {
        "headers.conf": _nginx_headers(headers.read_text("utf-8")),
        "redirects.conf": _nginx_redirects(redirects.read_text("utf-8")),
    }


def _nginx_headers(text: str) -> str:
    """The headers of every page, which are those under the first pattern."""
    lines = []
    for line in text.splitlines()[1:]:
        if not line.startswith(" "):
            break
        name, _, value = line.strip().partition(": ")
        lines.append(f'add_header {name} "{_quoted(value)}" always;\n')
    return "".join(lines)


def _nginx_redirects(text: str) -> str:
    return "".join(f'"{_quoted(old)}" "{_quoted(new)}";\n' for line in text.splitlines() for old, new in _rules(line))


def _rules(line: str) -> Iterator[tuple[str, str]]:
    """The rule of a line, and the same without the last slash of the old address."""
    old, new, _ = line.split()
    yield old, new
    yield old.rstrip("/"), new


def _quoted(value: str) -> str:
    if any(sign in value for sign in '"\\$\n'):
        raise ValueError(f"nginx would misread: {value}")
    return value
