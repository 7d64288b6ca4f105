"""Words that news uses for one another, one class a line: outlets tell one event in different words.

Hand-made from the general vocabulary of news (politics, courts, disasters, crime, business, sport). The words of a line
count as one when claims are compared for what they are about; whether they *differ* is judged on the words as written.
"""

from __future__ import annotations

from functools import cache

from reader.text.tokens import stem

_CLASSES = """
promise pledge vow commit commitment
repay reimburse refund repayment reimbursement
representative rep congressman congresswoman lawmaker legislator
senator sen
governor gov
president presidential presidency
vice deputy
attorney lawyer counsel
prosecutor prosecution prosecute
republican republicans gop
democrat democratic democrats
campaign campaigning candidacy
election elections vote poll ballot
reelection re-election reelected
endorse endorsement
resign resignation quit depart departure
fire sack dismiss oust dismissal ouster firing
appoint appointment nominate nomination name nominee
replace replacement successor succeed
meet meeting talks summit
speak speech address remarks
call telephone phone
statement announcement announce
said say tell comment
declare declaration proclaim
deny denial reject denies refute
confirm confirmation acknowledge admit concede
apologize apology sorry apologise regret
criticize criticism critic critics rebuke denounce condemn slam blast criticise condemnation
praise laud applaud hail commend
accuse accusation allege allegation allegations alleged claim
investigate investigation probe inquiry inquiries investigator
indict indictment charge charged charges
arrest detain custody detention jail imprison imprisonment prison
convict conviction guilty
sentence sentencing
lawsuit sue suit sued
settle settlement
trial court hearing
judge justice magistrate
verdict ruling rule decision decide
appeal appeals
bill legislation law measure act
ban prohibit bar forbid prohibition
allow permit let
approve approval pass passage
oppose opposition object objection against
support back backing supporter
agree agreement deal accord pact treaty
negotiate negotiation talk
sign signing
budget spending
money funds fund cash
tax taxpayer taxes
cost price
buy purchase acquire acquisition bought takeover
sell sale sold
merge merger
company firm corporation business
employee worker staff staffer aide
boss chief head leader
chairman chairwoman chair chairperson
executive ceo
spokesman spokeswoman spokesperson
earnings profit
loss losses lose
share stock shares
rise increase climb jump gain grow growth surge soar
fall drop decline decrease plunge slump
cut reduce reduction slash
begin start launch began begun commence
end finish conclude
continue resume ongoing
delay postpone
cancel scrap abandon
plan intend plans planned intention
expect expected likely
seek pursue sought
ask request urge appeal
demand insist
invite invitation
visit trip travel
arrive arrival reach
leave exit left
return back
kill dead die death deadly fatal killing slay slain fatality
murder homicide
injure wound hurt injury injuries wounded
shoot shot shooting gunfire
gun weapon firearm rifle pistol
gunman shooter attacker assailant suspect
attack assault strike
bomb blast explosion explode explosive
rocket missile
soldier troops troop military army forces
police officer officers cop authorities
protest demonstration rally demonstrator protester
riot clash clashes unrest
flee fled escape
rescue save
search hunt
quake earthquake tremor temblor
storm hurricane typhoon cyclone
flood flooding
fire blaze wildfire
crash collision collide
plane aircraft airplane jet airliner
ship vessel boat
car vehicle
victim casualty casualties
child children kid kids
youth young teen teenager
woman women female
man men male
student pupil
doctor physician
hospital clinic
disease illness
drug medication medicine
journalist reporter correspondent interviewer
film movie
actor actress star
photo photograph picture image
video footage tape clip recording
tweet twitter
newspaper paper
game match
team squad club
win victory won triumph
defeat beat
player athlete
coach manager
score goal
country nation national
united u.s us america american
britain british uk
federal government administration
white house
house home residence
immigrant migrant immigration
illegal illegally unlawful unlawfully undocumented
border frontier
terrorist terrorism terror militant extremist
threat threaten
warn warning caution
help aid assist assistance
give grant donate donation
pay payment paid
wife husband spouse
friend ally
rival opponent
enemy foe
show reveal disclose expose unveil revelation disclosure
find discover found discovery
hold hold held
take took taken
make made
use used
create establish
build construct construction
destroy destruction demolish
harass harassment
sexual sexually sex
abuse mistreat mistreatment
steal theft robbery rob stole stolen
fraud swindle
lie lying false
leak leaked
nuclear atomic
ceasefire truce
hostage captive
refugee asylum
big large huge massive major
small little minor
new newly
former ex ex-
controversial polarizing divisive controversy
tough strict harsh
close near nearby
quick quickly fast rapid rapidly prompt promptly
month months
consult confer consultation
grab seize snatch
identify identity identification
anonymous unidentified unnamed
approach near
erupt eruption
evacuate evacuation
hack hacker cyberattack breach
"""


@cache
def classes() -> dict[str, str]:
    """Return the stem that stands for each stem of the list."""
    table: dict[str, str] = {}
    for line in _CLASSES.strip().splitlines():
        own = [stem(word) for word in line.split()]
        for one in own:
            table.setdefault(one, table.get(own[0], own[0]))
    return table
