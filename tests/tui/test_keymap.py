"""Keys: what a person may remap, and what is refused with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.config import Config
from reader.errors import ConfigError
from reader.tui import keymap
from reader.tui.actions import ACTIONS
from tests.tui.driving import driving

if TYPE_CHECKING:
    from pathlib import Path


def _config(folder: Path, keys: str) -> Config:
    path = folder / "config.toml"
    path.write_text(f'person = "Ada"\n\n[keys]\n{keys}', encoding="utf-8")
    pairs = (line.split(" = ") for line in keys.splitlines())
    return Config(folder, "Ada", keys={name.strip('"'): key.strip('"') for name, key in pairs}, path=path)


def test_every_action_has_an_id_of_its_own() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


def test_the_keys_as_they_come_are_not_doubled() -> None:
    assert keymap.check({}, "config.toml", {}) == {}


def test_keys_of_the_settings_are_taken(tmp_path: Path) -> None:
    config = _config(tmp_path, 'flag = "ctrl+g"\n"matrix" = "X,f2"\n')
    assert keymap.from_config(config) == {"flag": "ctrl+g", "matrix": "X,f2"}


def test_a_key_that_was_given_up_may_be_given_to_another(tmp_path: Path) -> None:
    config = _config(tmp_path, 'flag = "m"\nmatrix = "f"\n')
    assert keymap.from_config(config) == {"flag": "m", "matrix": "f"}


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ('flag = "F9"\nfly = "x"\n', "config.toml:5: there is no action 'fly'"),
        ('flag = "ctrl+nonsense"\n', "config.toml:4: there is no key 'ctrl+nonsense'"),
        ('flag = "hyper+x"\n', "config.toml:4: there is no key 'hyper+x'"),
        ('copy = "y"\nflag = "m"\n', "config.toml:5: the key 'm' of flag is taken by matrix"),
        ('flag = ""\n', "config.toml:4: there is no key ''"),
    ],
)
def test_what_cannot_be_honoured_is_refused_with_file_and_line(tmp_path: Path, keys: str, says: str) -> None:
    with pytest.raises(ConfigError) as refused:
        keymap.from_config(_config(tmp_path, keys.replace("F9", "f9")))
    assert says in str(refused.value)


def test_settings_without_a_file_have_no_keys(tmp_path: Path) -> None:
    assert keymap.from_config(Config(tmp_path, "Ada")) == {}


def test_keys_are_shown_as_they_stand_on_the_keyboard() -> None:
    assert keymap.shown("slash") == "/"
    assert keymap.shown("j,down") == "j ↓"
    assert keymap.shown("ctrl+right_square_bracket") == "ctrl+]"
    assert keymap.shown("+") == "+"


async def test_a_remapped_key_works_and_is_shown(tmp_path: Path) -> None:
    async with driving(tmp_path, keys={"matrix": "X", "flag": "ctrl+g"}) as person:
        await person.press("4")
        assert "X matrix" in person.foot
        assert "ctrl+g flag" in person.foot
        await person.press("m")
        assert person.app.screen is person.desk
        await person.press("X")
        assert person.app.screen is not person.desk
        await person.press("X")
        assert person.app.screen is person.desk
