"""Every action that the desk knows: its keys do what it says, help and palette name it, and no key is silent."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, NamedTuple

import pytest

from reader.config import Config
from reader.index import open_index
from reader.ingest import open_reader
from reader.library import Library
from reader.storage import SqliteFlagLog, SqliteStore
from reader.tui.actions import ACTIONS, DESK, Action, Where, on
from reader.tui.app import Desk
from reader.tui.keymap import SCREENS, shown
from reader.tui.remembered import PLACE
from reader.tui.screens.compare import Compare
from reader.tui.screens.help import Help
from reader.tui.widgets.prompt import Prompt
from reader.wiring import open_library
from tests.tui.driving import Driver, driving
from tests.tui.ferry import JUNK, span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Case(NamedTuple):
    """What is true after an action's key, and was not true before it; ``after`` are the keys pressed to get there."""

    after: tuple[str, ...]
    becomes_so: Callable[[Driver], bool]


def _asked(person: Driver) -> str:
    return person.desk.query_one(Prompt).purpose if person.desk.asking else ""


def _screen(person: Driver) -> str:
    return type(person.app.screen).__name__


def _columns(person: Driver) -> Compare:
    assert isinstance(person.app.screen, Compare)
    return person.app.screen


def _outlets(person: Driver) -> list[str]:
    return [column.article.id for column in _columns(person).columns if column.article]


def _flags(person: Driver) -> int:
    return len(person.desk.opened.flags) if person.desk.opened else 0


def _remembers(person: Driver) -> bool:
    return person.desk.library is not None and person.desk.library.recall(PLACE) is not None


_SEARCHED = ("slash", *"lifeboat", "enter")
_FOUND = ("2", "ctrl+f", *"carrow", "enter")
_LAST = span("courier", "About 300 people").start
_SECOND = span("courier", "All passengers").start
_CALM = span("courier", "The sea was calm").start

