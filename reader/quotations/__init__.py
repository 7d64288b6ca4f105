"""Pure: the words that an article gives as somebody's, and whose they are.

``scan`` pairs the marks, ``outline`` reads the text around them as tokens, ``frames`` finds reporting verbs with their
subjects, ``attribute`` gives each stretch to a frame by an ordered list of rules (``attribute.RULES``),
``unattributed`` leaves out what is nobody's, ``indirect`` finds paraphrases and ``complement`` tells them from deeds
(``complement.RULES``), ``speakers`` (with ``discourse`` and ``roles``) says who a mention is, ``same`` pairs the
quotations of two outlets. Of texts that are not in English ``foreign`` gives what stands in marks, and no speakers.
"""

from reader.quotations.extract import extract, extract_with_names
from reader.quotations.same import same

__all__ = ["extract", "extract_with_names", "same"]
