"""Our own scripts and the icon, as the site serves them: without comments and blanks."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from rjsmin import jsmin

from dossier.model.words import ENGLISH, Words
from dossier.site.worded_scripts import worded_script

ICON = "icon.svg"


def write_scripts(target: Path, words: Words = ENGLISH) -> None:
    """Writes them out of the package into a folder, with these words in them."""
    target.mkdir(parents=True, exist_ok=True)
    assets = files("dossier.site") / "assets"
    for entry in assets.iterdir():
        if entry.name.endswith(".js"):
            (target / entry.name).write_text(
                jsmin(worded_script(entry.read_text("utf-8"), words)), "utf-8", newline="\n"
            )
    (target / ICON).write_text((assets / ICON).read_text("utf-8"), "utf-8", newline="\n")
