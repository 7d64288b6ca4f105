"""The small words of English by which the rules find their way: pronouns, determiners, prepositions, conjunctions."""

from __future__ import annotations

from reader.quotations.cues import AUXILIARIES, BE

PERSONAL = frozenset({"he", "she", "they", "it", "i", "we", "you"})
SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "i", "we"})
POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
POSSESSOR = frozenset({"'s", "’s"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
DETERMINERS = frozenset(
    {
        *("the", "a", "an", "this", "that", "these", "those", "some", "any", "each", "every", "another", "one", "two"),
        *("three", "four", "five", "several", "many", "most", "few", "other", "both", "no", "all"),
    }
)
PREPOSITIONS = frozenset(
    {
        *("of", "for", "from", "with", "at", "in", "on", "by", "to", "about", "against", "between", "near", "after"),
        *("before", "during", "under", "over", "into", "through", "among", "without", "within", "like", "as", "per"),
        *("toward", "towards", "behind", "around", "outside", "inside", "despite", "including", "amid", "alongside"),
        *("regarding", "across", "upon", "via", "than", "since", "until", "following"),
    }
)
CONJUNCTIONS = frozenset(
    {"and", "but", "or", "nor", "yet", "while", "when", "as", "because", "if", "though", "although"}
)
SUBORDINATORS = frozenset({"when", "while", "after", "before", "as", "if", "although", "though", "because", "since"})
TIMES = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("night", "morning", "afternoon", "evening", "week", "month"),
    }
)
DASHES = frozenset({"—", "–", "--", "-"})
VERBS_OF_BEING = BE - POSSESSOR
# What no noun phrase before a verb goes on over.
NO_NOUN = PREPOSITIONS | RELATIVES | AUXILIARIES | VERBS_OF_BEING | (CONJUNCTIONS - {"and"}) | PERSONAL
NO_NOUN_PHRASE = NO_NOUN | {"and"}
