"""Scores of the program on texts that other people labelled, and the floors they must not fall under.

Each ``X_scores.py`` here has ``scores(folder) -> dict[str, float]``: ``folder`` is the root of the labelled data (it
holds ``quotes/``, ``align/``, ``ingest/`` …), the answer maps names such as ``quotes.attribution_f1_direct`` to
figures in which more is better. A module that reads another data folder than its own name says so in ``FOLDER``.

The labelled texts belong to their publishers and are no part of the project.
"""
