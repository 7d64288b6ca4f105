"""The facade that the command line and the desk call; ``reader.wiring.open_library`` opens one.

``facade``     the one object they hold
``adding``     inputs into stored, analysed articles
``analysing``  one raw article into an article and what is in it, here or in worker processes
``naming``     articles under the names that their outlets have by now
``reading``    stories, checklists, pairs of quotations: stored, and made anew only when their texts changed
``searching``  the index kept in step with the store, and the states a query can ask for
``flagging``   flags: marking, undoing, anchoring in the present texts
``onlooker``   whoever is told how far long work is
"""

from reader.library.facade import Library

__all__ = ["Library"]
