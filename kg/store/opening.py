"""A store by what names it: a folder, `:memory:`, or the address of a SPARQL endpoint."""

from __future__ import annotations

from pathlib import Path

from kg.addresses import is_address
from kg.errors import StoreError
from kg.store.oxigraph import MEMORY, Store


def open_store(
    place: str | Path = MEMORY, *, update: str | None = None, create: bool = True, network: bool = False
) -> Store:
    """The store in that folder, a new one in memory, or the one behind that address.

    `update` is an endpoint's address of updates, where it does not follow from the other (see `address_of_updates`).
    Nothing is asked of an endpoint yet. Raises `StoreError`.
    """
    if is_address(str(place)):
        # Few read endpoints, and what speaks HTTP takes long to import.
        from kg.store.remote import RemoteStore

        return RemoteStore(str(place), update)
    if update is not None:
        raise StoreError(f"{place}: is no endpoint, so that it has no address of updates; leave that out")
    return Store.open(place, create=create, network=network)
