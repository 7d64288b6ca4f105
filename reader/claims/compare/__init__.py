"""Compare two assertions: whether they assert the same thing, how much, and in what they differ.

``compare(a, b)``           two sentences
``features(text, ...)``     what comparing needs of one assertion, computed once: a ``Side``
``compare_sides(a, b)``     the same as ``compare``, of sides
``differences(a, b)``       only the typed differences, for sides that are known to assert the same thing

The words come from tables and grammars, no model is asked: terms weighted by general frequency, synonyms, opposites,
the names of countries, quantities, dates, negations and hedges.
"""

from reader.claims.compare.relation import compare, compare_sides
from reader.claims.compare.side import Side, features
from reader.claims.compare.slots import differences

__all__ = ["Side", "compare", "compare_sides", "differences", "features"]
