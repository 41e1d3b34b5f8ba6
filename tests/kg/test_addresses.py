from __future__ import annotations

from base64 import b64encode

import pytest

from kg.addresses import address_of_updates, is_address, read_address, without_password
from kg.errors import StoreError

HERE = "https://kg.example/ds/sparql"


@pytest.mark.parametrize(
    ("query", "update"),
    [
        ("http://localhost:3030/ds/sparql", "http://localhost:3030/ds/update"),
        ("http://localhost:7878/query", "http://localhost:7878/update"),
        ("http://localhost:3030/ds", "http://localhost:3030/ds"),
        ("http://localhost:7200/repositories/news", "http://localhost:7200/repositories/news/statements"),
        ("http://localhost:5820/db/query?reasoning=true", "http://localhost:5820/db/update?reasoning=true"),
    ],
)
def test_addresses_updates_follow_from_queries(query: str, update: str) -> None:
    assert address_of_updates(query) == update


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://ann:s3cret@kg.example/ds", "https://…@kg.example/ds"),
        ("https://ann@kg.example/ds", "https://…@kg.example/ds"),
        (".open http://ann:a@b@kg.example/ds --create", ".open http://…@kg.example/ds --create"),
        ("https://kg.example/@ann", "https://kg.example/@ann"),
        ('SELECT * { ?s ?p "http://x"@en }', 'SELECT * { ?s ?p "http://x"@en }'),
        ("<http://x.example>@", "<http://x.example>@"),
    ],
)
def test_addresses_are_shown_without_passwords(text: str, shown: str) -> None:
    assert without_password(text) == shown


def test_addresses_give_user_and_password_decoded() -> None:
    address = read_address("https://ann:s%40cr%2Fet@kg.example:8443/ds", {})
    assert address.url == "https://kg.example:8443/ds"
    assert address.authorization == f"Basic {b64encode(b'ann:s@cr/et').decode()}"


def test_addresses_take_the_environment_for_its_own_store_only() -> None:
    own = {"KG_STORE": HERE, "KG_STORE_USER": "ann", "KG_STORE_PASSWORD": "pw"}
    assert (
        read_address("https://kg.example/other/sparql", own).authorization == f"Basic {b64encode(b'ann:pw').decode()}"
    )
    assert read_address("https://query.example/sparql", own).authorization is None
    assert read_address(HERE, {"KG_STORE": HERE, "KG_STORE_TOKEN": "t0ken"}).authorization == "Bearer t0ken"
    assert read_address(HERE, {"KG_STORE": "http://x:y/", "KG_STORE_TOKEN": "t0ken"}).authorization is None


@pytest.mark.parametrize("wrong", ["http://", "http:///ds", "http://host:port/ds", "http://a b/ds", "http://[::1/ds"])
def test_addresses_that_are_none_are_refused(wrong: str) -> None:
    with pytest.raises(StoreError, match="is no address"):
        read_address(wrong, {})


def test_addresses_are_http() -> None:
    assert is_address("HTTPS://kg.example/ds")
    assert not is_address("kg-store")
    assert not is_address(":memory:")
    with pytest.raises(StoreError, match="begins with http"):
        is_address("ftp://ann:pw@kg.example/ds")
