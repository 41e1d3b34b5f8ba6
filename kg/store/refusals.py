"""What goes wrong between us and a SPARQL endpoint, in one line: what, where, and what to do."""

from __future__ import annotations

import re
import socket
import ssl
from contextlib import suppress
from html import unescape
from http import HTTPStatus

import urllib3
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NameResolutionError, ReadTimeoutError, SSLError

from kg.addresses import PASSWORD, USER
from kg.errors import KgError, QueryError, StoreError, StoreTimeout

#: Characters of a server's own words that are shown, and bytes of them that are looked through.
_SHOWN, _READ = 300, 20_000
#: What a line has that says what is wrong; some servers repeat the query before it.
_TROUBLE = re.compile(r"\b\w*(Exception|[Ee]rror)\b")
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_SKIPPED = re.compile(r"<(style|script)\b.*?</\1>|<[^>]+>", re.IGNORECASE | re.DOTALL)


class Refused(QueryError):
    """A query or update that the server refuses; `status` is HTTP's."""

    def __init__(self, reason: str, status: int) -> None:
        super().__init__(reason)
        self.status = status


def unreachable(place: str, error: Exception, seconds: float) -> StoreError:
    """The error of a request that no answer came to."""
    chain = list(_chain(error))
    if any(isinstance(each, ReadTimeoutError) for each in chain):
        advice = "ask for less, or wait longer by KG_STORE_TIMEOUT (seconds)"
        return StoreTimeout(f"{place}: did not answer within {seconds:g} s; {advice}")
    if any(isinstance(each, NameResolutionError | socket.gaierror) for each in chain):
        return StoreError(f"{place}: no such host; check the address")
    if any(isinstance(each, SSLError | ssl.SSLError) for each in chain):
        words = next(str(each) for each in reversed(chain) if isinstance(each, SSLError | ssl.SSLError))
        return StoreError(f"{place}: no safe connection ({_line(words)}); check whether it is https or http")
    if any(isinstance(each, ConnectionRefusedError) for each in chain):
        words = "connection refused"
    elif any(isinstance(each, ConnectTimeoutError) for each in chain):
        words = "no answer"
    else:
        words = _line(str(chain[-1]))
    return StoreError(f"{place}: can't be reached ({words}); check the address, and that the server runs")


def refused(place: str, response: urllib3.BaseHTTPResponse, *, updating: bool, known: bool) -> KgError:
    """The error that an answer's status says; `known` where it was told who asks."""
    status, words = response.status, words_of(response)
    if status == 401:
        wanted = f"http://USER:PASSWORD@…, or {USER} and {PASSWORD}"
        said = "does not take this user and password; check" if known else "wants a user and password; give"
        return StoreError(f"{place}: {said} {wanted}")
    if updating and status in {403, 404, 405, 501}:
        said = "takes no updates there, or not from you"
        return StoreError(f"{place}: {said} (HTTP {status}); --update-url says where it takes them, if it does")
    if status == 403:
        return StoreError(f"{place}: does not let you ask (HTTP 403{_said(words)}); ask its owner")
    if status in {404, 405, 410}:
        return StoreError(f"{place}: no SPARQL endpoint there (HTTP {status}); check the address")
    if status in {429, 503}:
        return StoreError(f"{place}: is busy (HTTP {status}{_said(words)}); try again later")
    if status in {400, 413, 414, 415, 500}:
        what = "update" if updating else "query"
        return Refused(f"{place}: refuses the {what} (HTTP {status}{_said(words)})", status)
    return StoreError(f"{place}: failed (HTTP {status} {_name(status)}{_said(words)}); try again later")


def no_results(place: str, response: urllib3.BaseHTTPResponse, told: str) -> StoreError:
    """The error of an answer that is in no format of SPARQL."""
    kind = told.partition(";")[0].strip() or "nothing that it names"
    response.close()
    if "html" in kind:
        return StoreError(f"{place}: answers with a page for people, and is no SPARQL endpoint; check the address")
    return StoreError(f"{place}: answers with {kind}, which is no format of SPARQL's; check the address")


def broken_off(place: str, error: Exception) -> StoreError:
    """The error of an answer that ends too early, or is not what it says it is."""
    message = _line(str(getattr(error, "msg", error)))
    advice = "the server may have run out of time: ask for less"
    kind = StoreTimeout if isinstance(error, TimeoutError) else StoreError
    return kind(f"{place}: its answer can't be read to the end ({message}); {advice}")


def words_of(response: urllib3.BaseHTTPResponse) -> str:
    """What the server says itself, in one line; of a page its title."""
    raw = b""
    with suppress(HTTPError, OSError):  # it has failed already; its words are only what it adds
        raw = response.read(_READ, decode_content=True) or b""
    response.close()
    text = raw.decode("utf-8", "replace")
    if "html" in response.headers.get("Content-Type", "") or text.lstrip()[:1] == "<":
        title = _TITLE.search(text)
        text = unescape(title[1] if title else _SKIPPED.sub(" ", text))
    lines = text.splitlines()
    first = next((at for at, line in enumerate(lines) if _TROUBLE.search(line)), 0)
    return _line("\n".join(lines[first:]))


def _said(words: str) -> str:
    return f": {words}" if words else ""


def _line(text: str) -> str:
    """The text in one line, not too long, and without what would steer a terminal."""
    line = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _name(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _chain(error: BaseException | None) -> list[BaseException]:
    """The error and those that it comes from."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        reason = getattr(error, "reason", None)
        error = reason if isinstance(reason, BaseException) else error.__cause__ or error.__context__
    return found
