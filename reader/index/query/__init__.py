"""The query language: text in, a tree of frozen nodes and perhaps one line about what was not understood, out. Pure.

::

    annex valley          articles with all the words, in any form (annexes, annexed); the typed form first
    "serious mistake"     exactly these words in this order; a closing mark may be missing
    -plan   NOT plan      articles without it
    bridge OR tunnel      either; ( ) group
    hosp*                 words that begin so, from two letters on
    "annex valley"~5      at most five words apart, in any order; the same as near:"annex valley"~5
    4 billion             also finds 4,000,000,000 and $4bn, and the other way round
    title: text: quote: speaker: cue:     in the title, the text, somebody's words; who said it; the reporting verb
    outlet:fox  outlet:"The Hill"  outlet:(fox OR hill)  lang:es
    date:2019-09  date:>=2019-09-14  date:2019-09-01..2019-09-14  date:"last week"  date:today
    story:"jordan valley"                 by words of its title
    is:flagged  is:unchecked  status:checked  verdict:disputed  has:quote  has:conflict
"""

from reader.index.query.parse import Parsed, parse

__all__ = ["Parsed", "parse"]
