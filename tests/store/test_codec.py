"""Between events and JSON: every kind comes back as it was, and nothing that cannot be understood is lost."""

import json
import types
from dataclasses import fields, is_dataclass, replace
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.store import codec

KINDS = [one for one in get_args(events.Event) if one is not events.Unknown]
TEXTS = st.text(alphabet="aé河𝔘'\"\\{}[],:\u202e\u0007\ufeff\n\t ", max_size=12)


def of_hint(hint: Any) -> st.SearchStrategy[Any]:
    if is_dataclass(hint):
        return event_of(hint)
    inner = get_args(hint)
    if get_origin(hint) is tuple:
        return st.lists(of_hint(inner[0]), max_size=3).map(tuple) if inner[1:] == (...,) else each(inner)
    if get_origin(hint) in {Union, types.UnionType}:
        return st.one_of(*(of_hint(one) for one in inner))
    return {
        str: TEXTS,
        int: st.integers(-(2**53), 2**53),
        bool: st.booleans(),
        float: st.floats(allow_nan=False, allow_infinity=False),
        types.NoneType: st.none(),
    }[hint]


def each(hints: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return st.tuples(*(of_hint(one) for one in hints))


def event_of(cls: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(cls)
    return st.builds(cls, **{field.name: of_hint(hints[field.name]) for field in fields(cls)})


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_every_kind_of_event_comes_back_as_it_was(cls: Any) -> None:
    @settings(max_examples=10)
    @given(st.lists(event_of(cls), min_size=1, max_size=3).map(tuple))
    def comes_back(moved: tuple[events.Event, ...]) -> None:
        assert codec.loads(codec.dumps(moved)) == moved

    comes_back()


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_no_event_has_a_field_of_the_name_that_tells_its_kind(cls: Any) -> None:
    assert codec.KIND not in {field.name for field in fields(cls)}


def test_the_json_is_plain_and_names_the_kind() -> None:
    assert codec.dumps((events.ActionDropped(id="a1"),)) == '[{"event":"ActionDropped","id":"a1"}]'


def test_a_field_that_nobody_knows_any_more_is_passed_over() -> None:
    text = '[{"event":"ActionDropped","id":"a1","mood":{"deep":[1]}}]'
    assert codec.loads(text) == (events.ActionDropped(id="a1"),)


def test_a_field_that_came_later_has_its_default() -> None:
    assert codec.loads('[{"event":"ItemStarted","item":"i1"}]') == (events.ItemStarted(item="i1"),)


@pytest.mark.parametrize(
    "value",
    [
        {"event": "HologramShown", "of": ["the river", {"deep": None}], "size": 1.5},
        {"event": "ItemStarted"},
        {"event": "ItemStarted", "item": 7},
        {"event": "ItemStarted", "item": "i1", "ago": True},
        {"event": "RoundBegun", "id": "r", "kind": "consent", "unit": "organisation", "order": "o1"},
        {"event": 5},
        {"no": "kind"},
        "a text",
        [1, 2],
        None,
    ],
)
def test_what_cannot_be_understood_is_kept_whole(value: object) -> None:
    known = events.ActionDropped(id="a1")
    read = codec.loads(json.dumps([value, json.loads(codec.dumps((known,)))[0]]))
    assert isinstance(read[0], events.Unknown)
    assert read[1] == known
    assert json.loads(codec.dumps(read))[0] == value


@pytest.mark.parametrize("text", ["{}", "null", '"text"', "[", ""])
def test_what_is_no_list_of_events_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        codec.loads(text)


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_text_that_no_file_can_keep_is_refused(text: str) -> None:
    event = events.RoundBegun(id="r", kind="free", unit="organisation", order=("o1", text))
    with pytest.raises(NotAllowed, match="cannot be kept"):
        codec.dumps((event,))
    assert codec.dumps((replace(event, order=("o1", "a\\u0000b")),))
