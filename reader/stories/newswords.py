"""Stems of every day's news: they tell one event from another no better than "government" does.

General frequencies (see ``text.background``) come from an encyclopedia and take some of them for telling words.
"""

from __future__ import annotations

NEWS_STEMS = frozenset(
    """
    trump obama clinton biden bush donald barack hillari joe democrat republican gop conserv liber parti
    senat hous congress congression lawmak committe speaker sen rep gov presid presidenti white administr govern
    governor minist prime secretari offici spokesman spokeswoman spokesperson leader major minor polit polici
    vote voter elect campaign candid nomine poll debat support critic critici oppon
    washington american america unit state nation feder law legisl bill court justic judg attorney rule
    polic investig charg arrest kill dead death attack secur militari forc war
    trade economi econom health million billion percent
    report news statement tweet twitter media press reuter post time updat photo imag interview accord
    monday tuesday wednesday thursday friday saturday sunday yesterday today week month year day
    said told say ask issu countri public peopl man men woman women case mr mrs ms
    """.split()
)
