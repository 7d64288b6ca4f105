"""Words that say the opposite of each other, for comparing two sentences. General English, written by hand.

One line is one scale: words before the bar against words after it. Words stand for all their forms.
"""

from __future__ import annotations

OPPOSITES = """
rise increase climb jump gain surge soar advance higher grow strengthen expand raise hike boost up rally rebound | \
fall drop decline decrease slide slip tumble plunge plummet sink dip lower shrink weaken cut reduce slash down retreat
win victory triumph beat clinch | lose loss defeat
profit earn earnings gain | loss lose losses
accept approve agree adopt back endorse support allow permit pass welcome favour favor | \
reject refuse oppose deny ban block forbid bar prohibit condemn veto
alive live living survive survivor survived | dead die death kill slay slain murder
arrest detain jail imprison capture | release free freed acquit escape flee
guilty convict | innocent acquit clear exonerate
start begin open launch resume enter join | end stop halt close finish cease suspend quit exit
hire appoint elect | fire sack dismiss oust resign
add include | exclude omit remove
arrive | depart
deny refute rebut dispute | confirm admit acknowledge
true real genuine authentic | false fake hoax bogus untrue
legal lawful | illegal unlawful
safe safety | dangerous unsafe
success succeed successful | fail failure failed unsuccessful
more | fewer less
increase | reduction
better improve | worse worsen deteriorate
strong | weak
first | last
before | after
ahead | behind
early | late
high | low
rich | poor
war | peace
ally friend | enemy foe
love | hate
praise hail laud | criticize criticise condemn slam denounce
build construct | destroy demolish raze
find found discover | lose missing
easy easily | difficult hard
possible | impossible
present attend | absent
lift | impose
tighten | ease relax loosen
widen | narrow
extend prolong | shorten
majority | minority
optimism optimistic hope | pessimism pessimistic
gain | loss
friend | enemy
husband | ex-husband
wife | ex-wife
"""

# What happens to people that a figure counts: a figure of one line is not compared with one of another.
OUTCOMES = """
kill dead die death slay slain murder fatal perish toll casualty execute massacre claim
injure wound hurt hospitalise casualty
arrest detain jail custody
miss missing trap
evacuate displace flee homeless
rescue save
infect infection sick ill
free release
hostage kidnap abduct
"""

# What somebody does to somebody who could do the same to him.
DEEDS = """
accuse acquire arrest assassinate attack beat blame bomb buy challenge condemn criticise defeat denounce detain fight
fire hit injure insult invade kidnap kill lead murder oust overtake pay praise rescue save shell shoot slam stab strike
succeed sue support surpass thank threaten topple trail warn wound
"""
