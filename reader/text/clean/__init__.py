"""Cleaning: scraped text in, the article out, with what was removed and the way back to the raw text.

``RULES`` is the whole of it, in order: each rule has a name, looks at the draft, and marks lines or stretches. Losing a
word of the article is the worse error: a rule that can't tell leaves the line where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.clean.assemble import assemble
from reader.text.clean.cards import hover_cards
from reader.text.clean.draft import Draft, Rule
from reader.text.clean.ending import author_blurb, comments, links
from reader.text.clean.furniture import line_rules
from reader.text.clean.glued import glued_ad_marker, glued_label
from reader.text.clean.heading import byline, caption_in_head, page_date, page_title, repeated_title, translation_banner
from reader.text.clean.repeated import known_repeated, line_key, pasted_twice, repeated_lines
from reader.text.clean.shouting import shouted_promotion
from reader.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.model import CleanText

__all__ = ["RULES", "clean", "repeated_lines"]

RULES = (
    Rule("translation banner", translation_banner),
    Rule("caption in head", caption_in_head),
    Rule("line rules", line_rules),
    Rule("repeated title", repeated_title),
    Rule("comments", comments),
    Rule("links", links),
    Rule("known repeated lines", known_repeated),
    Rule("shouted promotion", shouted_promotion),
    Rule("byline", byline),
    Rule("page date", page_date),
    Rule("author blurb", author_blurb),
    Rule("page title", page_title),
    Rule("pasted twice", pasted_twice),
    Rule("hover card", hover_cards),
    Rule("glued ad marker", glued_ad_marker),
    Rule("glued label", glued_label),
)


def clean(raw: str, *, repeated: Collection[str] = ()) -> CleanText:
    """Return the article in ``raw``; ``repeated`` are lines known to recur across this outlet's articles."""
    normalised = normalise(raw)
    draft = Draft(normalised.text, repeated=frozenset(map(line_key, repeated)))
    for rule in RULES:
        rule.apply(draft)
    return assemble(draft, normalised.offsets)
