"""The word lists of this folder: function words, clause openers, opinion, weight-giving verbs, agencies."""

from __future__ import annotations

from functools import lru_cache


def _listed(words: str) -> frozenset[str]:
    """Return the words between white space."""
    return frozenset(words.split())


FUNCTION_WORDS = _listed("""
    a an the this that these those such some any each every all both either neither no not none own same other another
    i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours
    ourselves they them their theirs themselves one ones who whom whose which what when where why how
    am is are was were be been being do does did done doing have has had having will would shall should can could may
    might must ought to of in on at by for from with without about into onto upon over under between among through
    during before after above below up down out off against toward towards until till since as than then so if because
    while although though and or but nor yet also too very just only even still again ever never here there now more
    most much many few less least n't s t d ll m re ve mr mrs ms dr said says told added
    """)
"""Words that say nothing of what a claim is about. The plainest reporting verbs are among them, but
for "say", which stands for other phrases where claims are compared."""

RELATIVES = frozenset(["who", "whom", "whose", "which", "where", "when"])
SUBORDINATORS = frozenset(
    ["while", "although", "though", "because", "after", "before", "since", "until", "whereas", "unless", "if", "as"]
)
COORDINATORS = frozenset(["and", "but", "yet", "or", "so"])
AUXILIARIES = _listed("""
    is are was were be been has have had do does did will would shall should can could may might must isn't aren't
    wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't couldn't
    """)
SUBJECT_PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "there"])
NOT_PARTICIPLES = _listed("""
    according including during following concerning regarding anything everything nothing something king ring thing
    spring string morning evening building meeting hearing wedding beijing evening ceiling feeling sibling wing
    """)
NOT_PAST = frozenset(["united", "hundred", "red", "need", "indeed", "speed", "seed", "breed", "sacred", "wicked"])
IRREGULAR_PAST = _listed("""
    said told was were had did went came took gave made got found thought knew saw became began brought built bought
    caught chose drew drove fell felt fought held kept led left lost met paid put ran rose sent sold spent spoke stood
    struck swore taught threw understood won wrote broke hit cut set let grew hung hurt laid lay read rode sang sank
    shot shook shut slept stole stuck swept wore withdrew says say denies agrees plans wants seeks faces calls
    """)

APPOSING = _listed("a an the his her their its one perhaps probably arguably then once formerly")
ARGUING = _listed("arguing claiming insisting explaining asserting alleging suggesting warning promising vowing")
TIME_UNITS = _listed("""
    second seconds minute minutes hour hours day days week weeks month months year years decade decades moments moment
    shortly soon immediately just long
    """)
BEFORE_UNITS = _listed("""
    just only barely about nearly almost more less than over at least a an few several some many couple of two three
    four five six seven eight nine ten eleven twelve half the past next
    """)


@lru_cache(maxsize=16_384)
def is_finite(word: str) -> bool:
    """Guess whether a word is a finite verb, from its form."""
    low = word.lower().replace("’", "'")
    if low in AUXILIARIES or low in IRREGULAR_PAST:
        return True
    return low.endswith("ed") and low not in NOT_PAST and word[0].islower()
