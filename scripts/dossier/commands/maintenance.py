"""The commands of ``dossier`` that have to do with what lies around a dossier, and not with its records."""

from __future__ import annotations

from pathlib import Path
from subprocess import CalledProcessError

import click

from dossier.commands.dependency_licences import licensed
from dossier.commands.dependency_licences import table as listed_licences
from dossier.commands.new_dossier import BeginningError, begin
from dossier.editing.draft import Draft
from dossier.site import hosting

LICENCES = "docs/about/licences.md"


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--into", required=True, type=click.Path(file_okay=False, path_type=Path), help="Such as /etc/nginx/dossier"
)
def nginx(site: Path, into: Path) -> None:
    """Write what deploy/nginx.conf includes for a built SITE: its headers, and where renamed records went."""
    try:
        written = hosting.nginx_files(site)
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{site} is no built site that nginx can serve: {error}") from None
    into.mkdir(parents=True, exist_ok=True)
    draft = Draft(into.resolve())
    for name, text in written.items():
        draft.put(name, text)
    draft.write()
    click.echo(f"Wrote {' and '.join(written)} to {into}; now reload nginx.")


@click.command()
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())
def licences(root: Path) -> None:
    """Renew the list of packages in docs/about/licences.md, under its heading "Python packages".

    Run it in an environment with the locks of the tests, after a lock has changed.
    """
    page, locks = root / LICENCES, [root / "requirements" / name for name in ("site.txt", "test.txt")]
    before = page.read_text("utf-8").partition("\n| Package |")[0]
    try:
        rows = listed_licences(*map(licensed, locks))
    except CalledProcessError as error:
        raise click.ClickException(f"pip-licenses does not run here: {error.stderr.strip()}") from None
    draft = Draft(root)
    draft.put(LICENCES, f"{before.rstrip()}\n\n{rows}")
    draft.write()
    click.echo(f"Listed {rows.count(chr(10)) - 2} packages in {page}.")


@click.command("new-dossier")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", required=True, help="The name of the site, such as “Tulip Dossier”.")
@click.option("--subject", required=True, help="What it is on, as in “a site on …”, such as “the price of tulips”.")
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())
def new_dossier(folder: Path, title: str, subject: str, root: Path) -> None:
    """Begin another dossier on another subject in FOLDER, which is empty or not there yet.

    It stands alone: it has its own copy of the program, the tests and the locks, and no records. Its README.md says how
    to begin.
    """
    try:
        begin(root, folder, title, subject)
    except BeginningError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Begun in {folder}. There, scripts/serve shows it and scripts/test tests it; README.md says what next.")
