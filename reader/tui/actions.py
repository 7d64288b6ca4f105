"""Every action of the desk: its id, its keys, and the words for the hints, the help and the palette."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Where(StrEnum):
    """Where an action is possible."""

    ARTICLES = "articles"
    TEXT = "text"
    QUOTATIONS = "quotations"
    FACTS = "facts"
    COMPARE = "compare"
    MATRIX = "matrix"


class Action(NamedTuple):
    """One thing the desk can do.

    ``hint`` is a word for the foot of the screen, "" when it is not shown there;
    without ``where`` it is possible in all four panes of the desk.
    """

    id: str
    keys: str
    action: str
    says: str
    hint: str = ""
    where: tuple[Where, ...] = (Where.ARTICLES, Where.TEXT, Where.QUOTATIONS, Where.FACTS)


DESK = (Where.ARTICLES, Where.TEXT, Where.QUOTATIONS, Where.FACTS)
_MOVING = (*DESK, Where.COMPARE, Where.MATRIX)
_MARKABLE = (Where.TEXT, Where.QUOTATIONS, Where.FACTS, Where.ARTICLES)

ACTIONS: tuple[Action, ...] = (
    # What the comparison alone can do is first: its foot begins with it.
    Action("outlet-next", "J", "outlet(1)", "the next outlet into this column", "outlet", (Where.COMPARE,)),
    Action("outlet-previous", "K", "outlet(-1)", "the outlet before into this column", "", (Where.COMPARE,)),
    Action("column-more", "plus", "more", "one column more", "column", (Where.COMPARE,)),
    Action("column-fewer", "minus", "fewer", "one column fewer: this one goes", "", (Where.COMPARE,)),
    Action("column-next", "tab", "column(1)", "the next column", "", (Where.COMPARE,)),
    Action("column-previous", "shift+tab", "column(-1)", "the column before", "", (Where.COMPARE,)),
    Action("open", "enter", "open", "open it; again: its words in the next outlet", "open", _MOVING),
    Action("search", "slash", "search", "search the library as you type", "search"),
    Action("flag", "f", "flag", "flag the fact, quotation or sentence under the cursor", "flag", _MARKABLE),
    Action("compare", "c", "compare", "outlets side by side; again: back", "compare", (*DESK, Where.COMPARE)),
    Action("matrix", "m", "matrix", "facts × outlets at a glance; again: back", "matrix", (*DESK, Where.MATRIX)),
    Action("down", "j,down", "move(1)", "one line down", "", _MOVING),
    Action("up", "k,up", "move(-1)", "one line up", "", _MOVING),
    Action("half-down", "ctrl+d", "move_page(0.5)", "half a page down", "", _MOVING),
    Action("half-up", "ctrl+u", "move_page(-0.5)", "half a page up", "", _MOVING),
    Action("page-down", "space,pagedown", "move_page(1.0)", "a page down", "", _MOVING),
    Action("page-up", "shift+space,pageup,b", "move_page(-1.0)", "a page up", "", _MOVING),
    Action("top", "g,home", "edge(False)", "to the top", "", _MOVING),
    Action("end", "G,end", "edge(True)", "to the end", "", _MOVING),
    Action("sentence-next", "l,right", "sentence(1)", "next sentence", "", (Where.TEXT,)),
    Action("sentence-previous", "h,left", "sentence(-1)", "previous sentence", "", (Where.TEXT,)),
    Action("outlets-right", "l,right", "outlets(1)", "the outlets to the right", "", (Where.MATRIX,)),
    Action("outlets-left", "h,left", "outlets(-1)", "the outlets to the left", "", (Where.MATRIX,)),
    Action("article-next", "J", "article(1)", "next article, from any pane"),
    Action("article-previous", "K", "article(-1)", "previous article, from any pane"),
    Action("quotation-next", "right_square_bracket", "quotation(1)", "next quotation"),
    Action("quotation-previous", "left_square_bracket", "quotation(-1)", "previous quotation"),
    Action("fact-next", "right_curly_bracket", "fact(1)", "next fact", "", (*DESK, Where.COMPARE)),
    Action("fact-previous", "left_curly_bracket", "fact(-1)", "previous fact", "", (*DESK, Where.COMPARE)),
    Action(
        "unchecked-next", "full_stop", "unchecked", "next fact that is not checked", "next unchecked", (Where.FACTS,)
    ),
    Action("find", "ctrl+f", "find", "find in this article", "", (Where.TEXT,)),
    Action("hit-next", "n", "hit(1)", "next hit, on into the next article"),
    Action("hit-previous", "N", "hit(-1)", "previous hit"),
    Action("flag-again", "F", "flag_again", "the last flag once more", "", _MARKABLE),
    Action("note", "i", "note", "write a note", "note", _MARKABLE),
    Action("evidence", "E", "evidence", "add evidence: address or citation, words, when seen", "", _MARKABLE),
    Action("history", "H", "history", "what was said of this, by whom and when", "", _MARKABLE),
    Action("tag", "t", "tag", "tag the article, or all of the story: your own words for it", "tag", _MARKABLE),
    Action("like", "M", "like", "more articles like this one"),
    Action("search-save", "S", "save_search", "save the search that is shown, under a name"),
    Action("undo", "u", "undo", "take back the last flag", "undo"),
    Action("redo", "U", "redo", "flag again what was taken back"),
    Action("copy", "y", "copy", "copy the selection or what is under the cursor, with its citation"),
    Action("link", "o", "link", "open the article's address"),
    Action("pane-articles", "1", "pane('articles')", "the articles"),
    Action("pane-text", "2", "pane('text')", "the text"),
    Action("pane-quotations", "3", "pane('quotations')", "the quotations"),
    Action("pane-facts", "4", "pane('facts')", "the facts"),
    Action("pane-next", "tab", "pane_step(1)", "the next pane"),
    Action("pane-previous", "shift+tab", "pane_step(-1)", "the pane before"),
    Action("zoom", "z", "zoom", "this pane alone, and back"),
    Action("wider", "greater_than_sign", "resize(2, 0)", "make this column wider"),
    Action("narrower", "less_than_sign", "resize(-2, 0)", "make this column narrower"),
    Action("taller", "plus", "resize(0, 1)", "make this pane taller"),
    Action("shorter", "minus", "resize(0, -1)", "make this pane shorter"),
    Action("removed", "x", "removed", "show what was removed from the text", "", (Where.TEXT,)),
    Action("numbers", "number_sign", "numbers", "number the paragraphs", "", (Where.TEXT,)),
    Action("add", "a", "add", "add files, folders or addresses"),
    Action("export", "e", "export", "write this story to a file"),
    Action("paste", "P", "paste", "add the text, files or addresses on the clipboard"),
    Action("refresh", "R", "refresh", "ask the feeds for what is new"),
    Action("story", "s", "story", "this story: join another, split the article off, pin"),
    Action("versions", "v", "versions", "what changed between the article's versions"),
    Action("palette", "ctrl+p", "palette", "every action by name", "", _MOVING),
    Action("theme", "ctrl+t", "theme", "choose a theme"),
    Action("suspend", "ctrl+z", "suspend", "to the shell; fg comes back"),
    Action("apart", "s", "apart", "scroll together, or each alone", "together/apart", (Where.COMPARE,)),
    Action("back", "escape", "back", "back: close the card, end the search, stop adding", "", _MOVING),
    Action("quit", "q", "quit", "leave, or back to the desk", "", _MOVING),
    Action("help", "question_mark", "help", "the keys of this pane", "help", _MOVING),
)


def on(*places: Where) -> list[Action]:
    """Return the actions that are possible in one of these places."""
    return [action for action in ACTIONS if any(place in action.where for place in places)]
