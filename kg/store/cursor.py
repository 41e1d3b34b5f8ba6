"""What pyoxigraph reads step by step, as an iterator that converts, names its errors, and ends when the store closes.

An open pyoxigraph iterator keeps its store locked, so a store takes its cursors back before it closes. Like
pyoxigraph's own, a cursor belongs to the thread that made it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar

from kg.errors import KgError, StoreError

T = TypeVar("T")
_CLOSED = "the store was closed before all of this was read; read it first, or open the store again"


class Borrower(Protocol):
    """Something that keeps a store open until it is released."""

    def release(self) -> None:
        """Let go of the store; whatever is still unread raises `StoreError` from now on."""


class Cursor(Generic[T], Iterator[T]):
    """The converted items of a pyoxigraph iterator."""

    __slots__ = ("__weakref__", "_convert", "_failure", "_source")

    def __init__(
        self, source: Iterator[Any], convert: Callable[[Any], T], failure: Callable[[Exception], KgError]
    ) -> None:
        self._source: Iterator[Any] | None = source
        self._convert = convert
        self._failure = failure

    def __next__(self) -> T:
        if self._source is None:
            raise StoreError(_CLOSED)
        try:
            item = next(self._source)
        except (OSError, RuntimeError, SyntaxError, ValueError) as error:
            raise self._failure(error) from error
        return self._convert(item)

    def read_into(self, items: list[T], count: int) -> bool:
        """Add up to so many to the items; whether there were as many. Much quicker than one by one."""
        if self._source is None:
            raise StoreError(_CLOSED)
        before = len(items)
        try:
            items.extend(map(self._convert, islice(self._source, count)))
        except (OSError, RuntimeError, SyntaxError, ValueError) as error:
            raise self._failure(error) from error
        return len(items) == before + count

    def release(self) -> None:
        """Let go of the store."""
        self._source = None