CASES = {
    "open": Case(("4",), lambda person: "48 people / around 50" in person.card),
    "search": Case((), lambda person: _asked(person) == "search"),
    "flag": Case(("4",), lambda person: _screen(person) == "FlagMenu"),
    "compare": Case((), lambda person: _screen(person) == "Compare"),
    "matrix": Case((), lambda person: _screen(person) == "Matrix"),
    "down": Case(("4",), lambda person: person.desk.facts.cursor == 1),
    "up": Case(("4", "j"), lambda person: person.desk.facts.cursor == 0),
    "half-down": Case(("2",), lambda person: _CALM < person.desk.text.cursor < _LAST),
    "half-up": Case(("2", "G"), lambda person: 0 < person.desk.text.cursor < _CALM),
    "page-down": Case(("2",), lambda person: person.desk.text.cursor > _LAST),
    "page-up": Case(("2", "G"), lambda person: person.desk.text.cursor == 0),
    "top": Case(("4", "G"), lambda person: person.desk.facts.cursor == 0),
    "end": Case(("4",), lambda person: person.desk.facts.cursor == 4),
    "sentence-next": Case(("2",), lambda person: person.desk.text.cursor == _SECOND),
    "sentence-previous": Case(("2", "l", "l"), lambda person: person.desk.text.cursor == _SECOND),
    "article-next": Case(("4",), lambda person: person.desk.shown == "post"),
    "article-previous": Case(("4", "J"), lambda person: person.desk.shown == "courier"),
    "quotation-next": Case(("2",), lambda person: person.desk.text.cursor == _CALM),
    "quotation-previous": Case(
        ("2", "right_square_bracket", "right_square_bracket"), lambda person: person.desk.text.cursor == _CALM
    ),
    "fact-next": Case((), lambda person: "inspected" in person.card),
    "fact-previous": Case(
        ("right_curly_bracket", "right_curly_bracket"), lambda person: "dates differ: March / May" in person.card
    ),
    "unchecked-next": Case(("4", "f", "v"), lambda person: person.desk.facts.cursor == 1),
    "find": Case(("2",), lambda person: _asked(person) == "find"),
    "hit-next": Case(_FOUND, lambda person: person.desk.hit_place == 1),
    "hit-previous": Case((*_FOUND, "n"), lambda person: person.desk.hit_place == 0),
    "flag-again": Case(("4", "f", "d", "j"), lambda person: _flags(person) == 2),
    "note": Case(("4",), lambda person: _asked(person) == "note"),
    "evidence": Case(("4",), lambda person: _screen(person) == "EvidenceForm"),
    "history": Case(("4", "f", "d"), lambda person: _screen(person) == "History"),
    "tag": Case((), lambda person: _asked(person) == "tag"),
    "like": Case((), lambda person: "Like · Ferry runs" in person.screen),
    "search-save": Case(_SEARCHED, lambda person: _asked(person) == "save search"),
    "undo": Case(("4", "f", "d"), lambda person: _flags(person) == 0),
    "redo": Case(("4", "f", "d", "u"), lambda person: _flags(person) == 1),
    "copy": Case(("4",), lambda person: "— The Carrow Courier" in person.app.clipboard),
    "link": Case((), lambda person: "opened https://courier.example/ferry" in person.foot),
    "pane-articles": Case(("4",), lambda person: person.desk.where is Where.ARTICLES),
    "pane-text": Case((), lambda person: person.desk.where is Where.TEXT),
    "pane-quotations": Case((), lambda person: person.desk.where is Where.QUOTATIONS),
    "pane-facts": Case((), lambda person: person.desk.where is Where.FACTS),
    "pane-next": Case((), lambda person: person.desk.where is Where.TEXT),
    "pane-previous": Case((), lambda person: person.desk.where is Where.FACTS),
    "zoom": Case(("4",), lambda person: person.desk.facts.size.width > 110),
    "wider": Case((), lambda person: person.desk.articles.outer_size.width == 30),
    "narrower": Case((), lambda person: person.desk.articles.outer_size.width == 26),
    "taller": Case(("3",), lambda person: person.desk.quotations.outer_size.height == 15),
    "shorter": Case(("3",), lambda person: person.desk.quotations.outer_size.height == 13),
    "removed": Case(("2",), lambda person: JUNK in person.screen),
    "numbers": Case(("2",), lambda person: any(" 5 " in line and "Ferries" in line for line in person.lines)),
    "add": Case((), lambda person: _asked(person) == "add"),
    "export": Case((), lambda person: _asked(person) == "export"),
    "paste": Case((), lambda person: "nothing on the clipboard that is told here" in person.foot),
    "refresh": Case((), lambda person: "the library was read anew" in person.foot),
    "story": Case((), lambda person: _asked(person) == "story"),
    "versions": Case((), lambda person: "one version only" in person.foot),
    "palette": Case((), lambda person: "Search for commands" in person.screen),
    "theme": Case((), lambda person: "Search for themes" in person.screen),
    # There is no shell under a test to go to; what is done before going there is seen.
    "suspend": Case((), lambda person: _remembers(person) and "no shell here" in person.foot),
    "column-next": Case(("c",), lambda person: _columns(person).columns[1].has_focus),
    "column-previous": Case(("c", "tab"), lambda person: _columns(person).columns[0].has_focus),
    # Three outlets have room: that others come into view is seen among those of a story that has more.
    "outlets-right": Case(("m",), lambda person: "no outlet further right" in person.foot),
    "outlets-left": Case(("m",), lambda person: "no outlet further left" in person.foot),
    "column-more": Case(("c", "minus"), lambda person: len(_outlets(person)) == 3),
    "column-fewer": Case(("c",), lambda person: len(_outlets(person)) == 2),
    "outlet-next": Case(("c", "minus"), lambda person: _outlets(person)[0] == "courier"),
    "outlet-previous": Case(("c", "minus"), lambda person: _outlets(person)[0] == "courier"),
    "apart": Case(("c",), lambda person: "apart" in person.foot and not _columns(person).together),
    "back": Case(("4", "enter"), lambda person: not person.card),
    "quit": Case((), lambda person: person.app._exit),
    "help": Case((), lambda person: _screen(person) == "Help"),
}


def test_there_is_a_case_for_every_action_and_for_nothing_else() -> None:
    assert set(CASES) == {action.id for action in ACTIONS}


@pytest.fixture(autouse=True)
def _no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webbrowser.open", lambda *_, **__: True)


@pytest.mark.parametrize("action", ACTIONS, ids=[action.id for action in ACTIONS])
async def test_the_key_of_every_action_does_what_it_says(tmp_path: Path, action: Action) -> None:
    case = CASES[action.id]
    async with driving(tmp_path) as person:
        await person.press(*case.after)
        assert not case.becomes_so(person)
        await person.press(action.keys.split(",")[0])
        await person.until(lambda: case.becomes_so(person))


def _lines(where: Where) -> str:
    """Return the help of a place as one line, however it was broken."""
    lines = Help(where, {}).lines_for(200)
    return "\n".join("".join(piece.text for piece in line) for line in lines)


