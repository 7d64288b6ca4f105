"""Pure functions over one text: cleaning, sentences, tokens, names, quantities, dates."""

from reader.text.article import article
from reader.text.clean import clean
from reader.text.sentences import paragraphs, sentences
from reader.text.tokens import Token, stem, tokens

__all__ = ["Token", "article", "clean", "paragraphs", "sentences", "stem", "tokens"]
