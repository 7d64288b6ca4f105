"""How far work is that takes long."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Doing(StrEnum):
    """What is being done, in the words that a person reads."""

    ADDING = "adding"
    GROUPING = "grouping"
    INDEXING = "indexing"


@dataclass(frozen=True, slots=True)
class Progress:
    """How many articles are ``done``, ``of`` how many (None: nobody knows), and the name of what is being read.

    ``over`` tells that the work has ended, finished or not.
    """

    doing: Doing
    done: int = 0
    of: int | None = None
    name: str = ""
    over: bool = False
