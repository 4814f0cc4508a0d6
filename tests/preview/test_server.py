from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from playwright.sync_api import Browser, expect
from watchfiles import Change

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.model.addresses import COPY, DATA
from dossier.preview.lazy_site import LazyRenderer
from dossier.preview.server import SCRIPT, Handler, Server, State, calls_for_build, rebuild, watched
from dossier.renderers import mkdocs as plugin
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import write_site
from dossier.site.renderer import RenderError
from tests.conftest import Changed, apply
from tests.support.changes import added, swapped
from tests.support.chromium import browsing
from tests.support.files import snapshot
from tests.support.maps import BASE
from tests.support.paths import MINI

WAIT = 20_000
GUILD = "data/actors/lamp-guild.yaml"
PLACE = "data/places/brisa.yaml"
LEFT = (".lamp-guild.yaml.swp", "lamp-guild.yaml~", "4913", "#lamp-guild.yaml#", "lamp-guild.yaml.tmp123", "sedAb12cD")


def small(_root: Path, folder: Path, corpus: Corpus) -> None:
    (folder / "index.html").write_text(corpus.name_of("brisa"), "utf-8")


def refusing(_root: Path, _folder: Path, _corpus: Corpus) -> None:
    raise RenderError("no such page")


def silent(_said: str) -> None:
    pass


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where an index would have been written."""
    found: list[Path] = []
    monkeypatch.setattr("dossier.preview.server.write_index", lambda target, _corpus: found.append(target))
    return found


def test_a_build_has_a_number_and_no_problems() -> None:
    state = State()
    assert json.loads(state.message()) == {"build": 0, "problems": ""}
    state.tell("")
    assert json.loads(state.message()) == {"build": 1, "problems": ""}


def test_a_problem_is_no_build_and_goes_with_the_next() -> None:
    state = State()
    state.tell("a.yaml:1:1: error")
    assert json.loads(state.message()) == {"build": 0, "problems": "a.yaml:1:1: error"}
    state.tell("")
    assert json.loads(state.message()) == {"build": 1, "problems": ""}


def test_who_waits_is_told_what_is_new_and_misses_nothing_in_between() -> None:
    state = State()
    last = state.message()
    state.tell("")
    assert json.loads(state.message_after(last, 60))["build"] == 1


def test_who_waits_is_woken() -> None:
    state, told = State(), list[str]()
    last = state.message()
    waiting = threading.Thread(target=lambda: told.append(state.message_after(last, 60)))
    waiting.start()
    state.tell("wrong")
    waiting.join(60)
    assert json.loads(told[0])["problems"] == "wrong"


def test_where_nothing_is_new_the_last_message_comes_again() -> None:
    state = State()
    assert state.message_after(state.message(), 0) == state.message()


def test_records_prose_configuration_and_our_own_templates_are_watched() -> None:
    names = [path.name for path in watched(MINI)]
    assert names == ["data", "docs", "mkdocs.yml", "templates", "theme", "assets"]


def test_a_folder_that_is_not_there_is_not_watched(tmp_path: Path) -> None:
    assert [path.name for path in watched(tmp_path)] == ["templates", "theme", "assets"]


def test_a_build_is_told_before_its_index_is_made(tmp_path: Path, indexed: list[Path]) -> None:
    state, target = State(), tmp_path / "site"
    corpus = rebuild(MINI, target, small, state, silent)
    assert state.build == 1
    assert snapshot(target) == {"index.html": b"Brisa"}
    assert corpus
    assert "brisa" in corpus.records
    assert indexed == []


def test_a_mistake_keeps_the_site_and_tells_its_lines(changed: Changed, tmp_path: Path) -> None:
    state, target, said = State(), tmp_path / "site", list[str]()
    rebuild(MINI, target, small, state, silent)
    before = snapshot(target)
    root = changed({PLACE: swapped("type: region", "type: isle")})
    assert rebuild(root, target, small, state, said.append) is None
    assert state.build == 1
    assert state.problems.startswith(f"{PLACE}:2:7: error[")
    assert said == [f"{state.problems}\n1 problem; the last good site stays."]
    assert snapshot(target) == before


@pytest.mark.usefixtures("indexed")
def test_what_the_renderer_refuses_keeps_the_site_too(tmp_path: Path) -> None:
    state, target = State(), tmp_path / "site"
    rebuild(MINI, target, small, state, silent)
    rebuild(MINI, target, refusing, state, silent)
    assert (state.build, state.problems) == (1, "no such page")
    assert (target / "index.html").is_file()


def test_a_file_that_goes_while_it_is_read_does_not_end_the_preview(tmp_path: Path) -> None:
    def gone(_root: Path, folder: Path, _corpus: Corpus) -> None:
        (folder / "gone.html").read_text("utf-8")

    state = State()
    rebuild(MINI, tmp_path / "site", gone, state, silent)
    assert "gone.html" in state.problems


def late(address: str) -> str | None:
    """A page and its JSON, made when they are asked for."""
    return {"actors/late/": "<h1>Late</h1>", "actors/late/index.json": "{}"}.get(address)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[State, Path, HTTPConnection]]:
    """A server for a folder that does not exist yet."""
    state, folder = State(), tmp_path / "site"
    server = Server(("127.0.0.1", 0), partial(Handler, state=state, lazy=late, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    yield state, folder, connection
    connection.close()
    server.shutdown()
    server.server_close()


def got(connection: HTTPConnection, address: str) -> tuple[HTTPResponse, str]:
    connection.request("GET", address)
    response = connection.getresponse()
    return response, response.read().decode()


def test_a_page_is_served_with_the_script_and_the_number_of_its_build(
    served: tuple[State, Path, HTTPConnection],
) -> None:
    state, folder, connection = served
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "index.html").write_text("<p>é</p>", "utf-8")
    state.tell("")
    for address in ("/a/", "/a/?q=1", "/a/index.html"):
        response, text = got(connection, address)
        assert response.headers["Content-Type"] == "text/html; charset=utf-8"
        assert response.headers["Cache-Control"] == "no-cache"
        assert text == f'<p>é</p><script type="module" src="{SCRIPT}?build=1"></script>'


def test_other_files_are_served_as_they_are_and_asked_for_again(served: tuple[State, Path, HTTPConnection]) -> None:
    _, folder, connection = served
    folder.mkdir()
    (folder / "a.css").write_text("p {}", "utf-8")
    response, text = got(connection, "/a.css")
    assert (text, response.headers["Cache-Control"]) == ("p {}", "no-cache")


def test_what_is_not_there_is_not_found(served: tuple[State, Path, HTTPConnection]) -> None:
    _, folder, connection = served
    folder.mkdir()
    (folder.parent / "secret.html").write_text("no", "utf-8")
    assert got(connection, "/nothing/")[0].status == 404
    assert got(connection, "/../secret.html")[0].status == 404


def test_the_script_is_served_whatever_its_build(served: tuple[State, Path, HTTPConnection]) -> None:
    response, text = got(served[2], f"{SCRIPT}?build=7")
    assert response.headers["Content-Type"] == "text/javascript"
    assert "EventSource" in text


def test_before_the_first_site_a_page_waits_for_it(served: tuple[State, Path, HTTPConnection]) -> None:
    response, text = got(served[2], "/actors/")
    assert response.status == 200
    assert SCRIPT in text


def test_the_stream_tells_at_once_and_at_each_change(served: tuple[State, Path, HTTPConnection]) -> None:
    state, _, connection = served
    connection.request("GET", "/-/events")
    stream = connection.getresponse()
    assert stream.headers["Content-Type"] == "text/event-stream"

    def event() -> object:
        line = stream.readline().decode()
        assert stream.readline() == b"\n"
        return json.loads(line.removeprefix("data: "))

    assert event() == {"build": 0, "problems": ""}
    state.tell("a.yaml:1:1: error\nb.yaml:1:1: error")
    assert event() == {"build": 0, "problems": "a.yaml:1:1: error\nb.yaml:1:1: error"}
    state.tell("")
    assert event() == {"build": 1, "problems": ""}
    stream.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture
def left_open(changed: Changed) -> Path:
    """A copy of ``mini`` in which an editor has left what it leaves while files are open."""
    root = changed({f"{folder}/{name}": b"\0" for folder in ("data/actors", "docs") for name in LEFT})
    (root / "data/actors/.#lamp-guild.yaml").symlink_to("ada@quay.4711:1764374400")
    return root


@pytest.mark.site
def test_a_site_is_made_although_files_are_open_in_an_editor(left_open: Path, tmp_path: Path) -> None:
    target, said = tmp_path / "site", list[str]()
    (tmp_path / "kept").mkdir()
    renderer = LazyRenderer(tmp_path / "kept", prose_of)
    assert rebuild(left_open, target, renderer.write, State(), said.append)
    assert said == ["Built 34 records."]
    assert not [path for path in target.rglob("*") if path.name in LEFT]


@pytest.mark.site
def test_what_the_map_loads_is_made_when_it_is_asked_for(mini: Corpus, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    renderer = LazyRenderer(tmp_path / "kept", prose_of)
    renderer.write(MINI, tmp_path / "site", replace(mini, base_map=BASE))
    assert not list((tmp_path / "site").glob("map/*.svg"))
    assert (renderer.page("map/level-0.svg") or "").startswith("<svg")
    assert renderer.page("map/level-99.svg") is None
    assert renderer.page("assets/dossier/icon.svg") is None


@pytest.mark.parametrize("name", [*LEFT, ".#lamp-guild.yaml"])
def test_what_an_editor_leaves_calls_for_no_build(name: str) -> None:
    assert not calls_for_build(Change.added, f"/home/ada/.dossiers/mini/data/actors/{name}")
    assert calls_for_build(Change.added, "/home/ada/.dossiers/mini/data/actors/lamp-guild.yaml")


@pytest.fixture
def serving(changed: Changed) -> Iterator[tuple[Path, str]]:
    """``dossier serve`` on a copy of ``mini``: its folder, and where it is served."""
    root = changed({})
    words = ["-m", "dossier", "serve", "--root", str(root), "--port", "0"]
    # Where the tests run in the background, Ctrl-C is ignored, and a child would inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen([sys.executable, *words], stdout=subprocess.PIPE, text=True) as process:
        signal.signal(signal.SIGINT, before)
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        address = next(found[0] for line in lines if (found := re.search(r"http://127\.0\.0\.1:\d+/", line)))
        yield root, address
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(60) == 0
        finally:
            process.kill()


def test_an_open_page_follows_what_is_written(browser: Browser, serving: tuple[Path, str]) -> None:
    root, address = serving
    page = browser.new_page()
    page.goto(f"{address}actors/lamp-guild/")
    heading, message = page.locator("h1"), page.get_by_role("alert")
    expect(heading).to_contain_text("Lamp Guild")

    good = (root / GUILD).read_text("utf-8").replace("{text: Lamp Guild,", "{text: Guild of Lamps,")
    (root / GUILD).write_text(good, "utf-8")
    expect(heading).to_contain_text("Guild of Lamps", timeout=WAIT)

    (root / GUILD).write_text(good.replace("type: organisation", "type: guild"), "utf-8")
    expect(message).to_contain_text(f"{GUILD}:2:7: error[", timeout=WAIT)
    expect(heading).to_contain_text("Guild of Lamps")

    (root / GUILD).write_text(good.replace("type: organisation", "kind: organisation"), "utf-8")
    expect(message).to_contain_text("[unknown-key]", timeout=WAIT)
    expect(message).to_have_count(1)

    (root / GUILD).write_text(good, "utf-8")
    expect(message).to_have_count(0, timeout=WAIT)
    expect(heading).to_contain_text("Guild of Lamps")
    page.close()


def test_a_page_opened_while_something_is_wrong_shows_what(browser: Browser, serving: tuple[Path, str]) -> None:
    root, address = serving
    page = browser.new_page()
    page.goto(address)
    (root / "mkdocs.yml").write_text("site_name: [", "utf-8")
    expect(page.get_by_role("alert")).to_contain_text("mkdocs.yml", timeout=WAIT)
    page.goto(f"{address}origins/")
    expect(page.get_by_role("alert")).to_contain_text("mkdocs.yml", timeout=WAIT)
    expect(page.locator("h1")).to_contain_text("Origins")
    page.close()


def test_a_page_that_was_not_written_is_made_when_it_is_asked_for(
    served: tuple[State, Path, HTTPConnection],
) -> None:
    _, folder, connection = served
    folder.mkdir()
    connection.request("GET", "/actors/late/?q=a")
    answer = connection.getresponse()
    assert answer.status == 200
    assert answer.read().startswith(b"<h1>Late</h1><script")
    response, text = got(connection, "/actors/late/index.json")
    assert (response.headers["Content-Type"], text) == ("application/json", "{}")


@pytest.mark.site
def test_a_page_made_late_is_the_page_that_a_build_writes(mini: Corpus, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    renderer = LazyRenderer(tmp_path / "kept", prose_of)
    write_site(MINI, tmp_path / "whole", mini, prose_of, search=False)
    renderer.write(MINI, tmp_path / "site", mini)
    assert not list((tmp_path / "site").rglob("*.html"))
    written = {path.parent.relative_to(tmp_path / "whole"): path for path in (tmp_path / "whole").rglob("index.html")}
    assert len(written) > 30
    for folder, path in written.items():
        address = "" if folder == Path() else f"{folder.as_posix()}/"
        if address not in (DATA, COPY):  # which list what is written
            assert (address, renderer.page(address)) == (address, path.read_text("utf-8"))
    for path in (tmp_path / "whole").glob("*/*/index.json"):
        if "redirect" not in (told := path.read_text("utf-8")):
            address = path.relative_to(tmp_path / "whole").as_posix()
            assert (address, renderer.page(address)) == (address, told)
    text = (tmp_path / "whole/actors/lamp-guild/index.md").read_text("utf-8")
    assert renderer.page("actors/lamp-guild/index.md") == text
    assert renderer.page("actors/nobody/index.md") is None
    assert renderer.page("actors/nobody/index.json") is None
    assert renderer.page("actors/nobody/") is None
    assert renderer.page("places/lamp-guild/") is None


@pytest.mark.site
def test_prose_is_rendered_again_only_where_it_or_the_configuration_changed(
    changed: Changed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered = list[Path]()
    build: Callable[[MkDocsConfig], None] = vars(plugin)["mkdocs_build"]

    def counted(config: MkDocsConfig) -> None:
        rendered.append(Path(config.site_dir))
        build(config)

    monkeypatch.setattr(plugin, "mkdocs_build", counted)
    root, kept = changed({}), tmp_path / "kept"
    kept.mkdir()
    renderer = LazyRenderer(kept, prose_of)

    def shown(name: str, address: str) -> str:
        renderer.write(root, tmp_path / name, load(root))
        return renderer.page(address) or ""

    assert "Brisa" in shown("first", "origins/")
    apply(root / PLACE, swapped("{text: Brisa,", "{text: Brisant,"))
    assert "Brisant" in shown("record", "places/brisa/")
    assert "Brisant" in (renderer.page("places/") or "")
    assert len(rendered) == 1
    apply(root / "docs/origins.md", added("\n\nAn afterthought [@tarn-1931-c01].\n"))
    assert "An afterthought" in shown("prose", "origins/")
    assert len(rendered) == 2
    apply(root / "mkdocs.yml", swapped("site_name: ", "site_name: Old "))
    assert "<title>Origins · Old " in shown("configuration", "origins/")
    assert len(rendered) == 3
    assert sorted(kept.iterdir()) == sorted(rendered[1:])


@pytest.mark.site
def test_what_cannot_be_rendered_leaves_the_pages_that_were_there(changed: Changed, tmp_path: Path) -> None:
    root, kept = changed({}), tmp_path / "kept"
    kept.mkdir()
    renderer = LazyRenderer(kept, prose_of)
    assert renderer.page("origins/") is None
    renderer.write(root, tmp_path / "good", load(root))
    before = renderer.page("origins/")
    apply(root / "mkdocs.yml", "site_name: [")
    for name in ("bad", "worse"):
        with pytest.raises(RenderError):
            renderer.write(root, tmp_path / name, load(root))
        assert renderer.page("origins/") == before


@pytest.mark.parametrize(("error", "said"), [(BrokenPipeError, False), (ValueError, True)])
def test_a_browser_that_goes_is_not_told_of_but_a_mistake_is(
    error: type[Exception], said: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    class Failing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            raise error

    with Server(("127.0.0.1", 0), Failing) as server:
        asking = threading.Thread(target=server.handle_request)
        asking.start()
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=60)
        connection.request("GET", "/")
        with pytest.raises(OSError):  # noqa: PT011  whatever a closed connection is
            connection.getresponse()
        asking.join(60)
        connection.close()
    assert bool(capsys.readouterr().err) is said
