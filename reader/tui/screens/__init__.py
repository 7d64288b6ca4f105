"""The screens: they lay out widgets, turn keys into calls of the library, and what workers post into what is shown."""
