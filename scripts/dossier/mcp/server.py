"""The server over standard input and output: what can be asked, in words for the program that asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.mcp.answers import Answers, AskedWronglyError
from dossier.mcp.finding import finder

P = ParamSpec("P")
Told = dict[str, Any]
ONLY_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
INSTRUCTIONS = """\
{description}
Every statement is a source's. Say who says it and how firmly ("standing"), and cite the paragraph ("citation").
Where sources disagree, give each answer with its sources and no verdict. Begin with search; ids come from its results.
"""


def serve(corpus: Corpus, info: SiteInfo) -> None:
    """Answers until standard input ends."""
    server(Answers(corpus, info, finder(corpus))).run("stdio")


def server(answers: Answers) -> MCPServer:
    """A server that answers, and does nothing else."""
    info = answers.info
    made = MCPServer(info.name, instructions=INSTRUCTIONS.format(description=info.description), log_level="ERROR")
    tool = made.tool(annotations=ONLY_READS)

    @tool
    @_told
    def search(query: str, kind: str = "", limit: int = 10) -> Told:
        """Find questions, actors, events, places, sources, claims, paragraphs and pages, by words or a whole question.

        A slip is read as the nearest word that there is, which read_as tells.
        kind narrows it to one of: Question, Actor, Event, Place, Source, Claim, Paragraph, Page.
        """
        return answers.search(query, kind, limit)

    @tool
    @_told
    def record(id: str) -> Told:  # noqa: A002  the protocol's own word
        """One record by its id: an actor, event, place, source, question or claim, with how its statements stand."""
        return answers.record(id)

    @tool
    @_told
    def claims_about(id: str, limit: int = 50, start: int = 0) -> Told:  # noqa: A002
        """The claims about a record, or those drawn from a source: who says each, how firmly, in which paragraph."""
        return answers.claims_about(id, limit, start)

    @tool
    @_told
    def positions_on(question: str) -> Told:
        """The answers that sources give to a question, side by side without a verdict; question is its id."""
        return answers.positions_on(question)

    @tool
    @_told
    def passage(source: str, paragraph: int) -> Told:
        """One paragraph of a source, restated, with its claims; source is an id, paragraph a number from 1."""
        return answers.passage(source, paragraph)

    return made


def _told(ask: Callable[P, Told]) -> Callable[P, Told]:
    """The same; what is asked wrongly is told to the program that asks."""

    @wraps(ask)
    def asked(*args: P.args, **kwargs: P.kwargs) -> Told:
        try:
            return ask(*args, **kwargs)
        except AskedWronglyError as error:
            raise ToolError(str(error)) from None

    return asked
