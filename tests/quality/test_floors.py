"""No figure may fall under its floor. Needs the labelled data: NEWSREADER_EVAL names its folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.quality.harness import figures, floors, score_modules

_EVAL = os.environ.get("NEWSREADER_EVAL", "")
_MODULES = {module.name: module for module in score_modules()}


def test_every_floor_belongs_to_a_score_module() -> None:
    assert {floor.split(".")[0] for floor in floors()} <= set(_MODULES)


@pytest.mark.skipif(not _EVAL, reason="NEWSREADER_EVAL names no folder of labelled data: the scores were not measured")
@pytest.mark.parametrize("name", sorted(_MODULES))
def test_no_figure_has_fallen_under_its_floor(name: str) -> None:
    module = _MODULES[name]
    root = Path(_EVAL)
    if not (root / module.data_folder).is_dir():
        pytest.skip(f"there is no {root / module.data_folder}")
    wanted = {figure: floor for figure, floor in floors().items() if figure.startswith(f"{name}.")}
    if not wanted:
        pytest.skip(f"{name} has no floors yet")
    reached = figures(module, root)
    fallen = {
        figure: (reached.get(figure), floor) for figure, floor in wanted.items() if reached.get(figure, -1) < floor
    }
    assert not fallen, "figures under their floors (reached, floor)"
