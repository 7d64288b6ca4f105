"""The keys as Textual binds them, as a person reads them, and as a person may remap them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.keys import KEY_ALIASES, Keys

from reader.errors import ConfigError
from reader.tui.actions import ACTIONS, DESK, Where, on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.config import Config
    from reader.tui.actions import Action


KEYS = {action.id: action.keys for action in ACTIONS}
# Keys are handed out per screen: the same key may mean one thing on the desk and another in the comparison.
SCREENS = (DESK, (Where.COMPARE,), (Where.MATRIX,))


def bindings(*places: Where) -> list[Binding]:
    """Return the actions of these places as Textual's bindings; by their ids a keymap can replace their keys.

    They have priority: the next key is looked at when the action of the last one is done, so that what is typed
    faster than the screen follows goes where it is meant to.
    """
    return [
        Binding(action.keys, action.action, action.says, show=False, priority=True, id=action.id)
        for action in on(*places)
    ]


_NAMED = {str(key.value) for key in Keys} | {alias for aliases in KEY_ALIASES.values() for alias in aliases}
_SHOWN = {
    "slash": "/", "question_mark": "?", "right_square_bracket": "]", "left_square_bracket": "[",
    "right_curly_bracket": "}", "left_curly_bracket": "{", "greater_than_sign": ">", "less_than_sign": "<",
    "plus": "+", "minus": "-", "number_sign": "#", "full_stop": ".", "escape": "Esc", "enter": "Enter", "tab": "Tab",
    "space": "Space", "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp",
    "home": "Home", "end": "End",
}  # fmt: skip


def shown(keys: str) -> str:
    """Return keys as a person reads them: ``j ↓``."""
    return " ".join(_shown(key.strip()) for key in keys.split(","))


def _shown(key: str) -> str:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    return "+".join([*modifiers, _SHOWN.get(last, last)])


def check(keymap: Mapping[str, str], path: str, lines: Mapping[str, int]) -> dict[str, str]:
    """Return a person's keymap if it can be honoured.

    ``keymap`` maps ids of actions to keys (several with commas), ``lines`` their lines in the file at ``path``. An
    unknown action or key, or a key that two actions would have, raises ``ConfigError`` with file and line.
    """
    for name, keys in keymap.items():
        if name not in KEYS:
            raise ConfigError(path, lines.get(name), f"there is no action {name!r}; newsreader keys lists them")
        for key in keys.split(","):
            if not _is_key(key.strip()):
                raise ConfigError(path, lines.get(name), f"there is no key {key.strip()!r} (for {name})")
    for screen in SCREENS:
        _check_doubled(on(*screen), keymap, path, lines)
    return dict(keymap)


def _check_doubled(actions: Sequence[Action], keymap: Mapping[str, str], path: str, lines: Mapping[str, int]) -> None:
    taken: dict[str, str] = {}
    for action in sorted(actions, key=lambda action: action.id in keymap):
        for key in keymap.get(action.id, action.keys).split(","):
            owner = taken.setdefault(_canonical(key.strip()), action.id)
            if owner != action.id:
                line = lines.get(action.id, lines.get(owner))
                raise ConfigError(path, line, f"the key {key.strip()!r} of {action.id} is taken by {owner}")


def _canonical(key: str) -> str:
    return {shown: name for name, shown in _SHOWN.items()}.get(key, key)


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    known = len(last) == 1 or last in _NAMED or last in _SHOWN
    return bool(last) and known and all(modifier in {"ctrl", "shift", "alt", "super"} for modifier in modifiers)


def from_config(config: Config) -> dict[str, str]:
    """Return the keymap of the settings if it can be honoured; raise ``ConfigError`` with file and line."""
    if not config.keys or config.path is None:
        return check(config.keys, str(config.path or "config.toml"), {})
    lines: dict[str, int] = {}
    in_keys = False
    for number, line in enumerate(config.path.read_text(encoding="utf-8").splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            in_keys = stripped.split("#")[0].strip() == "[keys]"
        elif in_keys:
            lines.setdefault(stripped.partition("=")[0].strip().strip("\"'"), number)
    return check(config.keys, str(config.path), lines)