@pytest.mark.parametrize("where", Where)
def test_the_help_of_every_place_names_every_action_there_with_its_keys(where: Where) -> None:
    told = {" ".join(line.split()) for line in _lines(where).splitlines()}
    assert {f"{shown(action.keys)} {action.says}" for action in on(where)} <= told


@pytest.mark.parametrize(("keys", "places"), [((), DESK), (("c",), SCREENS[1]), (("m",), SCREENS[2])])
async def test_the_palette_of_every_screen_names_every_action_there_with_its_keys(
    tmp_path: Path, keys: tuple[str, ...], places: tuple[Where, ...]
) -> None:
    async with driving(tmp_path) as person:
        await person.press(*keys)
        offered = {
            (command.title.casefold(), command.help) for command in person.app.get_system_commands(person.app.screen)
        }
        wanted = {
            (f"{action.says} · {action.id}".casefold(), shown(action.keys))
            for action in on(*places)
            if action.id != "palette"
        }
        assert offered == wanted


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a library of the seed articles, read once for all of these tests."""
    folder = tmp_path_factory.mktemp("seeds")
    library = open_library(Config(folder, "Ada"))
    for report in library.add_seeds():
        assert report.article
    library.checklist(library.stories()[0].id)
    library.close()
    return folder


def _opener(folder: Path) -> Callable[[], Library]:
    return lambda: open_library(Config(folder, "Ada"))


async def _go_to(person: Driver, where: Where) -> None:
    """Give everything back with Escape, however much was opened, and go to a place where there is more both ways."""
    while person.app.screen is not person.desk or person.desk.asking or person.desk.results is not None:
        await person.press("escape")
    await person.pilot.press("escape", "escape", "4", "g", "j", "j")
    await person.press(*_WAYS[where])


_WAYS: dict[Where, tuple[str, ...]] = {
    Where.ARTICLES: ("1", "G", "K"),
    Where.TEXT: ("2", "g", "ctrl+d"),
    Where.QUOTATIONS: ("3", "g", "j", "j"),
    Where.FACTS: (),
    Where.COMPARE: ("c", "j", "j"),
    Where.MATRIX: ("m",),
}


# What has no effect: the pane that has the keys already, and Escape where nothing is open.
_IDLE = {
    Where.ARTICLES: {"pane-articles", "back"},
    Where.TEXT: {"pane-text", "back"},
    Where.QUOTATIONS: {"pane-quotations", "back"},
    Where.FACTS: {"pane-facts", "back"},
}
_TROUBLE = {"paste"}
"""What says in the colour of trouble that it can't be done here: there is no clipboard under a test."""


@pytest.mark.parametrize("where", Where)
async def test_no_key_of_any_screen_is_silent_or_harmful(seeds: Path, where: Where) -> None:
    silent = set()
    async with driving(seeds, open_library=_opener(seeds), size=(120, 30)) as person:
        for action in on(where):
            if action.id == "quit" and where in DESK:
                continue
            for key in action.keys.split(","):
                await _go_to(person, where)
                person.desk.status.tell("")
                before = _painted(person)
                await person.press(key.strip())
                if _painted(person) == before:
                    silent.add(action.id)
                assert person.app.is_running
                assert not person.desk.status.trouble or action.id in _TROUBLE, (action.id, person.foot)
    assert silent == _IDLE.get(where, set())


def _painted(person: Driver) -> list[object]:
    """Return all that is painted, colours too."""
    return [list(strip) for strip in person.app.screen._compositor.render_strips()]


async def test_every_key_is_harmless_in_a_library_without_articles(tmp_path: Path) -> None:
    app = Desk(lambda: _open_empty(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        person = Driver(app, pilot)
        await person.until_shown("no articles: a adds some")
        for pane in ("1", "2", "3", "4"):
            for action in on(*DESK):
                if action.id == "quit":
                    continue
                await person.press(pane, action.keys.split(",")[0])
                while app.screen is not app.desk or app.desk.asking:
                    await person.press("escape")
                assert not app.desk.status.trouble or action.id in _TROUBLE, (action.id, person.foot)
        await person.press("1")
        assert "no articles: a adds some" in person.screen
        assert app.desk.library is not None
        app.desk.library.close()


def _open_empty(folder: Path) -> Library:
    """Open a library that no articles come with."""
    store = SqliteStore(folder / "library.db")
    nothing = folder / "no seeds"
    nothing.mkdir()
    return Library(
        store,
        SqliteFlagLog(folder / "flags.db"),
        open_reader,
        lambda: open_index(folder / "index", store),
        person="Ada",
        seeds=lambda: nullcontext(nothing),
    )
