"""Address -> page: the one place where documents come from the network, behind the protocol `Fetch`.

Raises DocumentError for an address that can't be fetched. `Pages` is the version in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kg.errors import DocumentError

#: Largest input, in bytes.
SIZE_LIMIT = 20_000_000
#: How long a server may keep silent, in seconds.
TIMEOUT = 20


@dataclass(frozen=True, slots=True)
class Page:
    """What an address holds: its bytes, and media type and charset as the server names them."""

    data: bytes
    media_type: str = "text/html"
    charset: str | None = None


#: What fetches a page by its address, or raises DocumentError.
Fetch: TypeAlias = Callable[[str], Page]


class Pages:
    """A `Fetch` over pages in memory."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self._pages = dict(pages)

    def __call__(self, address: str) -> Page:
        """Return the page at the address."""
        if address not in self._pages:
            raise DocumentError(address, "no such page (404); check the address")
        return self._pages[address]


def fetch_page(address: str) -> Page:
    """Return the page at an http(s) address, of at most `SIZE_LIMIT` bytes."""
    if not is_address(address):
        raise DocumentError(address, "is no http(s) address")
    import urllib.error  # brings a good part of the network with it
    import urllib.request

    request = urllib.request.Request(address, headers={"User-Agent": "kgshell", "Accept": "text/html,*/*;q=0.5"})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            data = answer.read(SIZE_LIMIT + 1)
            headers = answer.headers
            media_type, charset = headers.get_content_type(), headers.get_content_charset()
    except urllib.error.HTTPError as error:
        error.close()
        raise DocumentError(address, f"the server answers {error.code} {error.reason}; check the address") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise DocumentError(address, f"can't be fetched ({reason}); check the address and the network") from error
    if len(data) > SIZE_LIMIT:
        raise DocumentError(address, too_large(SIZE_LIMIT))
    return Page(data, media_type, charset)


def is_address(source: str) -> bool:
    """Tell whether a source is an http(s) address rather than a path."""
    return source.lower().startswith(("http://", "https://"))


def too_large(limit: int) -> str:
    """Return the reason to give for an input beyond the limit, in bytes."""
    return f"is larger than {limit // 1_000_000} MB; split it"
