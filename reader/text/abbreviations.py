"""English words that are written with a full stop, by what the stop can mean; casefolded, without it."""

from __future__ import annotations

TITLES = frozenset({
    "adm", "amb", "assoc", "asst", "atty", "bp", "brig", "capt", "cdr", "cmdr", "cmsr", "col", "comdr", "cpl",
    "cpt", "det", "dr", "drs", "ens", "fr", "gen", "gens", "gov", "govs", "hon", "insp", "lt", "lts", "maj",
    "messrs", "mlle", "mme", "mr", "mrs", "ms", "msgr", "mx", "ofc", "pfc", "pres", "prof", "profs", "pvt", "rep",
    "reps", "rev", "revs", "rt", "sen", "sens", "sgt", "sgts", "sra", "supt", "treas", "vp",
})  # fmt: skip
"""Before a name: a sentence never ends there."""

BEFORE_NUMBERS = frozenset({
    "art", "arts", "no", "op", "pt", "secs", "jan", "feb", "mar", "apr", "aug", "sep", "sept", "oct", "nov", "dec",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
})  # fmt: skip
"""Before a figure no sentence ends there; before a word one does. With a capital."""

BEFORE_NUMBERS_SMALL = frozenset({"ch", "chap", "fig", "figs", "nos", "p", "para", "pp", "vol", "vols"})
"""The same, also without a capital."""

IN_MIDDLE = frozenset({"approx", "ca", "cf", "e.g", "est", "i.e", "incl", "v", "viz", "vs"})
"""A sentence goes on after these."""

EITHER = frozenset({
    "al", "ave", "blvd", "bros", "co", "corp", "cos", "dept", "esq", "etc", "ft", "hwy", "in", "inc", "intl", "jr",
    "lb", "lbs", "llc", "ltd", "mfg", "mt", "mts", "natl", "oz", "plc", "rd", "rs", "sec", "sq", "sr", "st", "ste",
    "univ", "yd", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky",
    "la", "mass", "md", "me", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ont", "ore", "pa", "que",
    "tenn", "tex", "va", "vt", "wash", "wis", "wyo",
})  # fmt: skip
"""In a name or at a sentence's end: what comes next decides. With a capital, but for the next two."""

EITHER_SMALL = frozenset({"al", "dept", "etc", "lbs"})
"""Those of the above that are also written small."""

MEASURES = frozenset({"ft", "in", "lb", "lbs", "oz", "sq", "yd"})
"""Those of the above that are written small after a figure."""

OPENERS = frozenset({
    "a", "about", "according", "after", "all", "also", "although", "amid", "among", "an", "and", "another", "any",
    "as", "asked", "at", "because", "before", "both", "but", "by", "can", "could", "despite", "did", "do", "does",
    "during", "each", "earlier", "even", "every", "few", "finally", "following", "for", "former", "from", "given",
    "had", "has", "have", "he", "her", "here", "his", "how", "however", "i", "if", "in", "indeed", "instead", "is",
    "it", "its", "just", "last", "later", "like", "many", "meanwhile", "more", "moreover", "most", "much", "my",
    "neither", "nevertheless", "no", "nobody", "none", "nor", "not", "nothing", "now", "of", "officials", "on",
    "once", "one", "only", "or", "other", "others", "our", "over", "people", "perhaps", "police", "prior", "rather",
    "several", "she", "should", "since", "so", "some", "still", "such", "than", "that", "the", "their", "then",
    "there", "therefore", "these", "they", "this", "those", "though", "through", "thus", "to", "today", "two",
    "under", "unlike", "until", "was", "we", "were", "what", "when", "where", "whether", "which", "while", "who",
    "why", "will", "with", "without", "would", "yes", "yet", "you", "your",
})  # fmt: skip
"""Words that open a sentence far more often than they go on in a name. With a capital, after an abbreviation."""

LETTERED = frozenset({
    "appendix", "class", "exhibit", "flight", "gate", "grade", "group", "hepatitis", "option", "part", "phase",
    "plan", "platform", "schedule", "section", "series", "the", "title", "type", "vitamin",
})  # fmt: skip
"""Words that a letter numbers: "Plan B." is no initial."""

AFTER_TIMES = frozenset({
    "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "gmt", "bst", "utc", "eastern",
    "central", "pacific", "mountain", "local", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "aug",
    "sept", "oct", "nov", "dec",
})  # fmt: skip
"""What goes on after "5 p.m."."""

SHOUTED_NAMES = frozenset({"yahoo", "jeb", "yum", "jeopardy"})
"""Names that end in an exclamation mark."""

TELLING = frozenset({
    "added", "admitted", "agreed", "announced", "answered", "argued", "asked", "asks", "begged", "bellowed",
    "chanted", "claimed", "commented", "concluded", "continued", "cried", "declared", "demanded", "exclaimed",
    "exclaims", "insisted", "joked", "mused", "noted", "pleaded", "posted", "proclaimed", "quipped", "read",
    "recalled", "remarked", "repeated", "replied", "responded", "said", "says", "screamed", "shouted", "snapped",
    "stated", "suggested", "told", "tweeted", "urged", "warned", "wondered", "wrote", "writes", "yelled",
})  # fmt: skip
"""Verbs by which a sentence goes on after a quotation that asked or exclaimed: "Why?" Smith asked."""
