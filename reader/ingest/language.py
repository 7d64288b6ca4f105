"""Which language a text is in: by its script, or by the commonest words of each language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_SAMPLE = 2_000
_FEWEST_WORDS = 8
# A text is in a language if at least this share of its words are among that language's commonest ones.
_SHARE = 0.12
_FOREIGN_SCRIPT = 0.4
_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = re.compile(r"[^\W\d_\x00-\u036f]")

# The thirty or so commonest words of each language that few of the others share.
COMMON_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        """the of and to in is was for that on with as by at from his he it be are this an were which or had not their
        has have but said will who they its she her been more would""".split()
    ),
    "es": frozenset(
        """de la que el en y los se del las un por con una su para es al lo como más pero sus le ya o fue este ha sí
        porque esta son entre cuando muy sin sobre también""".split()
    ),
    "fr": frozenset(
        """de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux
        d l cette ont mais été ses elle comme""".split()
    ),
    "de": frozenset(
        """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er
        hat dass sie nach wird bei einer um am sind noch wie einem""".split()
    ),
    "it": frozenset(
        """di e il la che in un a per è una sono con del non della si le dei nel al da come i alla più gli anche ha lo
        ma delle dal nella questo""".split()
    ),
    "pt": frozenset(
        """de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu
        sua ou ser quando muito são também pelo""".split()
    ),
    "nl": frozenset(
        """de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar heeft ze
        wordt hij door over die""".split()
    ),
    "sv": frozenset(
        """och i att det som en på är av för med till den har de inte om ett men var jag sig från vi så kan nu efter
        han hon ska""".split()
    ),
    "da": frozenset(
        """og i at det er en til på som de med af for den der har ikke et var jeg men fra vi om han blev kan efter
        hvor også sig ved""".split()
    ),
    "no": frozenset(
        """og i det på som er en til at av for med de har ikke den et var jeg men fra vi om han ble kan etter hvor
        også seg ved eller""".split()
    ),
    "fi": frozenset(
        """ja on ei se että oli hän mutta myös ovat kun kuin niin sen jos joka mukaan ole vain mitä ollut hänen jo
        vielä sekä nyt""".split()
    ),
    "pl": frozenset(
        """w i na z się do nie że to o jest jak po za od dla przez są ale co tym oraz ma przed już był które jego
        tylko""".split()
    ),
    "cs": frozenset(
        """a se v na je že o s z do i to k ve pro za by ale si po jako podle od jsou které už byl při také""".split()
    ),
    "hu": frozenset(
        """a az és hogy nem is egy ez volt meg de csak már el még azt mint vagy ki lesz van után több""".split()
    ),
    "ro": frozenset(
        """de și în a la cu pe că nu din care o un pentru mai este au fost sau ce ca prin după fi dar sunt""".split()
    ),
    "tr": frozenset(
        """ve bir bu da de için ile olarak çok daha olan gibi sonra kadar en ne ise ama olduğu var dedi o ya""".split()
    ),
    "id": frozenset(
        """yang dan di dengan untuk dari ini itu pada tidak dalam akan oleh juga ke adalah karena ada mereka bisa
        sudah saat telah""".split()
    ),
}

_LANGUAGES_OF = {
    word: tuple(code for code, common in COMMON_WORDS.items() if word in common)
    for word in frozenset().union(*COMMON_WORDS.values())
}

_SCRIPTS = (
    ("HIRAGANA", "ja"),
    ("KATAKANA", "ja"),
    ("HANGUL", "ko"),
    ("CJK", "zh"),
    ("CYRILLIC", "ru"),
    ("GREEK", "el"),
    ("ARABIC", "ar"),
    ("HEBREW", "he"),
    ("DEVANAGARI", "hi"),
    ("BENGALI", "bn"),
    ("TAMIL", "ta"),
    ("THAI", "th"),
    ("GEORGIAN", "ka"),
    ("ARMENIAN", "hy"),
)
# Kana make a text Japanese however many Chinese characters it has.
_KANA_SHARE = 0.1
_UKRAINIAN = frozenset("іїєґ")


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the language ``text`` is in, or None if it can't be told."""
    sample = text[:_SAMPLE]
    letters, foreign = _letters(sample)
    if foreign and sum(foreign.values()) >= letters * _FOREIGN_SCRIPT:
        if foreign.get("ja", 0) >= letters * _KANA_SHARE:
            return "ja"
        code = max(foreign, key=lambda code: foreign[code])
        return "uk" if code == "ru" and any(char in _UKRAINIAN for char in sample.lower()) else code
    words = _WORD.findall(sample.lower())
    if len(words) < _FEWEST_WORDS:
        return None
    found = dict.fromkeys(COMMON_WORDS, 0)
    for codes, count in Counter(map(_LANGUAGES_OF.get, words)).items():
        for code in codes or ():
            found[code] += count
    best = max(found, key=lambda code: found[code])
    return best if found[best] / len(words) >= _SHARE else None


def _letters(sample: str) -> tuple[int, Counter[str]]:
    """Return how many letters there are, and how many of those that are not Latin speak for each language.

    Letters are counted only where one is not Latin: few texts have any.
    """
    if _NOT_LATIN.search(sample) is None:
        return 0, Counter()
    characters = {char: count for char, count in Counter(sample).items() if char.isalpha()}
    foreign: Counter[str] = Counter()
    for char, count in characters.items():
        if code := _script(char):
            foreign[code] += count
    return sum(characters.values()), foreign


def _script(char: str) -> str:
    """Return the language that stands for the script of ``char``, "" for Latin letters."""
    if char < "\u0370":
        return ""
    name = unicodedata.name(char, "")
    return next((code for begin, code in _SCRIPTS if name.startswith(begin)), "")
