"""The command ``dossier``."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.console import Console

from dossier.captures.errors import CaptureError
from dossier.captures.folder import CAPTURES, VARIABLE, captures_folder
from dossier.commands.adding import add
from dossier.commands.archive import zip_command
from dossier.commands.base_map import basemap
from dossier.commands.check import checked
from dossier.commands.impact import impact
from dossier.commands.maintenance import licences, new_dossier, nginx
from dossier.commands.mending import mend
from dossier.commands.options import FOLDER, Commands, refusals
from dossier.commands.records import merge_command, rename_command, withdraw_command
from dossier.commands.writing import format_command, new
from dossier.corpus.permalinks import published, text_of
from dossier.editing.draft import Draft
from dossier.editions import publishing
from dossier.editions.state import LISTING, Edition
from dossier.load import PERMALINKS, load, read, read_types
from dossier.model import json_schema as schemas
from dossier.model.records import Record, Source
from dossier.model.vocabulary import KINDS, counted
from dossier.problems import listing
from dossier.renderers import MODULES, renderer
from dossier.site.build import build as build_site
from dossier.site.build import write_site
from dossier.site.gzip_files import compressing

RENDERER = click.option(
    "--renderer",
    "with_",
    type=click.Choice(list(MODULES)),
    default="mkdocs",
    show_default=True,
    help="What renders the prose. The other two are extras: see requirements/README.md.",
)
COMPRESS = click.option("--compress", is_flag=True, help="Lay a compressed file (.gz) beside each text file too.")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dossier")
def main() -> None:
    """Turns records and prose about a contested subject into a static reference website.

    A dossier is a folder with data/ (one YAML record a file), docs/ (Markdown) and mkdocs.yml. Every command checks
    what it reads; problems are printed one a line, as FILE:LINE:COLUMN: error[RULE] what is wrong; how to mend it.
    """


@main.command()
@FOLDER
@click.option(
    "--captures",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    envvar=VARIABLE,
    help="The folder of captured articles, with which paragraphs, anchors, coverage and words are compared too. "
    f"Default: the folder that the environment variable {VARIABLE} names, or else {CAPTURES}/ in the dossier.",
)
@click.option("--strict", is_flag=True, help="Let a notice that is not accepted count as an error.")
@click.option("--fix", "with_mends", is_flag=True, help="First mend what has one right answer, and say what.")
def check(root: Path, captures: Path | None, *, strict: bool, with_mends: bool) -> None:
    """Check all records and prose, and print every problem, then every notice.

    Exits with status 1 where there is a problem. A notice tells what is odd and may yet be right: then list it with
    the reason in data/accepted.yaml, and it is not shown again.

    With --fix, encodings, ends of lines, tabs, missing quotation marks, numbers with commas, ids that were renamed or
    merged, and the form of all records are mended; with --captures also how anchors draw quotes and hyphens. What could
    be meant otherwise is left to you.
    """
    named = captures
    with refusals():
        captures = captures_folder(root.resolve(), named)
        for line in mend(root.resolve(), date.today(), captures) if with_mends else ():
            click.echo(line)
        found = checked(root.resolve(), date.today(), captures)
    for name in found.captures.missing if found.captures else ():
        click.echo(f"Not compared: {name} is not in {captures}.")
    if found.counts:
        click.echo(found.listing)
    if found.errors or (strict and found.notices):
        click.echo(f"{found.counts}.", err=True)
        sys.exit(1)
    if named and found.captures and not found.captures.paragraphs:
        raise click.ClickException(f"no captured article in {captures}")
    odd = f", {counted(len(found.notices), 'notice')}" if found.notices else ""
    click.echo(f"No problems{odd} ({found.compared}). {summary(list(found.corpus.records.values()))}.")


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", metavar="ID", help="The source's record, whose title and `capture` are then heeded.")
@FOLDER
def clean(file: Path, source: str | None, root: Path) -> None:
    """Turn a captured article into clean numbered paragraphs.

    FILE is a text, a saved web page, a PDF, or a document (.docx, .epub, .odt, .rtf). The clean article goes to
    standard output. Standard error tells how the file was read, what was left out, what was taken for a heading or a
    note on the author, and what no rule was sure of, with line and reason; last the fingerprints for the record.
    """
    from dossier.captures.compare import fingerprint, read_article  # noqa: PLC0415  as in _check_captures

    corpus, problems = read(root.resolve())
    record = corpus.records.get(source) if source else None
    if source and not isinstance(record, Source):
        own = [problem for problem in problems if problem.file == f"data/sources/{source}.yaml"]
        if own:
            raise click.ClickException(f"the source's record has mistakes:\n{listing(own)}")
        raise click.BadParameter(f'no source "{source}"', param_hint="--source")
    try:
        cleaned = read_article(file, record if isinstance(record, Source) else None)
    except CaptureError as error:
        raise click.ClickException(f"{file}: {error}") from None
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror or 'cannot be read'}") from None
    click.echo(cleaned.article())
    click.echo(cleaned.report(), err=True)
    click.echo("  fingerprints:", err=True)
    for paragraph in cleaned.paragraphs:
        click.echo(f'    - "{fingerprint(paragraph)}"', err=True)


@main.command()
@FOLDER
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail where a schema is out of date.")
def schema(root: Path, *, only_check: bool) -> None:
    """Write the JSON Schemas of all records to data/schema/, for editors and other programs.

    They list the types that records can have, so write them anew after data/vocabulary.yaml has changed.
    """
    folder = root / "data" / "schema"
    with refusals():
        made = schemas.schemas(read_types(root.resolve()))
    if only_check:
        stale = [name for name, text in made.items() if not _holds(folder / name, text)]
        if stale:
            raise click.ClickException(f"out of date: {', '.join(stale)}; run: dossier schema")
        return
    draft = Draft(root.resolve())
    for name, text in made.items():
        draft.put(f"data/schema/{name}", text)
    with refusals():
        for line in draft.write():
            click.echo(line)


@main.command()
@FOLDER
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail where an address is not listed.")
def permalinks(root: Path, *, only_check: bool) -> None:
    """Add the addresses that are new to data/permalinks.txt, which guards them for good.

    Publish after this: from then on, no check and no build passes that would lose one of them.
    """
    with refusals():
        corpus = load(root.resolve())
    new = sorted(set(published(corpus)) - set(corpus.permalinks))
    if only_check and new:
        raise click.ClickException(f"{counted(len(new), 'address', 'addresses')} not listed; run: dossier permalinks")
    if new:
        draft = Draft(root.resolve())
        draft.put(PERMALINKS, text_of(sorted({*corpus.permalinks, *new})))
        with refusals():
            draft.write()
    click.echo(f"{counted(len(new), 'new address', 'new addresses')}, {len(corpus.permalinks) + len(new):,} in all.")


def _holds(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text


@main.command()
@FOLDER
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="Where to. Default: site/ in the root.")
@click.option("--search/--no-search", default=True, help="Whether to make the search index. Default: yes.")
@click.option("--public", is_flag=True, help="Leave the full texts in captures/ out.")
@RENDERER
@COMPRESS
def build(root: Path, into: Path | None, with_: str, *, search: bool, public: bool, compress: bool) -> None:
    """Build the site. Where there is a problem, the site that was there stays as it was."""
    target = (into or root / "site").resolve()
    _refuse_what_is_no_site(root.resolve(), target)
    if (target / LISTING).exists():
        message = f"{target} holds published editions, which a build would take away; use: dossier publish"
        raise click.BadParameter(message, param_hint="--into")
    with refusals(), Console(stderr=True).status("Reading the records …") as status:
        options = {"search": search, "public": public, "compressed": compress}
        corpus = build_site(root.resolve(), target, renderer(with_), **options, tell=status.update)
    pages = sum(name.endswith(".html") for _, _, names in os.walk(target) for name in names)
    click.echo(f"Built {counted(pages, 'page')} into {target}: {summary(list(corpus.records.values()))}.")
    if corpus.full_texts:
        articles = counted(len(corpus.full_texts), "article")
        click.echo(f"It holds the full text of {articles} from captures/: do not publish it (see --public).")


@main.command()
@click.argument("edition")
@FOLDER
@click.option("--into", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder of editions.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The edition's date. Default: today.")
@click.option("--search/--no-search", default=True, help="Whether to make the search index. Default: yes.")
@RENDERER
@COMPRESS
def publish(
    edition: str, root: Path, into: Path, day: datetime | None, with_: str, *, search: bool, compress: bool
) -> None:
    """Publish the site as an EDITION, such as 2026.1, that never changes.

    It stands in the folder under its name and, as the latest, in the folder itself; earlier editions stay as they
    are. Full texts in captures/ are left out. A claim that changed since the edition before needs a correction in
    data/corrections.yaml that says why. Where anything fails, the folder stays as it was.
    """
    target = into.resolve()
    _refuse_what_is_no_site(root.resolve(), target)
    one = Edition(edition, (day.date() if day else date.today()).isoformat())
    with refusals(), Console(stderr=True).status("Reading the records …") as status:
        write = partial(write_site, renderer=renderer(with_), search=search)
        step = publishing.publish(
            root.resolve(), target, one, compressing(write) if compress else write, tell=status.update
        )
    since = f"; {counted(len(step.changes), 'change')} since edition {step.before.name}" if step.before else ""
    click.echo(f"Published edition {one.name} of {one.date} into {target}{since}.")


def _refuse_what_is_no_site(root: Path, target: Path) -> None:
    """A build takes the place of its folder whole, so nothing may stand there but an earlier site."""
    ours = target in (root, *root.parents) or any(target.is_relative_to(root / name) for name in ("data", "docs"))
    if ours or (target.exists() and any(target.iterdir()) and not (target / "404.html").exists()):
        raise click.BadParameter(f"{target} holds other things than a site; name an empty folder", param_hint="--into")


@main.command()
@FOLDER
@click.option("--port", default=8000, show_default=True, help="The port on this machine; 0 finds a free one.")
@click.option(
    "--captures",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    envvar=VARIABLE,
    help="The folder of captured articles, for the desk. Default: the folder that the environment variable "
    f"{VARIABLE} names, or else {CAPTURES}/ in the dossier.",
)
def serve(root: Path, port: int, captures: Path | None) -> None:
    """Show the site at http://127.0.0.1:8000/ and again at each change that is saved.

    A mistake shows its problem lines in the browser and here, and the last good site stays. Where captured articles are
    at hand, the address of the curator's desk is printed too: a page for each source, on which its paragraphs are
    restated and its claims drawn. It holds a secret of this run, and answers this machine alone.
    """
    from dossier.preview.lazy_site import LazyRenderer  # noqa: PLC0415  the renderer takes a while to import
    from dossier.preview.server import PortError, preview  # noqa: PLC0415

    try:
        with TemporaryDirectory(prefix="dossier-rendered-", ignore_cleanup_errors=True) as kept:
            lazy = LazyRenderer(Path(kept), renderer("mkdocs"))
            found = captures_folder(root.resolve(), captures)
            preview(root.resolve(), lazy.write, lazy.page, port, click.echo, found)
    except PortError as error:
        raise click.ClickException(str(error)) from None


@main.command()
@FOLDER
def mcp(root: Path) -> None:
    """Answer from the records, for programs that speak the Model Context Protocol, over standard input and output.

    It reads and never writes. The records are read once, so start it anew after a change. It needs the extra "mcp".
    """
    if find_spec("mcp") is None:
        raise click.ClickException('the package "mcp" is not installed; run: python -m pip install -e ".[mcp]"')
    from dossier.mcp.server import serve as answer  # noqa: PLC0415  an extra

    with refusals():
        corpus = load(root.resolve())
        answer(corpus, renderer("mkdocs")(root.resolve()).settings.info(corpus.words))


for command in (
    add,
    basemap,
    format_command,
    impact,
    licences,
    merge_command,
    new,
    new_dossier,
    nginx,
    rename_command,
    withdraw_command,
    zip_command,
):
    main.add_command(command)


def summary(records: list[Record]) -> str:
    """How many records of each kind there are, in words."""
    numbers = {kind: sum(record.kind_of_record == kind for record in records) for kind in KINDS}
    return ", ".join(counted(numbers[kind], *(word.lower() for word in KINDS[kind])) for kind in KINDS)
