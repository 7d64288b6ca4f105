"""How far each rule can be trusted.

The figures are shares of right speakers by rule (the right name, or the right words where a speaker has no name),
measured on labelled news that the project does not ship: 603 articles of seven outlets, direct, mixed and indirect
quotations together. ``python -m tests.quality.quotes_scores DIR`` prints them anew. A rule that spoke fewer than twenty
times there has the figure of all such rules together.
"""

from __future__ import annotations

RARE = 0.77

CONFIDENCE: dict[str, float] = {
    "paraphrase: before the verb": 0.96,
    "same paragraph goes on": 0.97,
    "paraphrase: noun": 0.88,
    "frame right after: before the verb": 0.99,
    "paraphrase: pronoun": 0.89,
    "frame right after: pronoun": 0.96,
    "frame before in the sentence: before the verb": 0.96,
    "frame right after: after the verb": 0.98,
    "paraphrase: subject of the clause": 0.80,
    "frame before in the sentence: pronoun": 0.92,
    "paraphrase: before an apposition": 0.93,
    "frame right before: pronoun": 0.89,
    "frame right before: before the verb": 0.95,
    "frame before in the sentence: subject of the clause": 0.86,
    "frame before in the sentence: noun": 0.74,
    "frame right after: noun": 0.94,
    "frame before in the sentence: before an apposition": 0.94,
    "frame right before: subject of the clause": 0.79,
    "frame right before: noun": 0.63,
    "paraphrase: according to": 0.94,
    "subject of the sentence: subject of the clause": 0.63,
    "frame right after: before an apposition": 0.94,
    "paraphrase: before a colon": 0.81,
    "frame right before: before an apposition": 0.98,
    "paragraph before goes on": 0.90,
    "frame after a question: before the verb": 0.95,
    "runs on": 0.81,
    "paraphrase: role": 1.00,
    "paraphrase: before a phrase before the verb": 0.88,
    "paraphrase: after the verb": 1.00,
    "paraphrase: possessor": 0.72,
    "name and colon: before a colon": 0.79,
    "paraphrase: in apposition": 0.86,
    "frame after in the sentence: before the verb": 0.83,
    "sentence before: before the verb": 0.95,
    "frame after in the sentence: noun": 0.43,
    "frame after in the sentence: pronoun": 0.75,
}


def confidence(how: str) -> float:
    """Return the measured share of right speakers for the rule ``how``, 0 to 1."""
    return CONFIDENCE.get(how, RARE)
