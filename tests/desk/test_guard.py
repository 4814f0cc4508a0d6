from __future__ import annotations

from http import HTTPStatus

import pytest

from dossier.desk.guard import HEADERS, Guard

GUARD = Guard("secret")
HERE = {"Host": "127.0.0.1:8000"}
JSON = {**HERE, "Content-Type": "application/json; charset=utf-8"}


def test_each_start_has_a_token_of_its_own_that_nobody_guesses() -> None:
    one, other = Guard(), Guard()
    assert one.token != other.token
    assert len(one.token) >= 32
    assert one.token not in repr(one)
    assert one.address == f"/-/desk/{one.token}/"


@pytest.mark.parametrize("headers", [HERE, {"Host": "localhost:8000"}, {**HERE, "Sec-Fetch-Site": "none"}])
def test_this_machine_may_come(headers: dict[str, str]) -> None:
    assert GUARD.refusal("GET", "/-/desk/secret/sources/a/", headers) is None


def test_a_form_of_the_desk_may_be_sent() -> None:
    sent = {**JSON, "Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"}
    assert GUARD.refusal("POST", "/-/desk/secret/claim", sent) is None


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Host": "dossier.example.org"},
        {"Host": "127.0.0.1.example.org:8000"},
        {"Host": "[::1"},
        {**JSON, "Origin": "https://example.org"},
        {**JSON, "Origin": "http://localhost:8000"},
        {**JSON, "Origin": "null"},
        {**HERE, "Sec-Fetch-Site": "cross-site"},
        {**HERE, "Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_page_elsewhere_may_not(headers: dict[str, str]) -> None:
    for method in ("GET", "POST"):
        assert GUARD.refusal(method, "/-/desk/secret/", headers) is HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("path", ["/-/desk/", "/-/desk/secre/", "/-/desk/secrets/", "/-/desk/Secret/", "/-/desk/é/"])
def test_without_the_token_there_is_nothing(path: str) -> None:
    assert GUARD.refusal("GET", path, HERE) is HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_what_any_page_could_send_is_refused(kind: str) -> None:
    assert (
        GUARD.refusal("POST", "/-/desk/secret/claim", {**HERE, "Content-Type": kind})
        is HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    )


def test_nothing_comes_from_elsewhere_and_nobody_elsewhere_reads_it() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert not any(name.startswith("Access-Control") for name in HEADERS)
    assert HEADERS["Referrer-Policy"] == "no-referrer"
