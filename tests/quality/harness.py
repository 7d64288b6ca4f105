"""Finding the score modules and running those that were asked for."""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import tests.quality

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_SUFFIX = "_scores"
FLOORS = Path(__file__).with_name("floors.toml")


class ScoreModule(NamedTuple):
    """One ``X_scores.py``: its ``name`` is X, ``data_folder`` is what it reads under the root."""

    name: str
    data_folder: str
    scores: Callable[[Path], dict[str, float]]


def score_modules() -> list[ScoreModule]:
    """Return the score modules that exist, by name."""
    found = []
    for module_info in pkgutil.iter_modules(tests.quality.__path__):
        if module_info.name.endswith(_SUFFIX):
            module = importlib.import_module(f"tests.quality.{module_info.name}")
            name = module_info.name.removesuffix(_SUFFIX)
            found.append(ScoreModule(name, getattr(module, "FOLDER", name), module.scores))
    return sorted(found)


def chosen(names: Iterable[str], modules: Iterable[ScoreModule]) -> list[ScoreModule]:
    """Return the modules that ``names`` mean, by their own name or their data folder's; all when there are none."""
    wanted = set(names)
    return [module for module in modules if not wanted or wanted & {module.name, module.data_folder}]


def figures(module: ScoreModule, root: Path) -> dict[str, float]:
    """Return the module's figures, each named ``MODULE.figure`` whether or not the module wrote its own name."""
    prefix = f"{module.name}."
    return {
        figure if figure.startswith(prefix) else prefix + figure: value for figure, value in module.scores(root).items()
    }


def floors() -> dict[str, float]:
    """Return what each figure reached before, less a little. The file has one table a score module."""
    tables = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return {f"{name}.{figure}": float(floor) for name, table in tables.items() for figure, floor in table.items()}
