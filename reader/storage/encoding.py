"""Model values as JSON and back, by their own annotations.

A dataclass becomes an object without the fields that have their default, a named tuple an array, an enum its value, a
date its ISO 8601 form. Fields that this version does not know are passed over, so that a file stays readable when a
field was added.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import json
import math
import operator
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from json.encoder import encode_basestring
from typing import TypeVar

import reader.model
from reader.model import Analysis, Article

_T = TypeVar("_T")
_Encode = Callable[[typing.Any], object]
_Decode = Callable[[typing.Any], typing.Any]
_Write = Callable[[typing.Any], str]
_NAMES: dict[str, typing.Any] = {**vars(reader.model), "dt": dt, "Mapping": Mapping}


class PackedReading(typing.NamedTuple):
    """An article with its analysis as they are stored (port ``Packed``): most of a reading is one string."""

    article: Article
    version: str
    found: str
    removed: str
    offsets: str

    def renamed(self, article_id: str) -> PackedReading:
        """Return the same under another id."""
        analysis = loads(Analysis, self.found)
        claims = tuple(dataclasses.replace(claim, article=article_id) for claim in analysis.claims)
        found = dumps(dataclasses.replace(analysis, article=article_id, claims=claims))
        return self._replace(article=dataclasses.replace(self.article, id=article_id), found=found)


def pack(article: Article, analysis: Analysis) -> PackedReading:
    """Return an article with its analysis as they are stored."""
    return PackedReading(article, analysis.version, dumps(analysis), dumps(article.removed), dumps(article.offsets))


def dumps(value: object) -> str:
    """Return a model value (or a tuple or mapping of them) as one line of JSON."""
    return _writer(typing.cast("typing.Hashable", type(value)))(value)


def loads(kind: type[_T], text: str) -> _T:
    """Return the value of type ``kind`` that ``dumps`` made ``text`` of; raise ``ValueError`` for anything else."""
    return decode(kind, json.loads(text))


def plain(value: object) -> object:
    """Return ``value`` as dicts, lists, strings and numbers, as ``dumps`` would write it."""
    return _encoder(typing.cast("typing.Hashable", type(value)))(value)


def decode(kind: type[_T], value: object) -> _T:
    """Return the value of type ``kind`` that ``plain`` made ``value`` of; raise ``ValueError`` for anything else."""
    try:
        decoded: _T = _decoder(typing.cast("typing.Hashable", kind))(value)
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"not a {getattr(kind, '__name__', kind)}: {error}") from error
    return decoded


@cache
def _writer(kind: typing.Any) -> _Write:  # noqa: ANN401 - any annotation
    """Return what writes values of this kind as JSON: the text that ``json`` makes of ``plain``, in half the time."""
    origin = typing.get_origin(kind)
    if origin in {typing.Union, types.UnionType}:
        inner = _writer(next(part for part in typing.get_args(kind) if part is not types.NoneType))
        return lambda value: "null" if value is None else inner(value)
    if origin is tuple and typing.get_args(kind)[-1] is Ellipsis:
        part = _writer(typing.get_args(kind)[0])
        return lambda value: f"[{','.join(map(part, value))}]" if value else "[]"
    if dataclasses.is_dataclass(kind):
        return _dataclass_writer(kind)
    return _simple_writer(kind) or _from_plain


def _simple_writer(kind: typing.Any) -> _Write | None:  # noqa: ANN401 - any annotation
    """Return what writes the classes that nearly all of an article consists of."""
    if kind in _WRITTEN_BY:
        return _WRITTEN_BY[kind]
    if not isinstance(kind, type):
        return None
    if issubclass(kind, enum.StrEnum):
        return {member: encode_basestring(member.value) for member in kind}.__getitem__
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return _tuple_writer([_writer(hint) for hint in typing.get_type_hints(kind, localns=_NAMES).values()])
    return None


def _number(value: float) -> str:
    """Write a number; those that are none are left to ``json``."""
    return repr(value) if -math.inf < value < math.inf else _from_plain(value)


_WRITTEN_BY: Mapping[object, _Write] = {
    str: encode_basestring,
    int: int.__repr__,
    float: _number,
    bool: {True: "true", False: "false"}.__getitem__,
}


def _tuple_writer(parts: Sequence[_Write]) -> _Write:
    """Return what writes tuples of so many parts."""
    if all(part is int.__repr__ for part in parts):
        return f"[{','.join(['%d'] * len(parts))}]".__mod__
    return lambda value: f"[{','.join([write(part) for write, part in zip(parts, value, strict=True)])}]"


def _from_plain(value: object) -> str:
    """Write any value, by what it is and not by what it is said to be."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


