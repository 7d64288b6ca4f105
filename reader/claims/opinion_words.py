"""Words that show that a writer judges rather than tells. General English of comment and of news, written by hand."""

from __future__ import annotations


def _listed(words: str) -> frozenset[str]:
    """Return the words between white space."""
    return frozenset(words.split())


JUDGING = _listed("""
    abject abomination absurd absurdity abysmal admirable alarmist amazing appalling arrogance arrogant asinine
    atrocious authoritarian awesome awful bad baseless beautiful belligerent best better bigot bigoted bigotry
    bizarre blatant bloviating bogus bombastic brainwash brainwashed brave brazen brilliant bullying callous
    catastrophic charade charlatan cheap cherished chilling circus clown clownish clueless collusion complicit
    contempt contemptible corrupt corruption cowardice cowardly cowards crazed crazy creepy crony crude cruel
    cruelty cult cultish cynical cynicism damning dangerous debacle deceit deceitful deceptive defective deluded
    delusion delusional demagogue demagoguery demented demonize demonizing deplorable depraved deranged derangement
    desperate despicable despise devastating diabolical dictatorial dinosaur disaster disastrous disgrace disgraced
    disgraceful disgusting dishonest dishonesty dishonor disingenuous dismal disturbing divisive dogma doom doomed
    draconian drivel dubious dumb dystopian egomaniac egregious elites elitist embarrassing enablers enabling
    enemies envy evil exaggerated excellent extraordinary extremism extremist fabulous failed failure fake falsehood
    falsehoods fanatic fanatical fantasy farce fascism fascist fascistic fear-mongering fearmongering feckless
    feeble fervor fever filthy flawed flimsy foolish fools fraudulent freak frenzy frightening garbage genius
    glaring gloating glorious godless good gorgeous greed greedy grotesque gullible hapless happy harrowing hate
    hateful hatred heartbreaking heartless heinous hellbent heroes heroic hideous hilarious hoax hollow holy
    horrendous horrible horrid horrific horrifying horror hubris humiliating hypocrisy hypocrite hypocrites
    hypocritical hysteria hysterical ideologue ideologues ideology idiocy idiot idiotic idiots ignoramuses ignorance
    ignorant illiterate immoral impressive impulsiveness inane incendiary incoherent incompetence incompetent
    inconvenient incredible indefensible indisputable indoctrinate indoctrination inept inexcusable infamous
    inferior inhuman inhumane injustice insane insanity insidious inspiring insulting integrity intolerance
    intolerant ironic irony irrational irresponsible jaw-dropping joke lame lamentable laughable lawless legendary
    liar liars lies ludicrous lunacy lunatic lunatics lurid lying mad madness malevolent malicious malignant manic
    manipulation manipulative masterful meaningless megalomania menace miserable misguided misinformation misogynist
    misogynistic misogyny mob mobs monster monstrous moral moralizing moron moronic murderous myth myths naive
    narcissism narcissist narcissistic narrative nasty nefarious nightmare noble nonsense nonsensical noxious
    obscene obsessed obsession ominous oppression oppressive optimistic orwellian outrage outrageous overblown
    pandering paranoia paranoid partisan pathetic pathological patriotic perfect pernicious perverse perversion
    perverted petty phony pointless poisonous polluted pompous posturing powerful predators prejudice preposterous
    profound propaganda propagandist provocative puppet puppets racism racist racists radical radicalized radicals
    rage rampant rant rants reasonable reckless reckoning regressive relentless remarkable reprehensible repugnant
    repulsive rhetoric ridiculous rigged rotten rubbish ruin ruinous ruthless sabotage sad savage scam scandalous
    scapegoat scapegoating scare scary self-serving selfish sellout sensational sexist sham shame shameful shameless
    shocking sick sickening sinister slander slavish sleazy smear smears smug sordid spectacle spectacular spineless
    spite stellar stooge stunning stunt stupid stupidity sublime sucker sucks superb superior supremacist supremacy
    sycophant sycophants tantrum terrible terrific terrifying thankfully thievery thug thuggish thugs toxic tragedy
    tragic traitor traitors travesty treacherous treason treasonous tribal trolling troubling truth truthers truths
    twisted tyrannical tyranny tyrant ugly unamerican unbelievable unconscionable undeniable underappreciated unfair
    unfit unfounded unhinged unholy unjust unpatriotic unprecedented unscrupulous useless utter vicious victimhood
    vile vilify vindictive violate virtue virtuous vitriol vulgar wacky warmonger warmongers weak weaponize
    weaponized whine whining wicked wise witch-hunt woke wonderful wondrous worse worst worthless worthy wretched
    wrong wrongheaded xenophobia xenophobic zealot zealotry zealots
    """)
LABELS = _listed("""
    activists alt-right anti-vaxxers antifa capitalism communism communist communists conservatism conservatives
    elite establishment far-left far-right feminists globalist globalists hard-left ideological left-wing leftism
    leftist leftists liberalism liberals libertarian maga mainstream marxism marxist marxists neocon neocons
    patriarchy pro-abortion pro-abortionists pro-lifers progressives regime right-wing snowflake snowflakes
    socialism socialist swamp warriors white-supremacist woke
    """)
"""Names for camps, which comment uses more than news does."""

TURNS = _listed("""
    actually alas always anyone apparently arguably certainly clearly consider ever everybody everyone forget
    fortunately frankly hence honestly hopefully imagine indeed instead ironically literally maybe merely moreover
    must never nobody nonetheless nothing nowhere obviously ought perhaps purportedly quite rather really remember
    sadly seemingly should simply so-called supposedly surely therefore thus truly undoubtedly unfortunately utterly
    worse
    """)
"""Words by which a writer turns to the reader or vouches for what is said."""

READER = _listed("""
    don't i i'm i've isn't it's let's me my myself our ourselves that's there's they're us we we're we've you you're
    your yours
    """)
REPORTING = _listed("""
    according added announced arrested asked charged claimed confirmed convicted filed issued released replied
    reported ruled said says sentenced signed stated sued testified told tweeted voted wrote
    """)
DATED = _listed("""
    april august december earlier february friday january june march monday month november october saturday
    september sunday thursday today tonight tuesday wednesday week weekend year yesterday
    """)
PLAIN_ADVERBS = _listed("""
    allegedly ally annually apply approximately briefly closely comply currently daily directly early elderly
    especially eventually exactly family federally finally financially fly formally formerly friendly fully
    generally globally highly illegally immediately increasingly initially internationally jointly largely legally
    likely locally mainly medically militarily monopoly monthly mostly nationally nearly newly officially only
    originally partly permanently physically politically possibly potentially previously publicly quickly racially
    rally recently relatively rely repeatedly reply reportedly respectively roughly separately sexually shortly
    significantly slowly specifically subsequently supply temporarily typically unlikely usually weekly yearly
    """)
