"""Why a captured file cannot be read as an article, and what to do about it."""

from __future__ import annotations

AS_TEXT = "save it as UTF-8 text or as HTML"


class CaptureError(Exception):
    """Raised for a file that holds no article that can be read: what it seems to be, and what to do."""

    def __init__(self, what: str, hint: str = AS_TEXT) -> None:
        self.what, self.hint = what, hint
        super().__init__(f"{what}; {hint}")
