"""What is made once in a run of the tests, however many processes take part in it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Lets one process at a time do what it guards; the others wait. ``lock`` is a file, made if it is not there."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of this name that all processes of the run share, not to be written to.

    The first that asks for it lets ``make`` write it; others wait meanwhile. What ``make`` leaves when it fails is not
    taken for the folder.
    """
    own = factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
    shared.mkdir(exist_ok=True)
    folder, begun = shared / name, shared / f"{name}-{os.getpid()}"
    with alone(shared / f"{name}.lock"):
        if not folder.exists():
            make(begun)
            begun.rename(folder)
    return folder
