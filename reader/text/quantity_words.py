"""The words and signs that English news writes quantities with. Lexicons only; the grammar is in ``quantities``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import QuantityBound

if TYPE_CHECKING:
    from collections.abc import Mapping

UNITS: Mapping[str, int] = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS: Mapping[str, int] = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES: Mapping[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "mil": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "bil": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "tril": 1e12,
    "trn": 1e12,
    "tn": 1e12,
}
# Scales of one letter: only right after the digits ("€2.5m"), see ``quantities``.
LETTER_SCALES: Mapping[str, float] = {"k": 1e3, "m": 1e6, "b": 1e9}

ORDINALS: Mapping[str, int] = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})

# Denominators: "two-thirds", "a quarter of".
DENOMINATORS: Mapping[str, int] = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}

# Plural counts that give a floor and no figure: twice the unit is the least that the plural allows.
VAGUE_COUNTS: Mapping[str, float] = {
    "dozens": 24,
    "hundreds": 200,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
    "trillions": 2e12,
}
VAGUE_MULTIPLIERS: Mapping[str, float] = {"tens": 10, "hundreds": 100, "dozens": 12}

CURRENCY_SIGNS: Mapping[str, str] = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₪": "ILS",
    "₩": "KRW",
    "₺": "TRY",
    "₦": "NGN",
}
# Letters before a dollar sign, and codes before or after the figure.
DOLLARS: Mapping[str, str] = {
    "us": "USD",
    "u.s.": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "r": "BRL",
    "nt": "TWD",
}
CURRENCY_CODES: Mapping[str, str] = {
    "usd": "USD",
    "eur": "EUR",
    "gbp": "GBP",
    "jpy": "JPY",
    "cny": "CNY",
    "rmb": "CNY",
    "inr": "INR",
    "rs": "INR",
    "aud": "AUD",
    "cad": "CAD",
    "chf": "CHF",
    "rub": "RUB",
}
CURRENCY_WORDS: Mapping[str, str] = {
    "dollar": "USD",
    "dollars": "USD",
    "buck": "USD",
    "bucks": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "rupees": "INR",
    "ruble": "RUB",
    "rubles": "RUB",
    "rouble": "RUB",
    "roubles": "RUB",
    "shekel": "ILS",
    "shekels": "ILS",
    "francs": "CHF",
    "pesos": "MXN",
    "lira": "TRY",
    "rand": "ZAR",
    "riyals": "SAR",
    "dirhams": "AED",
    "naira": "NGN",
    "baht": "THB",
    "ringgit": "MYR",
    "kronor": "SEK",
    "kroner": "NOK",
    "zlotys": "PLN",
}
HUNDREDTHS: Mapping[str, str] = {"cent": "USD", "cents": "USD", "pence": "GBP"}

# Unit words after a figure, to one name a unit.
UNIT_WORDS: Mapping[str, str] = {
    word: unit
    for unit, words in {
        "percent": "% percent pct pc",
        "second": "second seconds",
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs",
        "day": "day days",
        "week": "week weeks",
        "month": "month months",
        "year": "year years yr yrs",
        "decade": "decade decades",
        "century": "century centuries",
        "km": "km kilometre kilometres kilometer kilometers kms",
        "mile": "mile miles",
        "m": "metre metres meter meters",
        "cm": "cm centimetre centimetres centimeter centimeters",
        "mm": "mm millimetre millimetres millimeter millimeters",
        "foot": "foot feet ft",
        "inch": "inch inches",
        "yard": "yard yards",
        "kg": "kg kilo kilos kilogram kilograms kgs",
        "gram": "gram grams",
        "tonne": "tonne tonnes",
        "ton": "ton tons",
        "pound": "pound pounds lb lbs",
        "ounce": "ounce ounces oz",
        "mph": "mph",
        "km/h": "kph kmh",
        "degree": "degree degrees °",
        "barrel": "barrel barrels",
        "litre": "litre litres liter liters",
        "gallon": "gallon gallons",
        "acre": "acre acres",
        "hectare": "hectare hectares",
        "megawatt": "megawatt megawatts mw",
        "magnitude": "magnitude",
    }.items()
    for word in words.split()
}
# Age: "19-year-old", "aged 19", "19 years old".
AGE = "years old"

# Words right before a figure that bound it.
BOUNDS_BEFORE: Mapping[tuple[str, ...], QuantityBound] = {
    tuple(words.split()): bound
    for bound, phrases in {
        QuantityBound.AT_LEAST: (
            "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|at a minimum|"
            "a total of at least"
        ),
        QuantityBound.AT_MOST: (
            "no more than|not more than|at most|up to|as many as|as much as|a maximum of|maximum of|at the most"
        ),
        QuantityBound.MORE_THAN: (
            "more than|greater than|in excess of|upwards of|upward of|well over|just over|slightly over|over|above|"
            "exceeding|exceeds|exceeded|north of|higher than|topping|tops|topped|passes|passed|"
            "surpasses|surpassed|surpassing"
        ),
        QuantityBound.LESS_THAN: "less than|fewer than|lower than|well under|under|below",
        QuantityBound.ABOUT: (
            "just under|just below|just shy of|close to|an estimated|estimated at|estimated|approximately|approx|"
            "roughly|around|about|some|nearly|almost|circa|approaching|in the region of|~|near|nearing|virtually|"
            "shy of|a little more than|a little over|a little under|a little less than|an average of"
        ),
    }.items()
    for words in phrases.split("|")
}
BOUNDS_AFTER: tuple[tuple[tuple[str, ...], QuantityBound], ...] = (
    (("or", "more"), QuantityBound.AT_LEAST),
    (("or", "so"), QuantityBound.ABOUT),
    (("or", "less"), QuantityBound.AT_MOST),
    (("or", "fewer"), QuantityBound.AT_MOST),
    (("-", "plus"), QuantityBound.AT_LEAST),
    (("-", "odd"), QuantityBound.ABOUT),
    (("+",), QuantityBound.AT_LEAST),
    (("at", "least"), QuantityBound.AT_LEAST),
    (("and", "counting"), QuantityBound.AT_LEAST),
    (("at", "most"), QuantityBound.AT_MOST),
)

# "one" is a pronoun after these and before those; a count otherwise.
NO_COUNT_BEFORE_ONE = frozenset(
    "no any every some this that which each the another everyone not only big good new first last".split()
)
NO_COUNT_AFTER_ONE = frozenset("another of can could should would might may who that which day and or such".split())

NUMBER_WORDS = frozenset(
    {*UNITS, *TENS, *ORDINALS, *VAGUE_COUNTS, *VAGUE_MULTIPLIERS, "dozen", "scores", "several", "a", "an", "half"}
)
"""The words that a number can begin with, beside digits: every other word is passed over unread."""
