"""Pure: the claims of an article, which claims of several articles assert the same thing, and how they differ."""
