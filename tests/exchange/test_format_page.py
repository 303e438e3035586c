"""The page on the exchange format tells of every key that the program knows, and its example is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coalmeet.exchange import record
from coalmeet.exchange.checks import Codes, Keys, Many
from coalmeet.exchange.record_keys import RECORD


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "resources" / "help" / "exchange-format.md").read_text(encoding="utf-8")


def named(check: object) -> Iterator[str]:
    """Every key and every code below a check."""
    if isinstance(check, Keys):
        for key, inner in check.known.items():
            yield key
            yield from named(inner)
    elif isinstance(check, Many):
        yield from named(check.inner)
    elif isinstance(check, Codes):
        yield from check.codes


def test_every_key_and_code_is_explained(page: str) -> None:
    text = page.split("```", maxsplit=1)[0] + page.split("```")[2]
    explained = set(re.split(r"[{},: ;\n]+ ?", ";".join(re.findall(r"`([^`]+)`", text))))
    explained |= set(re.findall(r"`([^`]+)`", text))
    assert {word for word in named(RECORD) if word not in explained} == set()


def test_the_smallest_record_is_one(page: str) -> None:
    example = page.split("```json")[1].split("```", maxsplit=1)[0]
    found = record.read(example, "page")
    assert record.is_planned(found)
    assert found["agenda"][0]["title"] == "Budget"
