"""Breaking a text into lines by the cells it takes on a terminal, and making foreign characters harmless to show."""

from __future__ import annotations

import re
from typing import NamedTuple

from rich.cells import cell_len

# Control characters, marks that reorder a line, and separators that a terminal may act on. Each is shown as one
# replacement character, so that offsets stay what they are. Joiners stay: emoji need them.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\udc80-\udcff]"
)
_JOINER = "\u200d"
_VARIATION = "\ufe0f"


def harmless(text: str) -> str:
    """Return ``text``, equally long, with nothing in it that a terminal would obey."""
    return _HARMFUL.sub("\ufffd", text).replace("\t", " ")


def one_line(text: str) -> str:
    """Return ``text`` harmless and on one line, equally long."""
    return harmless(text).replace("\n", " ")


class Line(NamedTuple):
    """A displayed line: ``[start, end)`` in the text."""

    start: int
    end: int


def wrap(text: str, width: int) -> list[Line]:
    """Break ``text`` at its line ends and, where a line is wider than ``width`` cells, between words.

    A word wider than a line is cut, never inside a cluster of combined characters. Blank stretches at a break belong
    to no line. Time is linear in the text.
    """
    width = max(2, width)
    lines: list[Line] = []
    start = 0
    while True:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start <= width and text[start:end].isascii():
            lines.append(Line(start, end))
        else:
            _wrap_paragraph(text, start, end, width, lines)
        if end == len(text):
            return lines
        start = end + 1


def _wrap_paragraph(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    paragraph = text[start:end]
    if paragraph.isascii() or all(cell_len(letter) == 1 for letter in set(paragraph)):
        _wrap_narrow(text, start, end, width, lines)
    else:
        _wrap_wide(text, start, end, width, lines)


def _wrap_narrow(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    """Break a stretch in which every character takes one cell."""
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:
            cut = start + width
        lines.append(Line(start, cut))
        start = _past_blanks(text, cut, end)
    if start < end or not lines or lines[-1].end < start:
        lines.append(Line(start, end))


def _past_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start] == " ":
        start += 1
    return start


def _wrap_wide(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    """Break a stretch in which characters take no, one or two cells."""
    line_start = start
    used = 0
    last_space = -1
    used_to_space = 0
    for cluster_start, cluster_end in clusters(text, start, end):
        cluster = text[cluster_start:cluster_end]
        cells = cell_len(cluster)
        # Twice where what follows the last blank is still too wide together with a wide character.
        while used + cells > width and cluster_start > line_start:
            if cluster == " " or last_space <= line_start:
                cut, used = cluster_start, 0
            else:
                cut, used = last_space, used - used_to_space
            lines.append(Line(line_start, cut))
            line_start = _past_blanks(text, cut, end)
            last_space = -1
        if cluster == " " and cluster_start < line_start:
            continue
        used += cells
        if cluster == " ":
            last_space, used_to_space = cluster_start, used
        elif cells > 1:
            # A line may also be broken after a wide (CJK) character.
            last_space, used_to_space = cluster_end, used
    lines.append(Line(line_start, end))


def clusters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of ``text[start:end]`` that are shown as one: a base and what combines with it."""
    found: list[tuple[int, int]] = []
    position = start
    while position < end:
        cluster_end = position + 1
        while cluster_end < end and _extends(text, cluster_end):
            cluster_end += 1
        found.append((position, cluster_end))
        position = cluster_end
    return found


def _extends(text: str, position: int) -> bool:
    character = text[position]
    if character.isascii():
        return False
    return text[position - 1] == _JOINER or character in {_JOINER, _VARIATION} or cell_len(character) == 0


def cells_before(text: str, start: int, offset: int) -> int:
    """Return how many cells ``text[start:offset]`` takes."""
    return cell_len(text[start:offset])


def offset_at(text: str, line: Line, cell: int) -> int:
    """Return the offset of what is shown at ``cell`` of a line, its end when the line is shorter."""
    used = 0
    for cluster_start, cluster_end in clusters(text, line.start, line.end):
        used += cell_len(text[cluster_start:cluster_end])
        if used > cell:
            return cluster_start
    return line.end


def cut(text: str, width: int) -> str:
    """Return ``text`` in at most ``width`` cells, with an ellipsis where something was left out."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    kept: list[str] = []
    used = 0
    for start, end in clusters(text, 0, len(text)):
        used += cell_len(text[start:end])
        if used > width - 1:
            break
        kept.append(text[start:end])
    return "".join(kept).rstrip() + "…"
