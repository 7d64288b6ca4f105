"""``python -m reader``: the same as the ``newsreader`` command."""

from reader.cli import main

if __name__ == "__main__":
    main()
