"""The words that show through whom an outlet has what it writes."""

from __future__ import annotations


def _listed(words: str) -> frozenset[str]:
    """Return the words between white space."""
    return frozenset(words.split())


def _lines(text: str) -> frozenset[str]:
    """Return the lines, lower-cased."""
    return frozenset(line.strip().lower() for line in text.strip().splitlines())


AGENCIES = _lines("""
    Reuters
    Associated Press
    AP
    Agence France-Presse
    AFP
    Bloomberg
    Bloomberg News
    United Press International
    UPI
    Press Association
    PA Media
    Xinhua
    Interfax
    TASS
    Tass
    RIA Novosti
    Deutsche Presse-Agentur
    DPA
    Kyodo
    Kyodo News
    Yonhap
    ANSA
    EFE
    Anadolu
    Press Trust of India
    PTI
    Dow Jones
    Dow Jones Newswires
""")
OUTLETS = _lines("""
    CNN
    BBC
    BBC News
    NBC
    NBC News
    CBS
    CBS News
    ABC
    ABC News
    MSNBC
    CNBC
    NPR
    PBS
    C-SPAN
    ITV
    Sky News
    Fox News
    Fox News Channel
    Fox Business
    Politico
    Axios
    BuzzFeed
    BuzzFeed News
    HuffPost
    Huffington Post
    Vox
    Slate
    Salon
    Breitbart
    TMZ
    ProPublica
    Vice News
    The Hill
    The Intercept
    The Atlantic
    The New Yorker
    The Economist
    The Athletic
    Time
    Newsweek
    Forbes
    Fortune
    USA Today
    National Review
    Mother Jones
    Daily Beast
    Daily Caller
    Washington Examiner
    Business Insider
    Al Jazeera
    Al Arabiya
    Haaretz
    Le Monde
    Le Figaro
    Der Spiegel
    Die Zeit
    Bild
    El País
    Corriere della Sera
    Asahi Shimbun
    Russia Today
    Sputnik
    ESPN
    Variety
    Deadline
    Rolling Stone
    Vanity Fair
    People
""")
OUTLET_ENDINGS = _listed("""
    times post journal news guardian herald tribune gazette chronicle telegraph observer globe mail mirror independent
    inquirer dispatch register review magazine bee courier examiner sentinel daily tv radio
""")
REPORTING = _listed("""
    reported reports report said says added adds wrote writes noted notes found cited learned revealed published quoted
    claimed confirmed
""")
TOLD = _listed("told tells to with from by per in for via citing")
SOCIAL = _listed("tweet tweets tweeted retweeted tweeting twitter facebook instagram telegram youtube tiktok")
TWEETS = _listed("tweet tweets")
CARRYING = _listed("in via by through")
POSTS = _listed("post posted posts wrote said")
STATEMENTS = _listed("statement release letter e-mail email memo")
STATEMENT_OPENERS = _listed("in a an the his her their its written press news joint")
DOCUMENTS = _listed("""
    indictment complaint affidavit lawsuit filing filings documents document transcript transcripts records court-papers
    warrant subpoena report study survey poll census testimony ruling papers
""")
DOCUMENT_VERBS = _listed("""
    says said states stated alleges alleged shows showed found finds according accuses accused charges describes
    described concluded reveals revealed lists listed detailed
""")
UNNAMED = _listed("""
    officials official sources source people person aides aide insiders diplomats diplomat spokespeople lawmakers
    authorities investigators witnesses observers analysts experts critics prosecutors
""")
UNNAMED_VERBS = _listed("said say says told tell added according believe believed confirmed claim claimed argued")
ANONYMITY = _listed("anonymity anonymous anonymously")
REPORTS_SAID = _listed("reportedly rumored rumoured")
