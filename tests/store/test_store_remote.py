"""Servers that fail in every way a server can: each failure is told with what to do."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from govdisclose_ld.errors import ConfigurationError, RemoteError, RemoteTimeoutError
from govdisclose_ld.store import Endpoint, query

JSON = "application/sparql-results+json"
ANSWER = json.dumps(
    {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "中"}}]}}
).encode()
ASKED = "SELECT ?x { }"
Reply = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def server(*replies: Reply) -> Iterator[tuple[Endpoint, list[str]]]:
    """An endpoint that gives the replies in turn, the last one for ever, and what it was asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(f"{self.command} {self.path}")
            replies[min(len(asked), len(replies)) - 1](self)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            asked.append(f"{self.command} {self.path}?{body}")
            replies[min(len(asked), len(replies)) - 1](self)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads = True
        threading.Thread(target=http.serve_forever, daemon=True).start()
        try:
            url = f"http://127.0.0.1:{http.server_port}/query"
            yield Endpoint(url, timeout=5, backoff=0.001), asked
        finally:
            http.shutdown()


def reply(status: int = 200, body: bytes = ANSWER, kind: str = JSON, **headers: str) -> Reply:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


def truncated(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(ANSWER)


def silent(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1)
    handler.close_connection = True


def trickling(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.end_headers()
    for _ in range(20):
        handler.wfile.write(b" ")
        time.sleep(0.1)


def hanging_up(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.close()


def test_an_answer_is_read() -> None:
    with server(reply()) as (endpoint, asked):
        assert query(endpoint, ASKED).records() == [{"x": "中"}]
        assert parse_qs(urlsplit(asked[0]).query) == {"query": [ASKED]}


def test_a_long_query_is_posted_without_its_comments() -> None:
    with server(reply()) as (endpoint, asked):
        query(endpoint, f"# secret remark\nSELECT ?x {{ FILTER('{'长' * 900}' != '') }}")
        assert asked[0].startswith("POST /query?query=")
        assert "secret" not in asked[0]


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again(status: int) -> None:
    with server(reply(status), reply(status), reply()) as (endpoint, asked):
        assert len(query(endpoint, ASKED)) == 1
        assert len(asked) == 3


def test_a_server_that_hangs_up_is_asked_again() -> None:
    with server(hanging_up, reply()) as (endpoint, asked):
        assert len(query(endpoint, ASKED)) == 1
        assert len(asked) == 2


def test_a_server_that_stays_busy_is_given_up() -> None:
    with server(reply(503, b"come back later")) as (endpoint, asked):
        with pytest.raises(RemoteError, match="HTTP 503 come back later"):
            query(endpoint, ASKED)
        assert len(asked) == 1 + endpoint.retries


def test_the_pause_that_a_server_asks_for_is_kept() -> None:
    with server(reply(503, Retry_After="1"), reply()) as (endpoint, _):
        start = time.monotonic()
        query(endpoint, ASKED)
        assert time.monotonic() - start >= 1


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (400, "does not accept the query: HTTP 400 bad"),
        (401, "asks for a login: HTTP 401"),
        (403, "denies access: HTTP 403"),
        (404, "no such endpoint: HTTP 404"),
        (414, "too long for the endpoint: HTTP 414"),
        (418, "failed: HTTP 418"),
        (500, "failed: HTTP 500 bad 查询"),
    ],
)
def test_a_refusal_is_told_once(status: int, message: str) -> None:
    with server(reply(status, "bad 查询".encode())) as (endpoint, asked):
        with pytest.raises(RemoteError, match=message):
            query(endpoint, ASKED)
        assert len(asked) == 1


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (reply(body=b"<html>login</html>", kind="text/html"), "text/html.*<html>login"),
        (reply(body=b"x\r\n1\r\n", kind="text/csv"), "answered text/csv"),
        (reply(body=ANSWER[:40]), "cut off or malformed"),
        (reply(body=b'{"boolean": "maybe"}'), "cut off or malformed"),
        (reply(body=b'{"head": {"vars": ["x"]}}'), "cut off or malformed"),
        (reply(body=b"[1, 2]"), "cut off or malformed"),
        (reply(body=b"\xff\xfe"), "cut off or malformed"),
        (truncated, "broke off|cut off"),
        (reply(body=ANSWER + b" " * 5000), "longer than 4096 bytes"),
    ],
    ids=["html", "csv", "cut", "boolean", "no-results", "list", "bytes", "length", "huge"],
)
def test_an_answer_that_is_no_result_is_told(sent: Reply, message: str) -> None:
    with server(sent) as (endpoint, _), pytest.raises(RemoteError, match=message):
        query(replace(endpoint, max_bytes=4096), ASKED)


def test_a_graph_that_is_no_turtle_is_told() -> None:
    sent = reply(body=b"<a> <b> .", kind="text/turtle")
    with server(sent) as (endpoint, _), pytest.raises(RemoteError, match="malformed"):
        query(endpoint, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")


@pytest.mark.parametrize("sent", [silent, trickling])
def test_a_server_that_is_slow_is_given_up_and_not_asked_again(sent: Reply) -> None:
    with server(sent) as (endpoint, asked):
        start = time.monotonic()
        with pytest.raises(RemoteTimeoutError, match=r"within 0\.3 seconds"):
            query(replace(endpoint, timeout=0.3), ASKED)
        assert time.monotonic() - start < 0.9
        assert len(asked) == 1


def test_a_refused_connection_is_told_with_the_address() -> None:
    with server(reply()) as (endpoint, _):
        pass
    with pytest.raises(RemoteError, match="cannot connect") as caught:
        query(endpoint, ASKED)
    assert caught.value.where == endpoint.url
    assert caught.value.exit_code == 5


def test_an_unknown_host_is_told() -> None:
    with pytest.raises(RemoteError, match=r"not known|cannot connect"):
        query(Endpoint("http://no-such-host.invalid/query", retries=0), ASKED)


def test_words_in_an_iri_do_not_make_an_update() -> None:
    with server(reply()) as (endpoint, asked):
        query(endpoint, "PREFIX a: <http://x/insert/load#> SELECT ?x { ?x a <http://x/drop> }")
        assert asked[0].startswith("GET /query?query=")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://a.example/",
        "localhost:7878/query",
        "http:///query",
        "https://user:word@a.example/",
        "",
    ],
)
def test_an_address_is_http_without_a_password(url: str) -> None:
    with pytest.raises(ConfigurationError, match="http://") as caught:
        Endpoint(url)
    assert "word" not in str(caught.value).replace("password", "")


@pytest.mark.parametrize("given", [{"timeout": 0}, {"retries": -1}, {"max_bytes": 0}])
def test_limits_make_sense(given: dict[str, int]) -> None:
    with pytest.raises(ConfigurationError, match="must be above 0"):
        Endpoint("http://localhost/", **given)
