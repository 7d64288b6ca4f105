"""Words that turn or weaken an assertion. Lexicons only; the rules are in ``polarity``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Words that negate what follows. "no" is handled with its exceptions in ``polarity``.
NEGATIONS = frozenset(
    "not n't never no none nobody nothing nowhere neither nor without cannot hardly scarcely barely rarely".split()
)
# Not followed by negation: "not only", "no longer" stays one; "no fewer than 5" is a bound; "no. 10" an address.
NO_NEGATION_BEFORE = frozenset(
    "only just merely least fewer less more doubt sooner matter wonder limit later idea comment immediate".split()
)

# Verbs and nouns whose object is said not to be: "failed to", "refused to", "ruled out".
FAILURES = frozenset(
    "fail fails failed failing refuse refuses refused refusing decline declines declined declining avoid avoids "
    "avoided lack lacks lacked lacking unable prevent prevents prevented preventing stop stops stopped stopping "
    "halt halts halted cancel cancels cancelled canceled canceling scrap scraps scrapped abandon abandons abandoned "
    "reject rejects rejected rejecting block blocks blocked blocking miss misses missed".split()
)

# Words that say that an assertion is not so: of a report, or of a thing that is reported.
DENIALS: tuple[tuple[str, ...], ...] = tuple(
    tuple(phrase.split())
    for phrase in (
        "not true|no truth|no evidence|no proof|no basis|not real|did not happen|didn't happen|never happened|"
        "not the case|not so|far from true|made up|made it up|made it all up|rule out|rules out|ruled out|ruling out|"
        "shot down|shoots down|shoot down|knocked down|knock down|knocks down|set the record straight|urban legend|"
        "urban myth|fake news|nothing to do with|too good to be true|false alarm|put to rest|cast doubt|casts doubt|"
        "doubt cast|doubts cast|raises doubts|raise doubts|raised doubts|questions whether|questioned whether|"
        "question whether|quashes rumors|quashes rumours|alive and well|contrary to|"
        "hoax|hoaxes|hoaxer|hoaxers|hoaxed|fake|fakes|faked|fakery|false|falsely|untrue|debunk|debunks|debunked|"
        "debunking|deny|denies|denied|denying|denial|denials|refute|refutes|refuted|refuting|rebut|rebuts|rebutted|"
        "rebuff|rebuffs|disputes|disputed|disputing|dispel|dispels|dispelled|dismiss|dismisses|dismissed|dismissing|"
        "disprove|disproves|disproved|disproven|discredit|discredits|discredited|discrediting|contradict|contradicts|"
        "contradicted|fabricated|fabrication|fabricate|bogus|baseless|unfounded|groundless|myth|myths|satire|satirical|"
        "spoof|parody|mockumentary|prank|pranks|pranked|pranksters|prankster|retract|retracts|retracted|retraction|"
        "misquoted|photoshopped|photoshop|doctored|misinformation|disinformation|misleading|exaggerated|erroneous|"
        "erroneously|incorrect|incorrectly|inaccurate|inaccurately|fooled|fools|duped|dupes|trolled|trolling|nonsense|"
        "scam|staged|rubbishes|rubbished|rubbish|quash|quashes|quashed|bunk|bullshit|doubt|doubts|doubted|doubtful|"
        "skeptical|sceptical|implausible|unproven|nope"
    ).split("|")
)

# Words that pass an assertion on as somebody else's.
PASSED_ON = frozenset(
    "say says said claim claims claimed claiming report reports reported reporting reportedly according source sources "
    "rumor rumors rumour rumours rumored rumoured alleged allegedly allege alleges accused accuses accuse accusing "
    "analyst analysts insider insiders tipster leak leaks leaked purportedly supposedly speculation unconfirmed "
    "unverified".split()
)

# A hedge says that nobody vouches for what is said. "would", "can" and the nouns "report" and "claim" are none.
HEDGES = frozenset(
    "may might could possibly perhaps maybe probably likely apparently seemingly reportedly allegedly purportedly "
    "supposedly alleged purported supposed rumored rumoured suspected possible potential potentially presumably "
    "presumed unconfirmed unverified believed thought seems seem seemed appears appear appeared "
    "suggests suggest suggested "
    "suggesting expected speculated fears feared fear mulls considering weighs".split()
)
# Modal verbs, by what they say of the event.
MODALS: Mapping[str, str] = {
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "possible",
    "would": "conditional",
    "should": "duty",
    "must": "duty",
    "will": "future",
    "shall": "future",
    "wo": "future",
    "'ll": "future",
    "’ll": "future",
}
