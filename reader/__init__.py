"""newsreader: read what several outlets wrote about one event, and check it."""

__version__ = "0.1.0"
