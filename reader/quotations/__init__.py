"""Pure: the words that an article gives as somebody's, and whose they are."""
