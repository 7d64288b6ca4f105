"""Word lists that tell people, bodies, places and plain words apart. General English; nothing for one text."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    """Return the words of ``text``."""
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    """Return the phrases of ``text``, which commas part."""
    return frozenset(phrase.strip() for phrase in text.replace("\n", " ").split(","))


MALE_TITLES = _words(
    "Mr Sir Lord King Prince Pope Father Fr Brother Rabbi Imam Ayatollah Sheikh Congressman Councilman"
)
MALE_TITLES |= _words(
    "Herr Monsieur Señor Don Duke Cardinal Emperor Assemblyman Alderman Chairman Spokesman Reb Businessman"
)
FEMALE_TITLES = _words(
    "Mrs Ms Miss Madam Madame Lady Dame Queen Princess Sister Congresswoman Councilwoman Frau Señora"
)
FEMALE_TITLES |= _words("Chairwoman Spokeswoman Duchess Empress Baroness Assemblywoman Mme Sra Actress Businesswoman")

# Words before a name that are no part of it: "Florida Sen. Marco Rubio" names Marco Rubio.
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | _words("""
Acting Activist Actor Adm Administrator Admiral Adviser Advisor Aide Alderwoman Ambassador Analyst Anchor Archbishop
Assemblymember Assistant Associate Attorney Author Baron Billionaire Bishop CEO CFO COO Cabinet Campaign Candidate
Capt Captain Chair Chairperson Chancellor Chaplain Chef Chief Cmdr Co-Chair Co-Chairman Co-Director Coach Cochair Col
Colonel Columnist Commander Commissioner Communications Comptroller Congressional Constable Consul Corporal
Correspondent Councillor Councilmember Councilor Counsel Counselor Count Cpl Crown Deacon Dean Defence Defense
Delegate Democratic Deputy Det Detective Director Doctor Dr Earl Economist Editor Emir Envoy Ex-Governor Ex-Mayor
Ex-President Ex-Senator Executive Finance First Foreign Former Founder Front-runner Frontrunner GOP Gen General Gov
Governor Govs Historian Hon Host Imam Insp Inspector Interim Interior Judge Justice Labour Late Lawmaker Lawyer Leader
Libertarian Lieutenant Lt MP Maestro Magistrate Maj Major Majority Manager Marshal Mayor Messrs Minister Minority
National Nominee Nurse Officer Pastor Pfc Political Pollster Premier President Presidential Press Prime Principal
Producer Prof Professor Prosecutor Provost Publisher Pvt Rabbi Rep Reporter Representative Reps Republican Ret Rev
Reverend Saint Second Secretary Security Sen Senator Senior Sens Sergeant Sgt Sheriff Singer Solicitor Speaker
Spokesperson Strategist Sultan Superintendent Surgeon Then-President Then-Sen Tory Treasurer Trooper Undersecretary
Vice Vice-President Viscount Whip
""")
)

# What a capitalised run may hold that makes it a body.
BODY_WORDS = _words("""
Academy Administration Agency Air Airlines Airways Alliance Army Assembly Associates Association Authority Bank Board
Brigade Broadcasting Brothers Bureau Business Cabinet Capital Caucus Center Centre Chamber Church Club Coalition
College Commission Committee Companies Company Confederation Conference Congress Consortium Convention Cooperative
Corp Corporation Corps Council Court Courts Daily Delegation Department Dept Directorate District Division Electric
Embassy Enterprise Enterprises Exchange Federation Fellowship Firm Force Forces Forum Foundation Front Fund Gazette
Government Group Guard Herald Holdings Hospital House Inc Industries Initiative Institute Institution Insurance
International Internet Journal LLC LLP Laboratories Laboratory League Library Limited Ltd Magazine Media Ministry
Mission Monitor Mosque Motors Movement Museum Navy Network Networks News Newspaper Observatory Observer Office
Ombudsman Orchestra Organisation Organization PAC Parenthood Parliament Partners Partnership Party Patrol Plc Police
Post Press Productions Program Project Radio Railways Register Reserve Review School Schools Secretariat Security
Senate Service Services Society Star State Station Studios Supreme Synagogue Syndicate Systems TV Tabernacle Task Team
Technologies Telegraph Television Temple Times Tribunal Tribune Trust Union Universities University Weekly Wire
Workers Works Xinhua Yard
""")

# Bodies that are known by one word or by letters.
BODIES = _phrases("""
Congress, Senate, House, Parliament, Pentagon, Kremlin, Treasury, Vatican, Knesset, Bundestag, Duma, Interpol,
Europol, Hamas, Hezbollah, Taliban, Fatah, Likud, Greenpeace, Oxfam, Reuters, Bloomberg, Breitbart, Politico, Google,
Facebook, Twitter, Apple, Amazon, Microsoft, Netflix, Tesla, Boeing, Airbus, Exxon, Walmart, Starbucks, Uber, Gallup,
Quinnipiac, Rasmussen, NATO, Nato, UNESCO, UNICEF, OPEC, ISIS, Isis, ISIL, FIFA, NASA, FBI, CIA, NSA, DHS, EPA, FDA,
CDC, IRS, SEC, FCC, DOJ, ICE, NRA, NAACP, ACLU, AP, AFP, BBC, CNN, MSNBC, NBC, ABC, CBS, PBS, NPR, HBO, ESPN, GOP,
RNC, DNC, UN, U.N., EU, E.U., IMF, WTO, WHO, AIPAC, UAW, AFL-CIO, White House, Downing Street, Supreme Court,
Wall Street, Fox News, State Department, Justice Department, United Nations, European Union, World Bank, Red Cross,
Black Lives Matter, Planned Parenthood, Islamic State, Al Qaeda, al Qaeda, al-Qaeda, Boko Haram, Goldman Sachs,
Associated Press, YouTube, Instagram, Snapchat, Reddit, MTV, WikiLeaks, Univision, Telemundo
""")

COUNTRIES = _phrases("""
Afghanistan, Albania, Algeria, America, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas,
Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Botswana, Brazil, Britain,
Brunei, Bulgaria, Burma, Burundi, Cambodia, Cameroon, Canada, Catalonia, Chad, Chile, China, Colombia, Congo,
Costa Rica, Crimea, Croatia, Cuba, Cyprus, Czech Republic, Czechia, Denmark, Djibouti, Dominican Republic, East Timor,
Ecuador, Egypt, El Salvador, England, Eritrea, Estonia, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Gaza,
Gaza Strip, Georgia, Germany, Ghana, Great Britain, Greece, Greenland, Grenada, Guatemala, Guinea, Guyana, Haiti,
Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica,
Japan, Jordan, Kashmir, Kazakhstan, Kenya, Kosovo, Kurdistan, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho,
Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Macau, Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali,
Malta, Mauritania, Mauritius, Mexico, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia,
Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, Northern Ireland, Norway, Oman, Pakistan,
Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Puerto Rico, Qatar, Romania,
Russia, Rwanda, Saudi Arabia, Scotland, Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia,
South Africa, South Korea, South Sudan, Soviet Union, Spain, Sri Lanka, Sudan, Suriname, Swaziland, Sweden,
Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Tibet, Togo, Tonga, Trinidad, Tunisia, Turkey,
Turkmenistan, U.A.E., U.K., U.S., U.S.A., UAE, UK, US, USA, Uganda, Ukraine, United Arab Emirates, United Kingdom,
United States, Uruguay, Uzbekistan, Venezuela, Vietnam, Wales, West Bank, Yemen, Zambia, Zimbabwe, Africa, Asia,
Europe, Antarctica, North America, South America, Central America, Latin America, Middle East, Balkans, Caribbean,
Scandinavia
""")

REGIONS = _phrases("""
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois,
Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi,
Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota,
Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont,
Virginia, Washington, West Virginia, Wisconsin, Wyoming, D.C., Ontario, Quebec, Alberta, British Columbia,
Nova Scotia, Manitoba, Bavaria, Normandy, Tuscany, Sicily, Punjab, Queensland, Victoria, Tasmania, Yorkshire, Ulster,
Siberia, Chechnya, Midwest, Northeast, Southwest, Sinai, Golan Heights, Jordan Valley, Guantanamo, Guantanamo Bay,
Silicon Valley, Long Island, Manhattan, Brooklyn, Queens, Bronx, Staten Island
""")

CITIES = _phrases("""
Abuja, Addis Ababa, Aleppo, Algiers, Amman, Amsterdam, Anchorage, Ankara, Athens, Atlanta, Atlantic City, Austin,
Baghdad, Baltimore, Bangkok, Barcelona, Baton Rouge, Beijing, Beirut, Belfast, Belgrade, Bengaluru, Benghazi, Berlin,
Birmingham, Bogota, Boston, Boulder, Brasilia, Brisbane, Bristol, Brussels, Bucharest, Budapest, Buenos Aires,
Buffalo, Cairo, Calgary, Canberra, Cape Town, Caracas, Cardiff, Casablanca, Charleston, Charlotte, Chicago,
Cincinnati, Cleveland, Columbus, Copenhagen, Dakar, Dallas, Damascus, Davos, Dayton, Delhi, Denver, Des Moines,
Detroit, Dhaka, Doha, Dresden, Dubai, Dublin, Edinburgh, El Paso, Ferguson, Flint, Fort Worth, Frankfurt, Geneva,
Glasgow, Hamburg, Hanoi, Harare, Hartford, Havana, Hebron, Helsinki, Hiroshima, Honolulu, Houston, Indianapolis,
Islamabad, Istanbul, Jacksonville, Jakarta, Jerusalem, Johannesburg, Kabul, Kampala, Kansas City, Karachi, Kathmandu,
Khartoum, Kiev, Kyiv, Kingston, Kinshasa, Lagos, Lahore, Las Vegas, Leeds, Leipzig, Lima, Lisbon, Little Rock,
Liverpool, London, Los Angeles, Louisville, Lyon, Madrid, Manchester, Manila, Marseille, Mecca, Medina, Melbourne,
Memphis, Mexico City, Miami, Milan, Milwaukee, Minneapolis, Minsk, Mogadishu, Montreal, Moscow, Mosul, Mumbai, Munich,
Nairobi, Naples, Nashville, Nazareth, New Delhi, New Orleans, New York City, Newark, Nice, Oakland, Oklahoma City,
Orlando, Oslo, Ottawa, Oxford, Palo Alto, Panama City, Paris, Philadelphia, Phoenix, Pittsburgh, Portland, Prague,
Pretoria, Providence, Pyongyang, Quito, Raleigh, Ramallah, Raqqa, Riga, Rio de Janeiro, Riyadh, Rochester, Rome,
Rotterdam, Sacramento, Salt Lake City, San Antonio, San Bernardino, San Diego, San Francisco, San Jose, Santiago,
Sao Paulo, Sarajevo, Seattle, Seoul, Shanghai, Sofia, Springfield, St. Louis, St. Paul, St. Petersburg, Stockholm,
Strasbourg, Sydney, Tallinn, Tampa, Tehran, Tel Aviv, The Hague, Tokyo, Toronto, Tripoli, Tucson, Tulsa, Tunis,
Vancouver, Venice, Vienna, Vilnius, Warsaw, Wellington, Yangon, Zagreb, Zurich
""")

PLACES = COUNTRIES | REGIONS | CITIES

# A run that ends in one of these is a place.
PLACE_ENDS = _words("""
Airport Avenue Bay Beach Boulevard Bridge City County Creek Desert Drive Falls Forest Garden Gardens Harbor Heights
Highway Hill Hills Island Islands Isle Lake Lane Mall Mountain Mountains Ocean Park Peninsula Plaza Ridge River Road
Sea Square Street Strip Territory Tower Town Township Valley Village
""")

# Adjectives of origin and faith: they stand before names and are none themselves.
DEMONYMS = _words("""
Afghan African African-American Albanian Algerian American Arab Arabian Argentine Armenian Asian Australian Austrian
Bavarian Belgian Bolivian Bosnian Brazilian British Bulgarian Californian Cambodian Canadian Catholic Caucasian
Chilean Chinese Christian Christians Colombian Croatian Cuban Czech Danish Dutch Egyptian English Estonian Ethiopian
European Evangelical Filipino Finnish Floridian French Georgian German Greek Haitian Hawaiian Hindu Hispanic Hungarian
Indian Indonesian Iranian Iraqi Irish Islamic Islamist Israeli Italian Jamaican Japanese Jewish Jordanian Kenyan
Korean Kurdish Kuwaiti Latin Latina Latino Latinos Lebanese Libyan Lithuanian Malaysian Mexican Mormon Moroccan Muslim
Muslims Nigerian Norwegian Orthodox Pakistani Palestinian Peruvian Polish Portuguese Protestant Qatari Romanian
Russian Saudi Scottish Serbian Shiite Slovak Somali South Spanish Sudanese Sunni Swedish Swiss Syrian Taiwanese Texan
Thai Tunisian Turkish Ukrainian Venezuelan Vietnamese Welsh Western Yemeni Zionist
""")
DEMONYMS |= frozenset(word + "s" for word in DEMONYMS if word.endswith(("an", "i", "b")))
DEMONYMS |= _words("""
Communism Communist Communists Conservative Conservatives Democrat Democratic Democrats Independents Jews Liberal
Liberals Libertarian Libertarians Marxist Nazi Nazis Republican Republicans Socialist Tories Tory
""")

CALENDAR = _words("""
Apr April Aug August Christmas Dec December EDT EST ET Easter Eastern Feb February Fri Friday Fridays GMT Halloween
Hanukkah Jan January Jul July Jun June Mar March May Mon Monday Mondays Nov November Oct October Passover Ramadan Sat
Saturday Saturdays Sep Sept September Sun Sunday Sundays Thanksgiving Thu Thurs Thursday Thursdays Tue Tues Tuesday
Tuesdays Wed Wednesday Wednesdays
""")

# Small words inside a name.
PARTICLES = frozenset(
    {
        "de",
        "del",
        "della",
        "der",
        "van",
        "von",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
        "la",
        "le",
        "da",
        "dos",
        "di",
        "du",
        "ten",
        "ter",
    }
)
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
ABBREVIATIONS = TITLES | SUFFIXES | _words("St Ft Mt Inc Corp Co Ltd No vs Dept Bros Univ Wm Chas Geo")

# Plain words that stand capitalised at the beginning of sentences and in headings.
PLAIN = _words("""
A About Above According Across Activists Actually Additional Additionally Advertisement After Afterward Again Against
Ago Ahead Aides All Allow Almost Along Already Also Although Always Amid Among An Analysts And Another Any Anybody
Anyone Anything Apparently Are Around As Aside Asked At Authorities Away Back Based Be Because Been Before Begin
Behind Being Believe Below Beneath Beside Besides Better Between Beyond Both Bring But By Call Called Can Cannot
Certainly Citing Clearly Click Come Coming Continue Copyright Correction Could Critics Currently Day Days Despite Did
Didn't Didn’t Do Does Doesn't Doesn’t Don't Don’t Down Due During Each Earlier Early Economists Editor’s Eight Either
Eleven Else Enough Especially Even Eventually Ever Every Everybody Everyone Everything Exactly Except Experts Facing
Few Fewer Fifty Finally First Five Follow Following For Forget Former Four Fourth Frankly From Further Furthermore Get
Getting Getty Give Given Go God Going Gone Good Got Great Guess Had Half Happy Has Hasn't Have Having He He'd He'll
He's Hello Hence Her Here Hers Herself He’d He’ll He’s Hi High Him Himself His Historically Hopefully How However
Hundreds I I'd I'll I'm I've If Image Images Imagine Immediately In Including Indeed Initially Inside Instead Into
Investigators Is Isn't Isn’t It It'll It's Its Itself It’ll It’s I’d I’ll I’m I’ve Join Just Keep Know Knowing Last
Lastly Late Later Latest Lawmakers Least Leave Less Lest Let Let's Let’s Like Likewise Little Live Long Look Looking
Lots Made Mainly Make Making Man Many Maybe Me Meanwhile Men Might Million Millions Mine Moments More Moreover Most
Mostly Much Must My Myself Namely Near Nearby Nearly Need Neither Never Nevertheless New Next Nine No Nobody None
Nonetheless Nor Normally Not Notably Nothing Now Nowhere Obviously Of Off Officials Often Oh Ok Okay Old On Once One
Ones Only Onto Or Originally Other Others Otherwise Our Ours Out Outside Over Overall Own Parents Part Particularly
People Perhaps Photo Photos Please Police Polls Possibly Previously Probably Prosecutors Protesters Put Quite Rather
Read Really Recall Recent Recently Regarding Regardless Related Remember Reporting Researchers Residents Right Said
Same Save Saying Says Scientists See Seeing Seems Seven Several Shall Share She She'd She'll She's She’d She’ll She’s
Should Sign Similarly Simply Since Six Sixty So Some Somebody Someone Something Sometimes Somewhere Soon Sorry Sources
Speaking Still Stop Story Students Subscribe Such Supporters Sure Surely Take Taking Tell Ten Than Thank Thanks That
That's That’s The Their Theirs Them Themselves Then There There's Therefore There’s These They They'd They'll They're
They've They’d They’ll They’re They’ve Thing Things Think Third Thirty This Those Though Thousands Three Through
Throughout Thus Till Time To Today Together Told Tomorrow Tonight Too Toward Towards True Try Trying Turn Twelve
Twenty Twice Two Ultimately Under Unfortunately Unless Unlike Until Up Updated Upon Us Use Used Using Usually Various
Very Via Video Voters Wait Want Wanted Was Wasn't Wasn’t Watch We We'd We'll We're We've Well Went Were We’d We’ll
We’re We’ve What What's Whatever What’s When Whenever Where Whereas Wherever Whether Which While Who Who's Whoever
Whom Whose Who’s Why Will With Within Without Woman Women Won't Won’t Would Wow Yeah Year Years Yes Yesterday Yet You
You'd You'll You're You've Young Your Yours Yourself You’d You’ll You’re You’ve Zero
""")
