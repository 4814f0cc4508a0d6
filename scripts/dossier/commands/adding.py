"""``dossier add``: a captured file becomes a source to be restated."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.captures.errors import CaptureError
from dossier.commands.options import FOLDER, dossier_in
from dossier.editing.changes import ConflictError
from dossier.editing.draft import Draft
from dossier.problems import refused
from dossier.swap import BusyError


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--source", "id_", metavar="ID", help="The id of the new source. Default: the author's family name and the year."
)
@FOLDER
def add(file: Path, id_: str | None, root: Path) -> None:
    """Begin a source from FILE: a saved page, a text, a PDF, or a document (.docx, .epub, .odt, .rtf).

    Copies FILE to captures/, writes the source's record with what the page says of itself and the fingerprints of its
    paragraphs, and a numbered skeleton of the restated article. What the page does not say is left out, or stands in
    capitals, which no check passes. Then lists the names in the article with the records that they may be. Writes all
    or nothing, and over nothing that is there.
    """
    from dossier.commands import add_source  # noqa: PLC0415  what mends texts takes 0.1 s to import
    from dossier.commands.found_names import told_names  # noqa: PLC0415

    root = root.resolve()
    corpus, _ = dossier_in(root)
    try:
        new = add_source.new_source(root, corpus, file, id_)
        draft = Draft(root)
        for name, content in new.files.items():
            draft.put(name, content)
        written = draft.write()
    except CaptureError as error:
        raise click.ClickException(f"{file}: {error}") from None
    except (add_source.AddingError, BusyError, ConflictError) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(refused(error)) from None
    for line in [*add_source.told(new), *told_names(new.names)]:
        click.echo(line)
    click.echo("")
    for line in written:
        click.echo(line)
    for line in add_source.next_steps(new):
        click.echo(line)
