"""The commands of ``dossier`` that give records another id, make two of them one, or take them out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from dossier.commands.moving import Asked, Words, carry_out
from dossier.commands.options import FOLDER, refusals
from dossier.corpus.corpus import Corpus
from dossier.editing.draft import Draft
from dossier.editing.merging import MERGED, merge
from dossier.editing.named_ids import PositionOf, RefusedError, named, reason
from dossier.editing.references import UnclearPlaceError
from dossier.editing.renaming import MOVED, RENAMED, rename
from dossier.editing.renaming_pages import page_name
from dossier.editing.withdrawing import Along, InTheWayError, withdraw
from dossier.editions.history import Change
from dossier.model.records import Claim
from dossier.model.vocabulary import counted
from dossier.problems import listing

Command = Callable[..., None]
ONLY_TRY = click.option("--dry-run", "only_try", is_flag=True, help="Say what would be done, and write nothing.")
# What a claim no longer does with a record that it named under a key.
VERBS = {
    "about": "is no longer about",
    "answers": "no longer answers",
    "disputes": "no longer disputes",
    "supports": "no longer supports",
    "repeats": "no longer repeats",
}
WHY = "Why, in words for the reader; they stand at the old address."


@click.command("rename")
@click.argument("old")
@click.argument("new")
@click.option("--why", help=f"{WHY} Default: {RENAMED}")
@FOLDER
@ONLY_TRY
def rename_command(old: str, new: str, why: str | None, root: Path, *, only_try: bool) -> None:
    """Give the record OLD the id NEW in every file where it stands; its old address leads to the new one.

    Records of all kinds can be renamed, a source with all its claims, a position as question#old question#new, and a
    page of prose as docs/old.md docs/new.md. What they are called stays as it is. data/permalinks.txt keeps the old
    addresses; dossier permalinks adds the new.
    """
    given = why or (RENAMED if page_name(old) is None else MOVED)

    def edit(draft: Draft, corpus: Corpus) -> list[str]:
        return rename(draft, corpus, old, new, reason(given), date.today())

    _run(root, edit, lambda _change, _corpus: f"It goes by the id {new}.", given, only_try=only_try)


@click.command("merge")
@click.argument("old", metavar="FROM")
@click.argument("into")
@click.option("--why", default=MERGED, show_default=True, help=WHY)
@FOLDER
@ONLY_TRY
def merge_command(old: str, into: str, why: str, root: Path, *, only_try: bool) -> None:
    """Make the record FROM a part of INTO: two of one kind, two claims of a source, or two positions of a question.

    INTO takes over names and their uses, relations, dates, places, participants and all that names FROM. What says the
    same becomes one with the claims of both. Where the two differ, INTO stays as it is, and what FROM had is printed.
    """

    def edit(draft: Draft, corpus: Corpus) -> list[str]:
        return merge(draft, corpus, old, into, reason(why), date.today())

    def words(change: Change, _corpus: Corpus) -> str:
        said = f"{old} was merged into {'it' if change.record == into else into}"
        return f"{said}; changed in this claim: {', '.join(change.fields)}."

    _run(root, edit, words, why, only_try=only_try)


@click.command("withdraw")
@click.argument("id_", metavar="ID")
@click.option("--why", required=True, help=f"{WHY[:-1]} and, for claims, among the corrections.")
@click.option("--with-claims", "claims", is_flag=True, help="Let all claims of a source go with it.")
@click.option(
    "--with-statements",
    "statements",
    is_flag=True,
    help="Let relations, dates, places, participants and positions go along that rest on nothing else, and questions "
    "that keep fewer than two answers.",
)
@click.option("--with-links", "links", is_flag=True, help="Let links to it in prose become plain words.")
@FOLDER
@ONLY_TRY
def withdraw_command(id_: str, why: str, root: Path, *, only_try: bool, **along: bool) -> None:
    """Take the record ID out, or the position question#position; its address says that it was withdrawn, and why.

    Where something would be left without a claim or lead to nothing, nothing is written and all such places are listed:
    sentences that cite it are to be written anew, the rest can go along.
    """

    def edit(draft: Draft, corpus: Corpus) -> list[str]:
        return withdraw(draft, corpus, id_, reason(why), Along(**along), date.today())

    def words(change: Change, corpus: Corpus) -> str:
        return "The claim was withdrawn." if change.type == "withdrawn" else _no_longer(change, _called(corpus, id_))

    _run(root, edit, words, why, only_try=only_try)


def _called(corpus: Corpus, name: str) -> str:
    """What a record or a position is called, in quotation marks; a claim by its id."""
    found = named(corpus, name)
    if isinstance(found, Claim):
        return found.id
    return f"“{found.position.label if isinstance(found, PositionOf) else found.heading}”"


def _no_longer(change: Change, name: str) -> str:
    """What a claim no longer does with a record that was withdrawn: “It no longer disputes hill-2021-c07, which …”."""
    said = " and ".join(VERBS.get(key, f"has another {key} without") for key in change.fields)
    return f"It {said} {name}, which was withdrawn."


def _run(root: Path, edit: Callable[[Draft, Corpus], list[str]], words: Words, why: str, *, only_try: bool) -> None:
    with refusals():
        try:
            lines = carry_out(root.resolve(), Asked(edit, words, why, date.today()), only_try=only_try)
        except InTheWayError as error:
            click.echo(listing(error.problems))
            number = counted(len(error.problems), "place stands", "places stand")
            raise click.ClickException(f"{number} in the way, and nothing is written; see to these first") from None
        except (RefusedError, UnclearPlaceError) as error:
            raise click.ClickException(str(error)) from None
    click.echo("\n".join([*lines, *(["Nothing is written."] if only_try else [])]))
