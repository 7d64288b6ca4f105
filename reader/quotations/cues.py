"""Reporting verbs: which words report what somebody says or holds, and what they say of it.

Kinds: ``neutral`` verbs only report (said, told, wrote), ``stance`` verbs judge what they report (claimed, admitted),
``paraphrase`` verbs retell in the outlet's words (argued, criticised, hopes). ``speech`` verbs can bring words in
quotation marks by themselves; the others mostly bring a paraphrase. General English, drawn up by hand.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import CueKind

_VOWELS = frozenset("aeiou")
_NEUTRAL_SPEECH = """
say tell write add ask reply respond answer state tweet continue note announce report explain describe remark comment
read call recall conclude post declare begin email text testify retort recount reiterate repeat observe mention
remember speak joke quip chant sing shout yell whisper mutter cry interject inquire wonder chime greet retweet blog
caption sign thank reflect elaborate volunteer proclaim propose recommend advise quote phrase
"""
_STANCE_SPEECH = """
claim admit insist concede acknowledge allege contend maintain assert boast brag complain lament warn deny confess
reveal vow promise pledge swear suggest argue stress emphasize emphasise declare charge accuse predict threaten scoff
snap fume rant gush vent grumble counter fire thunder crow marvel sneer urge demand exclaim plead beg protest object
affirm reaffirm confirm assure profess tout hint imply caution underscore highlight slam blast
"""
_PARAPHRASE_SPEECH = """
label dub brand term refer characterize characterise
"""
_PARAPHRASE_OTHER = """
believe think want hope expect plan feel fear worry know see decide agree disagree support oppose reject criticize
criticise praise defend dismiss blame endorse accept doubt question consider view regard prefer intend wish seek call
estimate find cite point mock attack condemn denounce decry ridicule deride bash rip lash hammer knock laud hail
applaud commend compliment congratulate credit welcome embrace champion advocate apologize apologise discuss address
detail outline list lay invoke reference emphasise signal indicate imply compare liken contrast disparage belittle
berate chide rebuke scold skewer lambaste excoriate lampoon needle tease taunt insult vilify impugn disavow renounce
repudiate refute dispute contest challenge rebut debunk downplay minimize minimise exaggerate overstate propose
recommend offer ask request invite encourage implore appeal press push order instruct rule conceive envision envisage
imagine assume presume suppose suspect guess figure reckon anticipate foresee forecast project calculate learn realize
realise recognize recognise understand discover determine notice remember forget express voice convey communicate
relay share articulate summarize summarise hypothesize speculate theorize muse ponder contemplate mull weigh refuse
decline vow aim threaten commit back favor favour like love hate dislike admire respect resent regret mourn appreciate
enjoy trust care object resist lobby campaign crusade rail preach lecture promote publicize advertise pitch peddle
sell dangle float raise broach reprise echo parrot mirror mimic paraphrase quote misquote reveal disclose divulge leak
document chronicle portray depict paint cast frame talk remind unveil introduce name clarify convince persuade allude
extol recite reminisce utter vouch inform trumpet telegraph clash distance interpret deem judge rate rank assess
evaluate diagnose
"""
# After a form of "be": "is confident that …".
_ADJECTIVES = """
confident certain sure unsure eager hopeful optimistic pessimistic skeptical sceptical critical supportive adamant
worried concerned proud uncomfortable disappointed afraid convinced willing unwilling reluctant opposed surprised
angry upset furious dismissive
"""
_IRREGULAR = {
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "read": ("reads", "read", "read", "reading"),
    "begin": ("begins", "began", "begun", "beginning"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "sing": ("sings", "sang", "sung", "singing"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "know": ("knows", "knew", "known", "knowing"),
    "see": ("sees", "saw", "seen", "seeing"),
    "find": ("finds", "found", "found", "finding"),
    "lay": ("lays", "laid", "laid", "laying"),
    "seek": ("seeks", "sought", "sought", "seeking"),
    "understand": ("understands", "understood", "understood", "understanding"),
    "forget": ("forgets", "forgot", "forgotten", "forgetting"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "overstate": ("overstates", "overstated", "overstated", "overstating"),
    "sell": ("sells", "sold", "sold", "selling"),
    "cast": ("casts", "cast", "cast", "casting"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"),
    "rebut": ("rebuts", "rebutted", "rebutted", "rebutting"),
}
_DOUBLED = frozenset(
    {"slam", "brag", "admit", "quip", "chat", "commit", "refer", "dub", "beg", "plan", "rip", "regret", "snap", "blog"}
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a reporting verb. ``form`` is "base", "s", "past" or "ing"; ``speech`` brings quoted words."""

    lemma: str
    kind: CueKind
    form: str
    speech: bool


def _forms(lemma: str) -> dict[str, str]:
    """Return the forms of an English verb with the name of each."""
    if lemma in _IRREGULAR:
        third, past, participle, ing = _IRREGULAR[lemma]
        return {lemma: "base", third: "s", participle: "past", past: "past", ing: "ing"}
    third = lemma + "s"
    past, ing = lemma + "ed", lemma + "ing"
    if lemma.endswith("e"):
        past, ing = lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        third = lemma + "es"
    if lemma in _DOUBLED:
        past, ing = lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    return {lemma: "base", third: "s", past: "past", ing: "ing"}


