"""Files that editors, and programs that keep folders in step, leave beside those at which a curator works."""

from __future__ import annotations

import re
from pathlib import PurePath

LEFT = re.compile(
    r"\..*"  # hidden: Vim's .x.yaml.swp, Emacs' .#x.yaml, Nano's .x.yaml.swp, .DS_Store, Syncthing's .syncthing.x.tmp
    r"|.*~"  # the last version, of Emacs, Vim, Gedit, Kate
    r"|\#.*\#"  # Emacs' version not saved yet
    r"|4913|5036|5159"  # by which Vim tries whether it may write
    r"|.*\.(?:swp|swo|swn|swx|kate-swp|bak|old|orig|rej|part|partial|crdownload)"
    r"|.*\.tmp[A-Za-z0-9]*(?:[.-]\w*\d\w*)*"  # written first, and then put in the place of a file
    r"|sed[A-Za-z0-9]{6}"  # by which sed -i does the same
    r"|~.*\.tmp|~\$.*|~syncthing~.*"
    r"|.*___jb_(?:tmp|old|bak)___"  # JetBrains
    r"|(?:ehthumbs|Thumbs)\.db|[Dd]esktop\.ini|Icon\r"
)


def left_by_editor(name: str) -> bool:
    """Whether a file or a folder of this name is nothing that a curator put there, so that nobody need read it."""
    return LEFT.fullmatch(name) is not None


def among_left(path: PurePath) -> bool:
    """Whether a relative path leads to such a file, or into such a folder."""
    return any(map(left_by_editor, path.parts))
