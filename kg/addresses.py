"""Addresses of SPARQL endpoints: read, shown without their password, and the one of updates told from that of queries.

User and password stand in the address (`https://user:password@host/…`, percent-encoded as RFC 3986 has it). Those in
`$KG_STORE_USER` and `$KG_STORE_PASSWORD`, or the bearer token in `$KG_STORE_TOKEN`, are for the server that `$KG_STORE`
names, and for no other. Raises `StoreError`.
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

from kg.errors import StoreError

STORE, USER, PASSWORD, TOKEN = "KG_STORE", "KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_TOKEN"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_SECRET = re.compile(r"""(?<=://)[^/?#\s@"'<>]+(?:@[^/?#\s@"'<>]*)*(?=@)""")
#: What may stand in a path or query as it is; everything else is percent-encoded.
_KEPT = "/?%:@!$&'()*+,;=~[]"


class Address(NamedTuple):
    """An endpoint's address without user and password, and the header that says who asks (None: nobody in particular).

    `origin` is its scheme, host and port: who asks is told to nobody else.
    """

    url: str
    authorization: str | None
    origin: tuple[str, str, int]


def is_address(place: str) -> bool:
    """Whether a store is named by an address. Raises `StoreError` for one of another kind than http and https."""
    scheme = _SCHEME.match(place)
    if scheme is None:
        return False
    if scheme[0].lower() not in {"http://", "https://"}:
        said = "a store is a folder, :memory:, or an address that begins with http:// or https://"
        raise StoreError(f"{without_password(place)}: {said}")
    return True


def without_password(text: str) -> str:
    """The text with every address in it as anybody may read it: without user and password."""
    return _SECRET.sub("…", text)


def read_address(place: str, environment: Mapping[str, str] = os.environ) -> Address:
    """The address that is written so."""
    try:
        parts = urlsplit(place.strip())
        _ = parts.port  # raises where it is none
    except ValueError as error:
        raise StoreError(f"{without_password(place)}: is no address ({error})") from error
    if not parts.hostname or re.search(r"\s", place.strip()):
        raise StoreError(f"{without_password(place)}: is no address; one looks like http://localhost:3030/ds/sparql")
    url = urlunsplit((parts.scheme.lower(), _host(parts), *(quote(each, safe=_KEPT) for each in parts[2:4]), ""))
    origin = origin_of(url)
    if "@" in parts.netloc:
        authorization: str | None = _basic(unquote(parts.username or ""), unquote(parts.password or ""))
    else:
        authorization = _from_environment(environment, origin)
    return Address(url, authorization, origin)


def origin_of(url: str) -> tuple[str, str, int]:
    """The scheme, host and port of an address."""
    parts = urlsplit(url)
    return parts.scheme.lower(), parts.hostname or "", parts.port or (443 if parts.scheme.lower() == "https" else 80)


def address_of_updates(url: str) -> str:
    """Where updates go, by where queries go: the rule that servers follow, where nothing else is said.

    `…/query` and `…/sparql` become `…/update`, `…/repositories/NAME` gets `/statements`; others take both.
    """
    scheme, host, path, query, _ = urlsplit(url)
    folder, _, name = path.rstrip("/").rpartition("/")
    if name in {"query", "sparql"}:
        path = f"{folder}/update"
    elif folder.endswith("/repositories"):
        path = f"{folder}/{name}/statements"
    return urlunsplit((scheme, host, path, query, ""))


def _host(parts: SplitResult) -> str:
    """The host and port as they are written, without who asks."""
    return parts.netloc.rpartition("@")[2]


def _from_environment(environment: Mapping[str, str], origin: tuple[str, str, int]) -> str | None:
    """The header for the server of the store that the environment names."""
    store = environment.get(STORE, "")
    try:
        own = origin_of(store)
    except ValueError:  # no address; it is somebody's who opens it
        return None
    if own != origin:
        return None
    if environment.get(USER):
        return _basic(environment[USER], environment.get(PASSWORD, ""))
    token = environment.get(TOKEN)
    return f"Bearer {token}" if token else None


def _basic(user: str, password: str) -> str:
    return f"Basic {b64encode(f'{user}:{password}'.encode()).decode('ascii')}"
