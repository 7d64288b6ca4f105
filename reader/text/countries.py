"""Countries and unions by the many names that news gives them, so that "Washington", "U.S." and "American" meet.

Each line is one country: names and short forms, then its people and adjectives, then the capital or seat that news
uses for its government. A capital is a weaker name than the others: a bomb in Baghdad is a bomb in Iraq, and Paris may
be a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE = """
United States, U.S., US, USA, U.S.A., America | American, Americans, US-led | Washington, White House, Pentagon
United Kingdom, U.K., UK, Britain, Great Britain | British, Briton, Britons, Brit, Brits | London, Downing Street
England | English, Englishman |
Scotland | Scottish, Scots, Scot | Edinburgh
Wales | Welsh | Cardiff
Northern Ireland | Northern Irish | Belfast
Ireland | Irish | Dublin
Russia, Russian Federation | Russian, Russians | Moscow, Kremlin
China, PRC | Chinese | Beijing
Taiwan | Taiwanese | Taipei
Hong Kong | Hong Kongers |
North Korea, N. Korea, N Korea, DPRK, NKorea | North Korean, North Koreans, N. Korean, N Korean | Pyongyang
South Korea, S. Korea, S Korea, SKorea | South Korean, South Koreans, S. Korean, S Korean | Seoul
Japan | Japanese | Tokyo
India | Indian, Indians | New Delhi, Delhi
Pakistan | Pakistani, Pakistanis | Islamabad
Afghanistan | Afghan, Afghans, Afghani | Kabul
Bangladesh | Bangladeshi, Bangladeshis | Dhaka
Sri Lanka | Sri Lankan, Sri Lankans | Colombo
Nepal | Nepali, Nepalese | Kathmandu
Myanmar, Burma | Burmese | Naypyidaw, Yangon
Thailand | Thai, Thais | Bangkok
Vietnam | Vietnamese | Hanoi
Cambodia | Cambodian, Cambodians | Phnom Penh
Laos | Laotian, Lao | Vientiane
Malaysia | Malaysian, Malaysians | Kuala Lumpur
Singapore | Singaporean, Singaporeans |
Indonesia | Indonesian, Indonesians | Jakarta
Philippines | Philippine, Filipino, Filipinos | Manila
Australia | Australian, Australians, Aussie, Aust | Canberra
New Zealand, NZ | New Zealander, New Zealanders, Kiwi | Wellington
Papua New Guinea, PNG | Papuan | Port Moresby
Iran | Iranian, Iranians | Tehran
Iraq | Iraqi, Iraqis | Baghdad
Syria | Syrian, Syrians | Damascus
Lebanon | Lebanese | Beirut
Israel | Israeli, Israelis | Jerusalem, Tel Aviv
Palestine, Palestinian Territories | Palestinian, Palestinians | Ramallah
Gaza, Gaza Strip | Gazan, Gazans |
Jordan | Jordanian, Jordanians | Amman
Saudi Arabia | Saudi, Saudis, Saudi Arabian | Riyadh
Yemen | Yemeni, Yemenis | Sanaa, Sana'a
Qatar | Qatari, Qataris | Doha
Kuwait | Kuwaiti, Kuwaitis |
Bahrain | Bahraini, Bahrainis | Manama
Oman | Omani | Muscat
United Arab Emirates, UAE, Emirates | Emirati, Emiratis | Abu Dhabi
Turkey, Türkiye | Turkish, Turk, Turks | Ankara
Egypt | Egyptian, Egyptians | Cairo
Libya | Libyan, Libyans | Tripoli
Tunisia | Tunisian, Tunisians | Tunis
Algeria | Algerian, Algerians | Algiers
Morocco | Moroccan, Moroccans | Rabat
Sudan | Sudanese | Khartoum
South Sudan, S. Sudan, S Sudan | South Sudanese | Juba
Ethiopia | Ethiopian, Ethiopians | Addis Ababa
Eritrea | Eritrean, Eritreans | Asmara
Somalia | Somali, Somalis | Mogadishu
Kenya | Kenyan, Kenyans | Nairobi
Uganda | Ugandan, Ugandans | Kampala
Rwanda | Rwandan, Rwandans | Kigali
Burundi | Burundian | Bujumbura
Tanzania | Tanzanian, Tanzanians | Dodoma
Democratic Republic of Congo, Democratic Republic of the Congo, DR Congo, D.R. Congo, DRC, Congo | Congolese | Kinshasa
Nigeria | Nigerian, Nigerians | Abuja
Niger | Nigerien | Niamey
Mali | Malian, Malians | Bamako
Ghana | Ghanaian, Ghanaians | Accra
Ivory Coast, Côte d'Ivoire, Cote d'Ivoire | Ivorian, Ivorians | Abidjan
Liberia | Liberian, Liberians | Monrovia
Sierra Leone | Sierra Leonean | Freetown
Guinea | Guinean | Conakry
Senegal | Senegalese | Dakar
Cameroon | Cameroonian | Yaounde
Chad | Chadian | N'Djamena
Central African Republic, CAR | Central African | Bangui
Zimbabwe | Zimbabwean, Zimbabweans | Harare
Zambia | Zambian, Zambians | Lusaka
Mozambique | Mozambican | Maputo
Angola | Angolan | Luanda
South Africa, S. Africa, S Africa | South African, South Africans | Pretoria
France | French, Frenchman, Frenchwoman | Paris, Elysee
Germany | German, Germans | Berlin
Italy | Italian, Italians | Rome
Spain | Spanish, Spaniard, Spaniards | Madrid
Portugal | Portuguese | Lisbon
Greece | Greek, Greeks | Athens
Cyprus | Cypriot, Cypriots | Nicosia
Netherlands, Holland | Dutch | The Hague, Amsterdam
Belgium | Belgian, Belgians |
Luxembourg | Luxembourgish |
Switzerland | Swiss | Bern
Austria | Austrian, Austrians | Vienna
Poland | Polish, Pole, Poles | Warsaw
Czech Republic, Czechia | Czech, Czechs | Prague
Slovakia | Slovak, Slovaks | Bratislava
Slovenia | Slovenian, Slovene | Ljubljana
Hungary | Hungarian, Hungarians | Budapest
Romania | Romanian, Romanians | Bucharest
Bulgaria | Bulgarian, Bulgarians | Sofia
Serbia | Serbian, Serb, Serbs | Belgrade
Croatia | Croatian, Croat, Croats | Zagreb
Bosnia, Bosnia and Herzegovina | Bosnian, Bosnians | Sarajevo
Kosovo | Kosovar, Kosovars | Pristina
Albania | Albanian, Albanians | Tirana
Ukraine | Ukrainian, Ukrainians | Kiev, Kyiv
Belarus | Belarusian, Belarusians | Minsk
Moldova | Moldovan, Moldovans | Chisinau
Georgia | Georgian, Georgians | Tbilisi
Armenia | Armenian, Armenians | Yerevan
Azerbaijan | Azerbaijani, Azeri | Baku
Kazakhstan | Kazakh, Kazakhs | Astana
Kyrgyzstan | Kyrgyz | Bishkek
Uzbekistan | Uzbek, Uzbeks | Tashkent
Tajikistan | Tajik, Tajiks | Dushanbe
Mongolia | Mongolian, Mongolians | Ulan Bator
Sweden | Swedish, Swede, Swedes | Stockholm
Norway | Norwegian, Norwegians | Oslo
Denmark | Danish, Dane, Danes | Copenhagen
Finland | Finnish, Finn, Finns | Helsinki
Iceland | Icelandic, Icelander | Reykjavik
Estonia | Estonian, Estonians | Tallinn
Latvia | Latvian, Latvians | Riga
Lithuania | Lithuanian, Lithuanians | Vilnius
Malta | Maltese | Valletta
Canada | Canadian, Canadians | Ottawa
Mexico | Mexican, Mexicans | Mexico City
Guatemala | Guatemalan, Guatemalans | Guatemala City
Honduras | Honduran, Hondurans | Tegucigalpa
El Salvador | Salvadoran, Salvadorans | San Salvador
Nicaragua | Nicaraguan, Nicaraguans | Managua
Costa Rica | Costa Rican, Costa Ricans |
Panama | Panamanian, Panamanians |
Cuba | Cuban, Cubans | Havana
Haiti | Haitian, Haitians | Port-au-Prince
Jamaica | Jamaican, Jamaicans | Kingston
Dominican Republic | Dominican, Dominicans | Santo Domingo
Venezuela | Venezuelan, Venezuelans | Caracas
Colombia | Colombian, Colombians | Bogota, Bogotá
Ecuador | Ecuadorian, Ecuadorean | Quito
Peru | Peruvian, Peruvians | Lima
Bolivia | Bolivian, Bolivians | La Paz
Brazil | Brazilian, Brazilians | Brasilia
Paraguay | Paraguayan, Paraguayans | Asuncion
Uruguay | Uruguayan, Uruguayans | Montevideo
Chile | Chilean, Chileans | Santiago
Argentina | Argentine, Argentinian, Argentines | Buenos Aires
Vatican, Holy See | Vatican's |
"""
_BODY_TABLE = """
European Union, EU, E.U. | | Brussels
United Nations, UN, U.N. | |
Islamic State, ISIS, ISIL, IS, Isis, Isil, Daesh, Islamic State of Iraq and Syria, Islamic State of Iraq | |
European Central Bank, ECB | |
International Monetary Fund, IMF | |
World Health Organization, World Health Organisation, WHO | |
Federal Bureau of Investigation, FBI | |
Central Intelligence Agency, CIA | |
"""


def _read(table: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return names and capitals, each to the first name of its line."""
    names: dict[str, str] = {}
    seats: dict[str, str] = {}
    for line in table.strip().splitlines():
        fields = [[name.strip() for name in field.split(",") if name.strip()] for field in line.split("|")]
        key = fields[0][0]
        names.update(dict.fromkeys(fields[0] + fields[1], key))
        seats.update(dict.fromkeys(fields[2], key))
    return names, seats


_NAMES, _SEATS = _read(_TABLE.rstrip() + _BODY_TABLE)
NAMES: Mapping[str, str] = _NAMES
"""Every name, people and adjective of a country or union, as written, to the name the program shows."""
SEATS: Mapping[str, str] = _SEATS
"""Every capital and seat of government to its country."""
BODIES = frozenset(_read(_BODY_TABLE)[0].values())
"""Those of the names that are bodies, not places."""


def country(words: str) -> str:
    """Return the country that ``words`` name, by its name, its people, its adjective or its seat; "" if none."""
    return NAMES.get(words) or SEATS.get(words, "")
