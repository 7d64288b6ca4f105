"""Fragments of HTML, as feeds and dumps carry them, to plain paragraphs."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_TAG = re.compile(r"<[a-zA-Z/!?]")
_BLOCKS = frozenset(
    """p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote pre tr table section article figure figcaption header footer
    hr dt dd aside""".split()
)
_UNSEEN = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "head", "form"})


@cache
def _parser() -> object:
    """Return lxml's HTML parser, without network and with bounds; lxml is loaded at the first fragment."""
    from lxml import etree  # noqa: PLC0415 - see above

    return etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)


def plain(fragment: str) -> str:
    """Return the words of an HTML fragment, a paragraph a line; a text without tags is only unescaped."""
    if not _TAG.search(fragment):
        return unescape(fragment).strip()
    from lxml import etree  # noqa: PLC0415 - as in _parser

    try:
        root = etree.fromstring(f"<div>{fragment}</div>", _parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    if root is None:
        return ""
    lines = (" ".join(line.split()) for line in "".join(_words(root)).split("\n"))
    return "\n".join(line for line in lines if line)


def _words(root: _Element) -> Iterator[str]:
    """Yield what a reader sees of an element, with a line break at both ends of each block."""
    from lxml import etree  # noqa: PLC0415 - as in _parser

    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield "\n"
        if event == "start":
            if element.tag not in _UNSEEN:
                yield _flat(element.text or "")
        else:
            yield _flat(element.tail or "")


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")
