"""What several commands share: the dossier's folder, and how a refusal is told."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import SubprocessError
from typing import Any

import click

from dossier.corpus.corpus import Corpus
from dossier.editing.changes import ConflictError, recover
from dossier.editions.state import EditionError
from dossier.load import read
from dossier.model.vocabulary import counted
from dossier.problems import Problem, ProblemsFound, listing, refused
from dossier.site.renderer import RenderError
from dossier.swap import BusyError


@contextmanager
def refusals() -> Iterator[None]:
    """Prints problems one a line, and leaves with status 1."""
    try:
        yield
    except ProblemsFound as found:
        click.echo(listing(found.problems))
        click.echo(f"{counted(len(found.problems), 'problem')}.", err=True)
        sys.exit(1)
    except BrokenPipeError:
        raise  # Whoever reads the output has enough of it, as `head` has; click ends quietly then.
    except OSError as error:
        click.echo(f"error: {refused(error)}", err=True)
        sys.exit(1)
    except (RenderError, EditionError, BusyError, ConflictError, sqlite3.Error, SubprocessError) as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)


class Commands(click.Group):
    """Commands, none of which ends with a traceback where a file is refused or something is wrong in it."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command that is named, and tells what it refuses."""
        with refusals():
            return super().invoke(ctx)


def dossier_in(root: Path) -> tuple[Corpus, list[Problem]]:
    """The records of the dossier in ``root`` and their problems. Raises ``ProblemsFound`` where there is no dossier,
    so that a command begins none in a folder in which somebody happens to stand.
    """
    corpus, problems = read(root)
    if none := [problem for problem in problems if problem.rule == "no-data"]:
        raise ProblemsFound(none)
    return corpus, problems


def _whole(_context: click.Context, _parameter: click.Parameter, root: Path) -> Path:
    """The folder, after what a command that was killed had begun in it was finished, and told."""
    with refusals():
        for line in recover(root.resolve()):
            click.echo(line, err=True)
    return root


FOLDER = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    callback=_whole,
    help="The dossier's folder, which holds data/ and docs/. Default: this folder.",
)
"""Every command that reads or writes a dossier takes its folder by this."""