def _dataclass_writer(kind: typing.Any) -> _Write:  # noqa: ANN401 - any class of the model
    """Return what writes a dataclass, without the fields that have their default."""
    hints = typing.get_type_hints(kind, localns=_NAMES)
    fields = dataclasses.fields(kind)
    keys = [f"{encode_basestring(field.name)}:" for field in fields]
    defaults = [_default(field) for field in fields]
    # Nothing else is equal to these, so identity tells.
    sure = [default is None or default is dataclasses.MISSING for default in defaults]
    writers = [_writer(hints[field.name]) for field in fields]
    all_of = operator.attrgetter(*(field.name for field in fields))

    def write(value: object) -> str:
        parts = [
            key + write_part(part)
            for part, key, default, is_sure, write_part in zip(
                all_of(value), keys, defaults, sure, writers, strict=True
            )
            if part is not default and (is_sure or part != default)
        ]
        return "{" + ",".join(parts) + "}"

    return write


@cache
def _encoder(kind: typing.Any) -> _Encode:  # noqa: ANN401 - any class
    """Return what turns values of exactly this class into JSON's own."""
    if dataclasses.is_dataclass(kind):
        return _dataclass_encoder(kind)
    if issubclass(kind, enum.Enum):
        return lambda value: value.value
    if issubclass(kind, dt.date):
        return lambda value: value.isoformat()
    if issubclass(kind, Mapping):
        return lambda value: {key: plain(part) for key, part in value.items()}
    if issubclass(kind, tuple | list):
        return lambda value: [plain(part) for part in value]
    return lambda value: value


def _dataclass_encoder(kind: typing.Any) -> _Encode:  # noqa: ANN401 - any class of the model
    """Return an encoder that leaves out fields which have their default."""
    fields = [(field.name, _default(field)) for field in dataclasses.fields(kind)]

    def encode(value: object) -> object:
        return {
            name: plain(part)
            for name, default in fields
            if (part := getattr(value, name)) is not default and part != default
        }

    return encode


def _default(field: dataclasses.Field[typing.Any]) -> object:
    """Return the default of a field, and something equal to no value when it has none."""
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


@cache
def _decoder(kind: typing.Any) -> _Decode:  # noqa: ANN401 - annotations are of many classes
    """Return what makes a value of the annotated type ``kind`` from JSON's own."""
    origin = typing.get_origin(kind)
    if origin in {typing.Union, types.UnionType}:
        return _optional_decoder(typing.get_args(kind))
    if origin is tuple:
        return _tuple_decoder(typing.get_args(kind))
    if origin is Mapping:
        part = _decoder(typing.get_args(kind)[1])
        return lambda value: {key: part(found) for key, found in value.items()}
    if dataclasses.is_dataclass(kind):
        return _dataclass_decoder(kind)
    return _simple_decoder(kind)


def _simple_decoder(kind: typing.Any) -> _Decode:  # noqa: ANN401 - any class
    """Return a decoder for named tuples, enums, dates and JSON's own values."""
    if issubclass(kind, tuple):
        return lambda value: kind(*value)
    if issubclass(kind, enum.Enum):
        make: _Decode = kind
        return make
    if issubclass(kind, dt.date):
        read: _Decode = kind.fromisoformat
        return read
    return lambda value: value


def _optional_decoder(parts: tuple[typing.Any, ...]) -> _Decode:
    """Return a decoder for ``X | None``."""
    inner = _decoder(next(part for part in parts if part is not types.NoneType))
    return lambda value: None if value is None else inner(value)


def _tuple_decoder(parts: tuple[typing.Any, ...]) -> _Decode:
    """Return a decoder for ``tuple[X, ...]`` and ``tuple[X, Y]``."""
    if len(parts) == 2 and parts[1] is Ellipsis:  # noqa: PLR2004 - the two parts of tuple[X, ...]
        every = _decoder(parts[0])
        return lambda value: tuple(map(every, value))
    each = [_decoder(part) for part in parts]
    return lambda value: tuple(one(part) for one, part in zip(each, value, strict=True))


def _dataclass_decoder(kind: typing.Any) -> _Decode:  # noqa: ANN401 - any class of the model
    """Return a decoder that fills the fields which are there and passes over those it does not know."""
    hints = typing.get_type_hints(kind, localns=_NAMES)
    fields = {field.name: _decoder(hints[field.name]) for field in dataclasses.fields(kind)}

    def decode_fields(value: Mapping[str, typing.Any]) -> object:
        return kind(**{name: fields[name](part) for name, part in value.items() if name in fields})

    return decode_fields
