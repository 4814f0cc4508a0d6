"""The command that makes an archive of a built site."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.model.vocabulary import counted
from dossier.site.archive import write_archive


@click.command("zip")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("site"))
@click.option(
    "--into",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The archive, such as site.zip. Its name is that of the folder in it.",
)
def zip_command(site: Path, into: Path) -> None:
    """Make a ZIP archive of a built SITE, to be kept and read without a network. Default: site/ in this folder.

    Its links lead from page to page on a disk too. The same site always gives the same bytes. Of a folder of
    published editions the latest is taken; for an earlier one, name its own folder.
    """
    try:
        number = write_archive(site, into)
    except ValueError as error:
        raise click.ClickException(f"{error}; build it first") from None
    click.echo(f"Wrote {counted(number, 'file')} to {into}, {into.stat().st_size / 1e6:.1f} MB.")
