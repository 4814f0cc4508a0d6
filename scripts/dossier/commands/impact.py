"""The command that says what to read again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from dossier.commands.options import FOLDER, dossier_in
from dossier.corpus.corpus import Corpus
from dossier.corpus.impact import Passage, Passages, to_read_again
from dossier.corpus.uses import uses_of
from dossier.model.records import Source
from dossier.model.vocabulary import counted
from dossier.problems import Lines, nearest, shown


@click.command()
@click.argument("id_", metavar="SOURCE|RECORD")
@FOLDER
def impact(id_: str, root: Path) -> None:
    """Say what to read again when a source comes in, or a record changes.

    For a SOURCE: what was written without it and speaks of the same: answers and reasons of questions, sentences that
    count or leave out sources, paragraphs that cite claims beside its own, summaries. For another RECORD: everything
    that names it. One place a line, as FILE:LINE:COLUMN: what stands there (why it is named). Nothing is changed.
    """
    corpus, problems = dossier_in(root.resolve())
    record = corpus.records.get(id_)
    if record is None:
        raise click.BadParameter(_unknown(corpus, id_), param_hint="SOURCE|RECORD")
    found = to_read_again(corpus, record) if isinstance(record, Source) else uses_of(corpus, id_)
    for line in lines(found, root.resolve()):
        click.echo(line)
    number = sum(len(group.items) for group in found)
    what = "to read again" if isinstance(record, Source) else "that name it"
    click.echo(f"{id_}: {counted(number, 'place')} {what}.")
    if problems:
        click.echo(
            f"There may be more: {counted(len(problems), 'problem')} in the records; see: dossier check", err=True
        )


def _unknown(corpus: Corpus, key: str) -> str:
    if key in corpus.unread:
        return f'"{key}" cannot be read; see: dossier check'
    if key in corpus.redirects:
        redirect = corpus.redirects[key]
        return f'"{key}" was {redirect.reason}' + (f'; it is now "{redirect.to}"' if redirect.to else "")
    hint = nearest(key, corpus.records)
    return f'no record "{key}"' + (f"; {hint}" if hint else "")


def lines(groups: Iterable[Passages], root: Path) -> Iterator[str]:
    """The lines to print: the title of each group, its passages, and an empty line."""
    texts: dict[str, str] = {}
    for group in groups:
        yield f"{group.title} ({len(group.items)}):"
        for one in sorted((placed(one, root, texts) for one in group.items), key=lambda one: (one.file, one.line)):
            why = f" ({one.why})" if one.why else ""
            yield shown(f"{one.file}:{one.line}:{one.column}: {one.words}{why}")
        yield ""


def placed(passage: Passage, root: Path, texts: dict[str, str]) -> Passage:
    """The passage at the very line of its words, where these stand in a text of several lines.

    ``texts`` keeps what was read of each file.
    """
    if not passage.raw:
        return passage
    if passage.file not in texts:
        texts[passage.file] = (root / passage.file).read_text("utf-8")
    text = texts[passage.file]
    places = Lines(text)
    pattern = r"\s+".join(map(re.escape, passage.raw.split()))
    found = re.compile(pattern).search(text, places.starts[passage.line - 1])
    if found is None:
        return passage
    line, column = places.at(found.start())
    return replace(passage, line=line, column=column)
