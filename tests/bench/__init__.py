"""Speed tables, as ratios in one run: ``make bench``. They never decide whether a test passes.

Every module here with a function ``run()`` is one table; it returns rows of ``(name, figure, against)``: what was
measured, the ratio (or the figure, with its unit in the name), and what it was measured against.
"""