def _lexicon() -> dict[str, Cue]:
    """Return every form of every reporting verb; where two share a form the first list has it."""
    found: dict[str, Cue] = {}
    for verbs, kind, speech in (
        (_NEUTRAL_SPEECH, CueKind.NEUTRAL, True),
        (_STANCE_SPEECH, CueKind.STANCE, True),
        (_PARAPHRASE_SPEECH, CueKind.PARAPHRASE, True),
        (_PARAPHRASE_OTHER, CueKind.PARAPHRASE, False),
    ):
        for lemma in verbs.split():
            for form, name in _forms(lemma).items():
                found.setdefault(form, Cue(lemma, kind, name, speech))
    return found


CUES = _lexicon()

# Verbs that report only together with the word after them.
PHRASAL = {
    "went": frozenset({"on"}),
    "goes": frozenset({"on"}),
    "shot": frozenset({"back"}),
    "fired": frozenset({"back", "off"}),
    "hit": frozenset({"back"}),
    "put": frozenset({"it"}),
    "puts": frozenset({"it"}),
    "chimed": frozenset({"in"}),
    "ended": frozenset({"with"}),
    "opened": frozenset({"with"}),
    "made": frozenset({"clear", "it"}),
    "makes": frozenset({"clear", "it"}),
}
CUES |= {word: Cue(word, CueKind.PARAPHRASE, "adjective", speech=False) for word in _ADJECTIVES.split()}
CUES |= {word: Cue(word, CueKind.NEUTRAL, "s" if word.endswith("s") else "past", speech=True) for word in PHRASAL}

# Nouns that bring a paraphrase when somebody's: "Gantz's claim that …", "her call for …".
REPORTING_NOUNS = frozenset(
    {
        *(
            "claim",
            "claims",
            "accusation",
            "accusations",
            "call",
            "calls",
            "proposal",
            "proposals",
            "promise",
            "promises",
        ),
        *(
            "vow",
            "pledge",
            "plan",
            "plans",
            "attack",
            "attacks",
            "criticism",
            "view",
            "views",
            "suggestion",
            "argument",
        ),
        *(
            "decision",
            "support",
            "opposition",
            "endorsement",
            "statement",
            "statements",
            "remarks",
            "comments",
            "remark",
        ),
        *("assertion", "assertions", "contention", "belief", "hope", "hopes", "desire", "demand", "demands", "warning"),
        *(
            "request",
            "threat",
            "prediction",
            "insistence",
            "refusal",
            "commitment",
            "opinion",
            "allegation",
            "description",
        ),
        *("defense", "announcement", "admission", "apology", "explanation", "concern", "concerns", "fear", "fears"),
        *("praise", "allegations", "warnings", "threats", "suggestions", "charge", "charges", "theory", "message"),
    }
)
# Nouns for what somebody says: "Gantz's statement", "her reply".
UTTERANCES = frozenset(
    {
        *("response", "statement", "words", "answer", "reply", "message", "comment", "comments", "remark", "remarks"),
        *("tweet", "tweets", "post", "letter", "speech", "email", "e-mail", "line", "claim", "claims", "assertion"),
        *("promise", "description", "argument", "account", "quote", "question", "warning", "plea", "call", "vow"),
        *("pledge", "suggestion", "contention", "criticism", "complaint", "accusation", "testimony", "explanation"),
        *("admission", "insistence", "view", "verdict", "motto", "mantra", "refrain"),
    }
)
BE = frozenset({"is", "was", "were", "are", "be", "been", "being", "am", "'s", "’s", "get", "got", "gets"})
AUXILIARIES = frozenset(
    {
        *("has", "have", "had", "having", "would", "will", "could", "can", "may", "might", "must", "should", "shall"),
        *("did", "do", "does", "didn't", "didn’t", "doesn't", "doesn’t", "don't", "don’t", "won't", "won’t", "hadn't"),
        *(
            "hadn’t",
            "hasn't",
            "hasn’t",
            "haven't",
            "haven’t",
            "wouldn't",
            "wouldn’t",
            "couldn't",
            "couldn’t",
            "'d",
            "’d",
        ),
        *("'ll", "’ll", "'ve", "’ve", "cannot", "can't", "can’t"),
    }
)
ADVERBS = frozenset(
    {
        *(
            "also",
            "later",
            "then",
            "once",
            "again",
            "even",
            "just",
            "still",
            "already",
            "never",
            "not",
            "ever",
            "always",
        ),
        *("often", "soon", "now", "first", "further", "meanwhile", "long", "since", "too", "only", "almost", "instead"),
        *(
            "himself",
            "herself",
            "themselves",
            "itself",
            "myself",
            "sometimes",
            "twice",
            "both",
            "all",
            "earlier",
            "yesterday",
        ),
        *("today", "thus", "so", "perhaps", "maybe", "simply", "well", "quickly", "back"),
    }
)
