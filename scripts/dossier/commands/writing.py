"""The commands of ``dossier`` that write records: begin one, and lay all out in one form."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast, get_args

import click

from dossier.commands.options import FOLDER, dossier_in, refusals
from dossier.corpus.corpus import Corpus
from dossier.editing.draft import Draft
from dossier.editing.formatting import files_with_a_form, format_files, has_a_form
from dossier.editing.new_record import CLAIM_ID, begin, claim_id
from dossier.model.record_templates import start
from dossier.model.records import Kind


@click.command()
@click.argument("kind", type=click.Choice(get_args(Kind)))
@click.argument("id_", metavar="ID")
@FOLDER
def new(kind: str, id_: str, root: Path) -> None:
    """Begin a record of a KIND under its permanent ID.

    An ID is lower-case letters, digits and hyphens, and becomes the record's address. For a claim, name its source,
    and it gets the next number: dossier new claim smith-2020. Its whole ID can be given too: smith-2020-c07.
    """
    if not re.fullmatch(r"[a-z0-9-]+", id_):
        raise click.BadParameter(f'"{id_}" is not lower-case letters, digits and hyphens', param_hint="ID")
    corpus, _ = dossier_in(root.resolve())
    draft = Draft(root.resolve())
    with refusals():
        key = _new_id(corpus, draft, kind, id_)
        beginning = start(cast("Kind", kind), key, corpus.types)
        begin(draft, beginning)
        draft.write()
    click.echo(
        f"Begun {key} in {beginning.file}. "
        "Replace the words in capitals, take the comments out, then run: dossier check"
    )


def _new_id(corpus: Corpus, draft: Draft, kind: str, id_: str) -> str:
    try:
        key = claim_id(corpus, draft, id_) if kind == "claim" else id_
    except LookupError as error:
        raise click.BadParameter(error.args[0], param_hint="ID") from None
    if corpus.knows(key) or key in corpus.redirects:
        raise click.BadParameter(f'"{key}" is taken; ids are permanent', param_hint="ID")
    if kind == "source" and CLAIM_ID.fullmatch(key):
        raise click.BadParameter(f'"{key}" is written like the id of a claim; choose another', param_hint="ID")
    return key


@click.command("format")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@FOLDER
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail where a file is not in this form.")
def format_command(files: tuple[Path, ...], root: Path, *, only_check: bool) -> None:
    """Write records in the one form that all commands write: order of keys, quotation marks, indentation.

    What they say stays the same, and so do comments, the lines of prose, and whether a list stands on one line. Of
    pages, only the ends of lines are put right. Without FILES, all records and pages are written so.
    """
    folder = root.resolve()
    draft = Draft(folder)
    names = [_name(folder, file) for file in files] or files_with_a_form(folder)
    with refusals():
        format_files(draft, names)
        if only_check:
            if others := sorted(draft.changes.files):
                raise click.ClickException(f"not in the form of the house: {', '.join(others)}; run: dossier format")
            return
        for line in draft.write():
            click.echo(line)


def _name(root: Path, file: Path) -> str:
    """The name of a file in the dossier."""
    path = file.resolve()
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
    if not has_a_form(name):
        raise click.BadParameter(f"{file} is no file of records and no page of this dossier", param_hint="FILES")
    return name
