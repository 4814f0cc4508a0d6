"""A site behind Debian's nginx on this machine, with the configuration in ``deploy/``."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dossier.site.hosting import nginx_files
from tests.support.paths import ROOT

CONFIGURATION = ROOT / "deploy" / "nginx.conf"
PROGRAM = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
TYPES = Path("/etc/nginx/mime.types")
AROUND = """\
{user}daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
worker_processes {workers};
events {{ worker_connections 512; }}
http {{
  access_log off;
  sendfile on;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  {server}
}}
"""


@dataclass(frozen=True)
class Reply:
    """What a server answered; the names of headers are in lower-case letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Nginx:
    port: int

    def ask(self, path: str, method: str = "GET", **headers: str) -> Reply:
        """One request, with the path as it stands: nothing is tidied or encoded."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            reply = connection.getresponse()
            return Reply(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())
        finally:
            connection.close()


def configuration(site: Path, folder: Path, port: int) -> str:
    """``deploy/nginx.conf`` with what its lines marked EDIT leave to whoever sets it up."""
    text = CONFIGURATION.read_text("utf-8")
    changes = {
        "/srv/dossier/site": str(site),
        "/etc/nginx/dossier": str(folder / "dossier"),
        "listen 80;": f"listen 127.0.0.1:{port};",
        "include mime.types;": f"include {TYPES};",
    }
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return text


@contextmanager
def nginx(site: Path, folder: Path, more: str = "", workers: int = 1) -> Iterator[Nginx]:
    """Serves a built site until the end of the block. ``folder`` holds what nginx writes; ``more`` are more servers."""
    assert PROGRAM
    (folder / "dossier").mkdir(parents=True)
    for name, text in nginx_files(site).items():
        (folder / "dossier" / name).write_text(text, "utf-8")
    port = free_port()
    user = "user root;\n" if os.getuid() == 0 else ""
    server = configuration(site, folder, port) + more
    whole = AROUND.format(folder=folder, server=server, user=user, workers=workers)
    (folder / "nginx.conf").write_text(whole, "utf-8")
    line = [PROGRAM, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    with subprocess.Popen(line, stderr=subprocess.PIPE, text=True) as running:
        try:
            _wait(port, running)
            yield Nginx(port)
        finally:
            running.terminate()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _wait(port: int, running: subprocess.Popen[str]) -> None:
    for _ in range(200):
        if running.poll() is not None:
            raise RuntimeError(running.stderr.read() if running.stderr else "nginx ended")
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("nginx does not answer")
