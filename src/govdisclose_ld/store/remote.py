"""A SPARQL endpoint somewhere else, asked by SPARQL 1.1 Protocol."""

from __future__ import annotations

import ast
import http.client
import time
import urllib.error
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from SPARQLWrapper import GET, JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from govdisclose_ld.errors import ConfigurationError, RemoteError
from govdisclose_ld.store import refusals
from govdisclose_ld.store.results import json_rows, turtle_rows
from govdisclose_ld.store.rows import Rows
from govdisclose_ld.store.tokens import query_form, strip_comments

_LONGEST_URL = 2000
_CHUNK = 1 << 16
_LONGEST_PAUSE = 30.0
_TYPES = {
    JSON: ("application/sparql-results+json", "application/json"),
    TURTLE: ("text/turtle", "application/turtle", "application/x-turtle"),
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL 1.1 endpoint that is asked over HTTP.

    ``timeout`` bounds one attempt, in seconds; ``retries`` counts the attempts after the first
    when the server is overloaded (429, 502, 503, 504) or refuses the connection, after a pause of
    ``backoff`` seconds that doubles each time (or what ``Retry-After`` asks for, up to half a
    minute); an answer longer than ``max_bytes`` is refused.

    The queries of this library expect the union of the named graphs as the default graph, and
    a server must be set so, for instance ``oxigraph serve --union-default-graph``. Parameters in
    ``url`` are sent with each query (Fuseki: ``?default-graph-uri=urn:x-arq:UnionGraph``).

    Raises ConfigurationError for an address that is not http or https.
    """

    url: str
    timeout: float = 60.0
    retries: int = 3
    backoff: float = 0.5
    max_bytes: int = 256 << 20

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
            raise ConfigurationError(
                "端点地址应以 http:// 或 https:// 开头，且不含用户名和密码",
                "the address of an endpoint begins with http:// or https:// and holds no password",
                where=parts._replace(netloc=parts.hostname or "").geturl(),
                remedy=("例如 http://localhost:7878/query", "such as http://localhost:7878/query"),
            )
        if not (self.timeout > 0 and self.retries >= 0 and self.max_bytes > 0):
            raise ConfigurationError(
                "timeout 和 max_bytes 应大于 0，retries 不应小于 0",
                "timeout and max_bytes must be above 0, retries not below 0",
                where=self.url,
            )

    def evaluate(self, text: str, *, where: str = "") -> Rows:
        """The answer of the endpoint to one query.

        Raises RemoteTimeoutError if it takes longer than ``timeout``, RemoteError if it fails
        otherwise, and ConfigurationError for an update.
        """
        form = query_form(text, where=where)
        format_ = JSON if form in {"SELECT", "ASK"} else TURTLE
        body, kind = self._fetch_patiently(_request(self, strip_comments(text), form, format_))
        if kind not in _TYPES[format_]:
            raise refusals.not_sparql(self.url, kind, body)
        try:
            return json_rows(body) if format_ == JSON else turtle_rows(body, form)
        except (ValueError, KeyError, TypeError, AttributeError, SyntaxError) as error:
            raise refusals.broken_answer(self.url, error) from error

    def _fetch_patiently(self, request: Any) -> tuple[bytes, str]:
        for attempt in range(self.retries):
            try:
                return self._fetch(request)
            except refusals.PassingError as error:
                pause = max(error.retry_after, self.backoff * 2**attempt)
                time.sleep(min(pause, _LONGEST_PAUSE))
        return self._fetch(request)

    def _fetch(self, request: Any) -> tuple[bytes, str]:
        deadline = time.monotonic() + self.timeout
        try:
            with request.query().response as response:
                return self._read(response, deadline), response.headers.get_content_type()
        except RemoteError:
            raise
        except SPARQLWrapperException as error:
            raise refusals.refused_status(self.url, *_status_of(error)) from error
        except urllib.error.HTTPError as error:
            with error:
                pause = error.headers.get("Retry-After")
                body = error.read(_CHUNK)
                raise refusals.refused_status(self.url, error.code, body, pause) from error
        except (OSError, http.client.HTTPException) as error:
            reason = error.reason if isinstance(error, urllib.error.URLError) else error
            if isinstance(reason, TimeoutError):
                raise refusals.too_slow(self.url, self.timeout) from error
            raise refusals.unreachable(self.url, reason) from error

    def _read(self, response: Any, deadline: float) -> bytes:
        """The body; a server that trickles it is cut off at ``deadline``."""
        promised = response.headers.get("Content-Length", "")
        chunks, size = [], 0
        while chunk := response.read1(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            if size > self.max_bytes:
                raise refusals.too_long(self.url, self.max_bytes)
            if time.monotonic() > deadline:
                raise TimeoutError
        if promised.isdecimal() and size < int(promised):
            raise http.client.IncompleteRead(b"", int(promised) - size)
        return b"".join(chunks)


def _request(endpoint: Endpoint, text: str, form: str, format_: str) -> Any:
    """A request that asks for ``format_`` by its headers alone.

    Text and form are set past ``setQuery``, whose pattern takes a word in an IRI for an update.
    """
    address = urlsplit(endpoint.url)
    request: Any = SPARQLWrapper(address._replace(query="", fragment="").geturl())
    for name, value in parse_qsl(address.query):
        request.addParameter(name, value)
    request.queryString, request.queryType = text, form
    request.timeout = endpoint.timeout
    request.setOnlyConneg(True)
    request.setReturnFormat(format_)
    request.setMethod(POST if len(endpoint.url) + len(quote(text)) > _LONGEST_URL else GET)
    return request


def _status_of(error: SPARQLWrapperException) -> tuple[int, bytes]:
    """The HTTP status behind an exception of SPARQLWrapper, and the body that its text quotes."""
    _, _, quoted = str(error).partition("Response:\n")
    body = ast.literal_eval(quoted) if quoted else b""
    cause = error.__context__
    if isinstance(cause, urllib.error.HTTPError):
        cause.close()
        return cause.code, body
    return 500, body
