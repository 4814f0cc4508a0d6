"""The server as programs meet it: asked by the client of the official package over standard input and output."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import os
import sys
from typing import Any

import pytest
from click.testing import CliRunner
from mcp import Client, StdioServerParameters

from dossier import cli
from tests.support.files import snapshot
from tests.support.paths import MINI, ROOT

pytestmark = pytest.mark.slow
ASKED: list[tuple[str, dict[str, Any]]] = [
    ("search", {"query": "when was the guild founded"}),
    ("record", {"id": "lamp-guild"}),
    ("claims_about", {"id": "lamp-guild", "limit": 1}),
    ("positions_on", {"question": "when-founded"}),
    ("passage", {"source": "tarn-1931", "paragraph": 1}),
    ("record", {"id": "lamp-gild"}),
    ("passage", {"source": "tarn-1931"}),
]


async def _asked() -> tuple[list[Any], list[Any]]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "dossier", "mcp", "--root", str(MINI)], env=environment
    )
    async with Client(command) as client:
        tools = (await client.list_tools()).tools
        return list(tools), [await client.call_tool(name, arguments) for name, arguments in ASKED]


@pytest.fixture(scope="module")
def talk() -> tuple[list[Any], list[Any]]:
    before = snapshot(MINI)
    told = asyncio.run(_asked())
    assert snapshot(MINI) == before
    return told


def test_it_offers_five_tools_that_only_read(talk: tuple[list[Any], list[Any]]) -> None:
    tools, _ = talk
    assert [one.name for one in tools] == ["search", "record", "claims_about", "positions_on", "passage"]
    assert all(one.annotations.read_only_hint and one.description for one in tools)


def test_every_answer_says_how_to_cite_it(talk: tuple[list[Any], list[Any]]) -> None:
    answers = [json.loads(one.content[0].text) for one in talk[1][:5]]
    assert all(one["citation"] and one["licence"] for one in answers)
    assert answers[0]["results"][0]["id"] == "when-founded"
    assert answers[1]["title"] == "Lamp Guild"
    assert answers[2]["claims"][0]["standing"] == "asserted"
    assert len(answers[3]["positions"]) == 2
    assert answers[4]["claims"][0]["citation"].startswith("Tarn 1931, “The Keepers of Brisa”, paragraph 1")


def test_what_is_asked_wrongly_is_told_and_the_server_goes_on(talk: tuple[list[Any], list[Any]]) -> None:
    unknown, incomplete = talk[1][5:]
    assert unknown.is_error
    assert 'no record "lamp-gild"; did you mean "lamp-guild"?' in unknown.content[0].text
    assert incomplete.is_error


def test_without_the_extra_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(cli, "find_spec", lambda name: None if name == "mcp" else find(name))
    told = CliRunner().invoke(cli.main, ["mcp", "--root", str(MINI)])
    assert told.exit_code == 1
    assert 'the package "mcp" is not installed; run: python -m pip install -e ".[mcp]"' in told.output
