from __future__ import annotations

import pickle

import pytest

import kg


@pytest.mark.parametrize(
    "error",
    [
        kg.DocumentError("a.txt", "is empty"),
        kg.QueryError("no such prefix", line=2, column=5),
        kg.InvalidName("'Bo' is no name"),
        kg.UnknownEntity("Bo", ("Bo Ås",)),
        kg.UnknownProperty("leaves", ("left",)),
        kg.StoreError("the disk is full"),
    ],
)
def test_errors_arrive_in_another_process_as_they_were_raised(error: kg.KgError) -> None:
    arrived = pickle.loads(pickle.dumps(error))
    assert (type(arrived), str(arrived), vars(arrived)) == (type(error), str(error), vars(error))
