"""What can go wrong with an endpoint, each told with what to do about it."""

from __future__ import annotations

import http.client
import socket
import ssl

from govdisclose_ld.errors import RemoteError, RemoteTimeoutError

_EXCERPT = 300
_BUSY = frozenset({429, 502, 503, 504})
_STATUS = {
    400: ("端点不接受这个查询", "the endpoint does not accept the query"),
    401: ("端点要求登录", "the endpoint asks for a login"),
    403: ("端点拒绝访问", "the endpoint denies access"),
    404: ("端点地址不存在", "there is no such endpoint"),
    405: ("这个地址不接受查询", "this address takes no queries"),
    414: ("查询太长", "the query is too long for the endpoint"),
}
_REMEDY = {
    400: ("请检查查询的语法", "check the syntax of the query"),
    401: ("请使用公开的端点，或经代理登录", "use a public endpoint, or log in through a proxy"),
    403: ("请联系端点的管理者", "ask those who run it"),
    404: ("请检查路径，常见的是 /query 或 /sparql", "check the path, often /query or /sparql"),
    405: ("请检查路径，常见的是 /query 或 /sparql", "check the path, often /query or /sparql"),
}


class PassingError(RemoteError):
    """A failure that may pass; ``retry_after`` is the pause, in seconds, that was asked for."""

    retry_after: float = 0.0


def refused_status(
    url: str, status: int, body: bytes, retry_after: str | None = None
) -> RemoteError:
    """The error for an HTTP status that is no success; a PassingError if it may pass."""
    zh, en = _STATUS.get(status, ("端点出错", "the endpoint failed"))
    excerpt = _excerpt(body)
    kind = PassingError if status in _BUSY else RemoteError
    error = kind(
        f"{zh}：HTTP {status}",
        f"{en}: HTTP {status} {excerpt}".rstrip(),
        where=url,
        remedy=_REMEDY.get(status, ("请稍后再试，或缩小查询范围", "try later, or ask for less")),
    )
    if isinstance(error, PassingError) and (retry_after or "").isdigit():
        error.retry_after = float(retry_after or 0)
    return error


def unreachable(url: str, reason: object) -> RemoteError:
    """The error for an endpoint that could not be asked or whose answer broke off."""
    where = {"where": url}
    if isinstance(reason, socket.gaierror):
        return RemoteError(
            "找不到端点的主机",
            "the host of the endpoint is not known",
            **where,
            remedy=("请检查地址和网络", "check the address and the network"),
        )
    if isinstance(reason, ssl.SSLError):
        return RemoteError(
            f"安全连接失败：{reason.reason}",
            f"the secure connection failed: {reason.reason}",
            **where,
            remedy=("请检查证书和系统时间", "check the certificate and the system's clock"),
        )
    if isinstance(reason, http.client.IncompleteRead):
        return RemoteError(
            "端点的回答中途断开",
            "the answer of the endpoint broke off",
            **where,
            remedy=("请重试，或缩小查询范围", "try again, or ask for less"),
        )
    return PassingError(
        "无法连接端点",
        f"cannot connect to the endpoint: {reason}",
        **where,
        remedy=(
            "请确认服务已启动、地址和端口正确",
            "is the server running, at this address and port?",
        ),
    )


def too_slow(url: str, seconds: float) -> RemoteTimeoutError:
    """The error for an endpoint that did not answer in time."""
    return RemoteTimeoutError(
        f"端点在 {seconds:g} 秒内没有答完",
        f"the endpoint did not answer within {seconds:g} seconds",
        where=url,
        remedy=("请增大 timeout，或缩小查询范围", "raise the time-out, or ask for less"),
    )


def too_long(url: str, limit: int) -> RemoteError:
    """The error for an answer that is longer than allowed."""
    return RemoteError(
        f"端点的回答超过 {limit} 字节",
        f"the answer of the endpoint is longer than {limit} bytes",
        where=url,
        remedy=("请缩小查询范围，或增大 max_bytes", "ask for less, or raise max_bytes"),
    )


def not_sparql(url: str, kind: str, body: bytes) -> RemoteError:
    """The error for an answer of another type, such as the HTML of a login page."""
    return RemoteError(
        f"端点的回答不是 SPARQL 结果，而是 {kind}",
        f"the endpoint answered {kind}, which is no SPARQL result: {_excerpt(body)}",
        where=url,
        remedy=(
            "请在浏览器中打开该地址，确认它是 SPARQL 端点且无需登录",
            "open the address in a browser: is it a SPARQL endpoint, and open to all?",
        ),
    )


def broken_answer(url: str, reason: Exception) -> RemoteError:
    """The error for an answer of the right type that cannot be read."""
    return RemoteError(
        "端点的回答不完整或格式有误",
        f"the answer of the endpoint is cut off or malformed: {reason}",
        where=url,
        remedy=("请重试；若仍如此，请联系端点的管理者", "try again, then ask those who run it"),
    )


def _excerpt(body: bytes) -> str:
    words = " ".join(body[:_EXCERPT].decode("utf-8", "replace").split())
    return words.rstrip("\ufffd")
