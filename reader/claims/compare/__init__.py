"""Compare two assertions: whether they assert the same thing, how much, and in what they differ.

``compare(a, b)``           two sentences
``features(text, ...)``     what comparing needs of one assertion, computed once: a ``Side``
``compare_sides(a, b)``     the same as ``compare``, of sides
``differences(a, b)``       only the typed differences, for sides that are known to assert the same thing
``overlap(a, b)``           what share of each side's terms the other side has
``treatment(claim, side)``  what a sentence that is about a claim does with it: asserts, passes on or denies it
``stance(claim, text)``     the same of a whole text, which may not have the claim at all

The words come from tables and grammars, no model is asked: terms weighted by general frequency, synonyms, phrases,
opposites, the names of countries, quantities, dates, negations and hedges.
"""

from reader.claims.compare.overlap import overlap
from reader.claims.compare.relation import compare, compare_sides
from reader.claims.compare.side import Side, features
from reader.claims.compare.slots import differences
from reader.claims.compare.stance import Treatment, stance, treatment

__all__ = [
    "Side",
    "Treatment",
    "compare",
    "compare_sides",
    "differences",
    "features",
    "overlap",
    "stance",
    "treatment",
]
