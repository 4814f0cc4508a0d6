"""The commands of ``dossier`` that have to do with what lies around a dossier, and not with its records."""

from __future__ import annotations

from pathlib import Path

import click

from dossier import hosting


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
    for name, text in written.items():
        (into / name).write_text(text, "utf-8", newline="\n")
    click.echo(f"Wrote {' and '.join(written)} to {into}; now reload nginx.")
