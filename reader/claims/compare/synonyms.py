"""Words of news that say the same thing, for comparing two sentences. General English, written by hand.

One line is one meaning; words stand for all their forms (they are stemmed when the table is read). A word may stand
in several lines. Words joined here are alike, not equal: a match through this table counts less than the same word.
"""

from __future__ import annotations

SYNONYMS = """
kill dead die death slay slain murder assassinate fatal deadly lethal execute massacre perish toll casualty
injure wound hurt maim
attack assault raid strike offensive ambush hit
bomb blast explosion explode bombing blow detonate detonation
shoot gunfire shooting gunned gunman gunmen shooter shot
quake earthquake temblor tremor
storm hurricane typhoon cyclone tornado twister
flood flooding floodwater deluge
fire blaze inferno burn ablaze wildfire
crash collision collide wreck derail accident smash
airplane plane jet aircraft jetliner airliner flight
car vehicle automobile auto
ship boat vessel ferry
police cop officer constable policeman policemen
army military troops soldier forces force
fighter militant rebel insurgent guerrilla gunman gunmen extremist
militant terrorist jihadist islamist extremist
protest demonstration demonstrate rally demonstrator protester march unrest riot
clash fight battle violence fighting combat skirmish
arrest detain detention custody apprehend capture nab hold held seize
jail prison imprison sentence behind incarcerate
convict guilty conviction
acquit clear innocent exonerate
charge accuse indict allege allegation prosecute
trial court hearing tribunal
judge court justice
suspect accused alleged
lawsuit sue suit
release free freed liberate
escape flee fled
kidnap abduct hostage captive captor
rescue save
murder homicide slaying
knife stab stabbing
behead decapitate beheading execution execute
election vote poll ballot electoral voter
win victory triumph beat defeat clinch winner
lose loss defeat beaten
lead ahead top
president leader presidential head
prime premier pm minister
minister secretary
government administration regime authorities cabinet
parliament legislature lawmaker congress senate house assembly
lawmaker legislator senator congressman mp
law legislation bill act
deal agreement accord pact treaty agree truce
talk negotiation negotiate discussion dialogue discuss meet meeting
truce ceasefire armistice
resign quit step resignation stepping leave depart
fire sack dismiss oust remove
appoint name pick nominate choose hire
replace succeed successor
elect vote chosen
announce unveil reveal declare disclose launch
launch start begin open introduce debut kick commence unveil
resume restart reopen
end finish close conclude stop halt over
stop halt suspend cease freeze
cancel scrap axe drop abandon call off
delay postpone put off
continue keep remain stay
rise increase climb jump gain surge soar up advance higher grow growth rally strengthen hike boost
fall drop decline decrease slide slip tumble plunge plummet sink dip down lower shrink weaken retreat
share stock equity
profit earnings income
revenue sales
buy purchase acquire acquisition takeover
sell sale
bid offer
merge merger
cost price
money cash fund
cut reduce slash trim reduction lower
raise lift increase hike
expand growth enlarge
ban bar prohibit outlaw block forbid
approve pass back endorse okay adopt ratify
support back endorse
reject deny refuse dismiss rebuff turn
oppose resist against
warn caution alert threat threaten
urge call appeal ask press
demand call seek want
order command direct
allow permit let
pledge promise vow commit
praise hail laud
criticize slam condemn blast denounce criticise attack decry
apologize sorry apology apologise
visit trip travel tour
arrive reach land come
leave depart exit
return back come
welcome greet
hospital hospitalize clinic hospitalise
doctor physician surgeon medic
sick ill disease illness
patient sufferer
drug medicine medication
drug narcotic
study research survey report
scientist researcher expert
find discover found locate spot
missing disappear lost vanish
body corpse remains
search hunt look seek
investigate probe inquiry investigation
show reveal suggest indicate
see spot sight sighting witness
help aid assist assistance relief
child kid boy girl baby children
baby infant newborn
teen teenager teenage adolescent youth
woman female lady girl women
man male guy men
woman mother mom mum wife
wife spouse husband married
wedding marriage marry wed
engaged fiance fiancee engagement
pregnant pregnancy birth
son daughter
father dad
people person resident citizen man woman civilian villager worker
worker employee staff labor
company firm business corporation maker
boss chief head ceo executive director
official authority
team side squad
player star footballer
champion title championship win
game match
score goal
film movie picture
tv television
newspaper paper daily
journalist reporter correspondent
photo picture image photograph
video footage clip
website online internet web
phone smartphone mobile iphone
hack cyberattack breach hacker
leak spill
rocket missile
nuclear atomic
spy espionage surveillance
weapon gun arm arms
border frontier
refugee migrant asylum
town city village
capital city
north northern
south southern
east eastern
west western
northwest northwestern
northeast northeastern
southwest southwestern
southeast southeastern
big large huge giant massive major great
small little tiny
new fresh latest
old aged former
former ex
first initial maiden
final last
famous celebrated renowned
rich wealthy billionaire millionaire
poor poverty
fast quick rapid speed
strong powerful
dangerous risk hazard
danger threat risk
fear worry concern anxiety
angry anger furious rage
happy joy celebrate
crisis emergency
plan scheme proposal propose
aim goal target
use utilize
make create build produce manufacture develop
build construct construction building
destroy demolish ruin devastate
damage harm
protect defend guard defence defense
steal theft rob robbery thief thieves
swallow eat
drink alcohol
try attempt bid effort
fail failure unsuccessful
change alter shift
move shift relocate
split separate divide breakup
join enter
share split
hold keep
give hand grant provide donate
get receive obtain gain
send dispatch deploy
show display exhibit
tell inform
speak address talk speech
say state remark statement comment
think believe
know aware
claim assert allege contend
confirm verify
predict forecast expect
test trial
require need
pope pontiff
king monarch
queen monarch
church cathedral
muslim islamic islam
quran koran
ebola virus
oil petroleum crude
gas fuel
bank lender
tax levy
job employment work
unemployment jobless
economy economic
gdp growth
inflation prices
trade commerce
debt loan
bailout rescue
budget spending
spend cost spending
school college university
student pupil
teacher professor
record high
low bottom
collapse fall crumble
trap stuck
bury buried funeral
burial grave tomb
mourn mourner funeral
dog puppy pooch
cat kitten
surgery operation surgical
implant surgically
ticket fine
marijuana cannabis pot
flag banner
ice snow frozen
avalanche landslide mudslide
train rail railway
bus coach
station stop
road highway street
bridge span
mine miner mining
space orbit nasa
rocket launch
satellite spacecraft
star actor celebrity
singer musician rapper
author writer novelist
book novel
prize award
olympic olympics
storm hit batter lash
strike walkout stoppage
shut close closure shutdown
open begin
eye set plan mull consider weigh
eye sight
agree approve accept consent
sign ink
slap punish sanction penalty
fine penalty
ready prepare set poised
near close approach
inmate prisoner convict detainee
commander warlord leader chief
diplomat envoy ambassador
deport expel eject expulsion
withdraw withdrawal pullout pull retreat
transfer hand handover
shell shelling bombard bombardment
siege besiege surround encircle
blackout outage power electricity
corruption graft bribery bribe
controversy row dispute feud scandal
curb limit restrict restriction
coup overthrow topple oust
enemy foe rival opponent
immigrant migrant
jobless unemployed
mob crowd
outbreak epidemic
output production
plot conspiracy conspire
rape assault abuse molest
recession slump downturn
recover recovery rebound
smuggle traffic trafficking
spark trigger cause prompt
summit talks meeting conference
swap exchange trade
tally count toll
terror terrorism terrorist
testify testimony witness
poison toxic
minor underage
unite unity united
violate breach violation
wage pay salary
evacuate evacuation
flu influenza
hunger famine starvation starve
gun firearm pistol rifle weapon
discharge release
laureate prize
restore resume revive
proceed go
advance progress
airstrike raid strike
penalty sentence
tower building skyscraper
flat apartment
besiege blockade
paralyse paralyze halt
prominent leading top
rare unusual
spend expenditure
sailor navy naval
marine navy
emergency crisis
outrage anger
rift split divide
pick select choose
comment remark
stake share
chemical gas
sail ship
stance stand position
accusation claim allegation
shrine temple
snatch grab steal
publication newspaper magazine
gunshot shot
overrun seize capture
ceasefire truce armistice
relation relationship tie
market share stock
hoard stash
spur boost
preliminary initial
annual yearly
hospitalise hospitalised injure
fugitive manhunt wanted
divorce separate
bankrupt bankruptcy insolvent insolvency
inaugurate inauguration oath
lawmaker representative deputy
surrender capitulate
publish release
achieve accomplish
reconcile reconciliation
deploy station
burgle burglar burglary robbery
acquit acquittal
topple fall
stranded strand
sharp steep
beat top exceed surpass
"""
