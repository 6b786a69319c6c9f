"""Countries with their adjectives, capitals and seats of power, and well-known other places.

One row a country: `name; other names; adjectives and people; capital and seats of power`. A capital
or seat ("Moscow", "Kremlin") stands for its government in the news. General knowledge, written for
this project; the short English names follow the UN list of member states.
"""

from __future__ import annotations

from functools import cache

_COUNTRIES = """
Afghanistan;;Afghan,Afghans;Kabul
Albania;;Albanian,Albanians;Tirana
Algeria;;Algerian,Algerians;Algiers
Angola;;Angolan,Angolans;Luanda
Argentina;;Argentine,Argentines,Argentinian,Argentinians;Buenos Aires
Armenia;;Armenian,Armenians;Yerevan
Australia;Commonwealth of Australia;Australian,Australians,Aussie;Canberra
Austria;;Austrian,Austrians;Vienna
Azerbaijan;;Azerbaijani,Azerbaijanis,Azeri;Baku
Bahamas;The Bahamas;Bahamian,Bahamians;Nassau
Bahrain;;Bahraini,Bahrainis;Manama
Bangladesh;;Bangladeshi,Bangladeshis;Dhaka
Barbados;;Barbadian,Barbadians;Bridgetown
Belarus;;Belarusian,Belarusians;Minsk
Belgium;;Belgian,Belgians;
Belize;;Belizean;Belmopan
Benin;;Beninese;Porto-Novo
Bhutan;;Bhutanese;Thimphu
Bolivia;;Bolivian,Bolivians;La Paz
Bosnia and Herzegovina;Bosnia,Bosnia-Herzegovina;Bosnian,Bosnians;Sarajevo
Botswana;;Botswanan;Gaborone
Brazil;;Brazilian,Brazilians;Brasilia,Brasília
Brunei;;Bruneian;
Bulgaria;;Bulgarian,Bulgarians;Sofia
Burkina Faso;;Burkinabe;Ouagadougou
Burundi;;Burundian,Burundians;Bujumbura
Cambodia;;Cambodian,Cambodians;Phnom Penh
Cameroon;;Cameroonian,Cameroonians;Yaounde
Canada;;Canadian,Canadians;Ottawa
Chad;;Chadian,Chadians;N'Djamena
Chile;;Chilean,Chileans;Santiago
China;People's Republic of China,PRC;Chinese;Beijing,Zhongnanhai
Colombia;;Colombian,Colombians;Bogota,Bogotá
Congo;Democratic Republic of the Congo,DR Congo,DRC;Congolese;Kinshasa
Costa Rica;;Costa Rican,Costa Ricans;
Croatia;;Croatian,Croatians,Croat;Zagreb
Cuba;;Cuban,Cubans;Havana
Cyprus;;Cypriot,Cypriots;Nicosia
Czech Republic;Czechia;Czech,Czechs;Prague
Denmark;;Danish,Dane,Danes;Copenhagen
Djibouti;;Djiboutian;
Dominican Republic;;Dominican,Dominicans;Santo Domingo
Ecuador;;Ecuadorian,Ecuadorians,Ecuadorean;Quito
Egypt;;Egyptian,Egyptians;Cairo
El Salvador;;Salvadoran,Salvadorans;San Salvador
Eritrea;;Eritrean,Eritreans;Asmara
Estonia;;Estonian,Estonians;Tallinn
Eswatini;Swaziland;Swazi;Mbabane
Ethiopia;;Ethiopian,Ethiopians;Addis Ababa
Fiji;;Fijian,Fijians;Suva
Finland;;Finnish,Finn,Finns;Helsinki
France;French Republic;French,Frenchman,Frenchwoman;Paris,Elysee,Élysée,Elysee Palace,Élysée Palace
Gabon;;Gabonese;Libreville
Gambia;The Gambia;Gambian,Gambians;Banjul
Georgia;;Georgian,Georgians;Tbilisi
Germany;Federal Republic of Germany;German,Germans;Berlin,Bundestag
Ghana;;Ghanaian,Ghanaians;Accra
Greece;;Greek,Greeks;Athens
Grenada;;Grenadian;
Guatemala;;Guatemalan,Guatemalans;Guatemala City
Guinea;;Guinean,Guineans;Conakry
Guyana;;Guyanese;
Haiti;;Haitian,Haitians;Port-au-Prince
Honduras;;Honduran,Hondurans;Tegucigalpa
Hungary;;Hungarian,Hungarians;Budapest
Iceland;;Icelandic,Icelander,Icelanders;Reykjavik
India;;Indian,Indians;New Delhi,Delhi
Indonesia;;Indonesian,Indonesians;Jakarta
Iran;Islamic Republic of Iran,Islamic Republic;Iranian,Iranians;Tehran
Iraq;;Iraqi,Iraqis;Baghdad
Ireland;Republic of Ireland;Irish,Irishman,Irishwoman;Dublin
Israel;;Israeli,Israelis;Jerusalem,Knesset
Italy;;Italian,Italians;Rome
Ivory Coast;Côte d'Ivoire,Cote d'Ivoire;Ivorian,Ivorians;Abidjan
Jamaica;;Jamaican,Jamaicans;
Japan;;Japanese;Tokyo
Jordan;;Jordanian,Jordanians;Amman
Kazakhstan;;Kazakh,Kazakhs;Astana
Kenya;;Kenyan,Kenyans;Nairobi
Kosovo;;Kosovan,Kosovar,Kosovars;Pristina
Kuwait;;Kuwaiti,Kuwaitis;Kuwait City
Kyrgyzstan;;Kyrgyz;Bishkek
Laos;;Laotian,Lao;Vientiane
Latvia;;Latvian,Latvians;Riga
Lebanon;;Lebanese;Beirut
Lesotho;;Basotho;Maseru
Liberia;;Liberian,Liberians;Monrovia
Libya;;Libyan,Libyans;Tripoli
Liechtenstein;;;Vaduz
Lithuania;;Lithuanian,Lithuanians;Vilnius
Luxembourg;;Luxembourgish;
Madagascar;;Malagasy;Antananarivo
Malawi;;Malawian,Malawians;Lilongwe
Malaysia;;Malaysian,Malaysians;Kuala Lumpur
Maldives;;Maldivian;
Mali;;Malian,Malians;Bamako
Malta;;Maltese;Valletta
Mauritania;;Mauritanian;Nouakchott
Mauritius;;Mauritian;
Mexico;;Mexican,Mexicans;Mexico City
Moldova;;Moldovan,Moldovans;Chisinau
Monaco;;Monegasque;
Mongolia;;Mongolian,Mongolians;Ulaanbaatar
Montenegro;;Montenegrin,Montenegrins;Podgorica
Morocco;;Moroccan,Moroccans;Rabat
Mozambique;;Mozambican,Mozambicans;Maputo
Myanmar;Burma;Burmese;Naypyidaw,Yangon
Namibia;;Namibian,Namibians;Windhoek
Nepal;;Nepalese,Nepali;Kathmandu
Netherlands;The Netherlands,Holland;Dutch,Dutchman;The Hague,Amsterdam
New Zealand;;New Zealander,New Zealanders,Kiwi;Wellington
Nicaragua;;Nicaraguan,Nicaraguans;Managua
Niger;;Nigerien;Niamey
Nigeria;;Nigerian,Nigerians;Abuja
North Korea;DPRK;North Korean,North Koreans;Pyongyang
North Macedonia;Macedonia;Macedonian,Macedonians;Skopje
Norway;;Norwegian,Norwegians;Oslo
Oman;;Omani,Omanis;Muscat
Pakistan;;Pakistani,Pakistanis;Islamabad
Palestine;State of Palestine,Palestinian Authority;Palestinian,Palestinians;Ramallah
Panama;;Panamanian,Panamanians;Panama City
Papua New Guinea;;Papua New Guinean;Port Moresby
Paraguay;;Paraguayan,Paraguayans;Asuncion
Peru;;Peruvian,Peruvians;Lima
Philippines;The Philippines;Filipino,Filipinos,Philippine;Manila
Poland;;Polish,Pole,Poles;Warsaw
Portugal;;Portuguese;Lisbon
Qatar;;Qatari,Qataris;Doha
Romania;;Romanian,Romanians;Bucharest
Russia;Russian Federation;Russian,Russians;Moscow,Kremlin
Rwanda;;Rwandan,Rwandans;Kigali
Samoa;;Samoan,Samoans;Apia
Saudi Arabia;Kingdom of Saudi Arabia;Saudi,Saudis,Saudi Arabian;Riyadh
Senegal;;Senegalese;Dakar
Serbia;;Serbian,Serbians,Serb,Serbs;Belgrade
Sierra Leone;;Sierra Leonean;Freetown
Singapore;;Singaporean,Singaporeans;
Slovakia;;Slovak,Slovaks,Slovakian;Bratislava
Slovenia;;Slovenian,Slovenians,Slovene;Ljubljana
Somalia;;Somali,Somalis;Mogadishu
South Africa;;South African,South Africans;Pretoria
South Korea;Republic of Korea;South Korean,South Koreans;Seoul,Blue House
South Sudan;;South Sudanese;Juba
Spain;;Spanish,Spaniard,Spaniards;Madrid
Sri Lanka;;Sri Lankan,Sri Lankans;Colombo
Sudan;;Sudanese;Khartoum
Suriname;;Surinamese;Paramaribo
Sweden;;Swedish,Swede,Swedes;Stockholm
Switzerland;;Swiss;Bern,Berne
Syria;;Syrian,Syrians;Damascus
Taiwan;;Taiwanese;Taipei
Tajikistan;;Tajik,Tajiks;Dushanbe
Tanzania;;Tanzanian,Tanzanians;Dodoma
Thailand;;Thai,Thais;Bangkok
Timor-Leste;East Timor;Timorese;Dili
Togo;;Togolese;Lome
Tonga;;Tongan,Tongans;
Trinidad and Tobago;;Trinidadian;Port of Spain
Tunisia;;Tunisian,Tunisians;Tunis
Turkey;Türkiye,Turkiye;Turkish,Turk,Turks;Ankara
Turkmenistan;;Turkmen;Ashgabat
Uganda;;Ugandan,Ugandans;Kampala
Ukraine;;Ukrainian,Ukrainians;Kyiv,Kiev
United Arab Emirates;UAE,Emirates;Emirati,Emiratis;Abu Dhabi
United Kingdom;UK,U.K.,Britain,Great Britain;British,Briton,Britons,Brit,Brits;London,+
United States;US,U.S.,USA,U.S.A.,United States of America,America;American,Americans;Washington,+
Uruguay;;Uruguayan,Uruguayans;Montevideo
Uzbekistan;;Uzbek,Uzbeks;Tashkent
Vatican;Holy See,Vatican City;;
Venezuela;;Venezuelan,Venezuelans;Caracas
Vietnam;;Vietnamese;Hanoi
Yemen;;Yemeni,Yemenis;Sanaa,Sana'a
Zambia;;Zambian,Zambians;Lusaka
Zimbabwe;;Zimbabwean,Zimbabweans;Harare
European Union;EU,E.U.;;Brussels
Scotland;;Scottish,Scot,Scots;Holyrood,Edinburgh
Wales;;Welsh;Cardiff
England;;English,Englishman,Englishwoman;
Northern Ireland;;Northern Irish;Stormont,Belfast
Hong Kong;;Hong Konger,Hong Kongers;
Greenland;;Greenlandic,Greenlander,Greenlanders;Nuuk
"""

# Rows too long for one line go on here.
_MORE_SEATS = {
    "United Kingdom": ("Downing Street", "10 Downing Street", "Whitehall", "Westminster"),
    "United States": ("White House", "Washington DC", "Washington D.C."),
}

_PALACES = frozenset(
    "Kremlin|White House|Downing Street|10 Downing Street|Whitehall|Westminster|Elysee|Blue House|"
    "Knesset|Zhongnanhai|Stormont|Pentagon".split("|")
)

_ADJECTIVES = """
African Africans Asian Asians European Europeans Arab Arabs Western Eastern Nordic Baltic Balkan
Latin Scandinavian Jewish Muslim Muslims Christian Christians Catholic Catholics Islamic Hindu
Hindus Sikh Sikhs Buddhist Buddhists Jews Mormon Mormons Protestant Protestants Orthodox Sunni
Shia Shiite Kurdish Kurds Kurd Tibetan Uyghur Roma Soviet
Korean Koreans Californian Texan Parisian Londoner Londoners Bavarian Sicilian Siberian Catalan
Chechen Tatar Democratic Republican Democrat Democrats Republicans Labour Tory Tories Conservative
Conservatives Liberal Liberals Hispanic Latino Latinos Native Indigenous Aboriginal Transatlantic
"""

_PLACES = """
Europe;Asia;Africa;North America;South America;Latin America;Central America;Antarctica;Oceania
Middle East;Far East;Caribbean;Balkans;Baltics;Scandinavia;Caucasus;Siberia;Crimea;Donbas;Donbass
Gaza;Gaza Strip;West Bank;Golan Heights;Kashmir;Tibet;Xinjiang;Kurdistan;Chechnya;Catalonia
Atlantic;Pacific;Indo-Pacific;Arctic;Mediterranean;Black Sea;Red Sea;Baltic Sea;North Sea
South China Sea;Persian Gulf;Gulf of Mexico;Strait of Hormuz;Taiwan Strait;English Channel
Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;Florida;Hawaii;Idaho
Illinois;Indiana;Iowa;Kansas;Kentucky;Louisiana;Maine;Maryland;Massachusetts;Michigan;Minnesota
Mississippi;Missouri;Montana;Nebraska;Nevada;New Hampshire;New Jersey;New Mexico;New York
North Carolina;North Dakota;Ohio;Oklahoma;Oregon;Pennsylvania;Rhode Island;South Carolina
South Dakota;Tennessee;Texas;Utah;Vermont;Virginia;West Virginia;Wisconsin;Wyoming;Puerto Rico
Oklahoma City;Kansas City;Jersey City;Quebec City;Green Bay;Tampa Bay;Baton Rouge;West Texas
New York City;Los Angeles;Chicago;Houston;Phoenix;Philadelphia;San Antonio;San Diego;Dallas
San Francisco;Seattle;Denver;Boston;Detroit;Memphis;Portland;Las Vegas;Baltimore;Milwaukee
Atlanta;Miami;Oakland;Minneapolis;Cleveland;New Orleans;Tampa;Orlando;Pittsburgh;Cincinnati
St. Louis;Honolulu;Anchorage;Sacramento;Salt Lake City;Nashville;Manhattan;Brooklyn;Hollywood
Silicon Valley;Wall Street;Capitol Hill;Toronto;Montreal;Vancouver;Calgary;Quebec;Ontario;Alberta
British Columbia;Manchester;Birmingham;Liverpool;Leeds;Glasgow;Bristol;Sheffield;Oxford;Cambridge
Hague;Bronx;Geneva;Zurich;Davos;Milan;Naples;Venice;Florence;Turin;Barcelona;Seville;Valencia;Munich;Hamburg
Frankfurt;Cologne;Marseille;Lyon;Nice;Strasbourg;Rotterdam;Antwerp;Salzburg;Krakow;Gdansk
Istanbul;St. Petersburg;St Petersburg;Saint Petersburg;Kharkiv;Odesa;Odessa;Lviv;Mariupol;Kherson
Donetsk;Luhansk;Bakhmut;Aleppo;Mosul;Basra;Kandahar;Karachi;Lahore;Peshawar;Mumbai;Bombay
Kolkata;Chennai;Bangalore;Bengaluru;Hyderabad;Shanghai;Shenzhen;Guangzhou;Wuhan;Hong Kong;Macau
Osaka;Hiroshima;Nagasaki;Fukushima;Busan;Sydney;Melbourne;Brisbane;Perth;Adelaide;Auckland
Christchurch;Johannesburg;Cape Town;Durban;Lagos;Mombasa;Alexandria;Casablanca;Tel Aviv;Haifa
Rafah;Khan Younis;Dubai;Mecca;Medina;Rio de Janeiro;Sao Paulo;São Paulo;Sumatra;Java;Bali;Aceh
"""


@cache
def country_table() -> dict[str, str]:
    """Every name, adjective, capital and seat of power, as written, to its country's name."""
    table: dict[str, str] = {}
    for country, *columns in _rows():
        table[country] = country
        for column in columns:
            for form in column:
                table.setdefault(form, country)
    return table


@cache
def countries() -> frozenset[str]:
    """The names of the countries as `country_table` gives them."""
    return frozenset(row[0] for row in _rows())


@cache
def demonyms() -> frozenset[str]:
    """Adjectives and names of peoples and creeds: capitalised, and not names of anyone."""
    found = {form for row in _rows() for form in row[2]}
    return frozenset(found | set(_ADJECTIVES.split()))


@cache
def places() -> frozenset[str]:
    """Countries, capitals, and the well-known regions and cities."""
    found = {form for row in _rows() for form in (row[0], *row[1], *row[3])}
    found |= {name for line in _PLACES.split("\n") for name in line.split(";") if name}
    return frozenset(found)


@cache
def capitals() -> frozenset[str]:
    """Capital cities, without the palaces and offices that stand for a government."""
    seats = {form for row in _rows() for form in row[3]}
    return frozenset(seats - _PALACES)


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    rows: list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = []
    for line in _COUNTRIES.strip().split("\n"):
        name, others, people, seats = line.split(";")
        more = _MORE_SEATS.get(name, ())
        capitals = tuple(seat for seat in _split(seats) if seat != "+")
        rows.append((name, _split(others), _split(people), capitals + more))
    return tuple(rows)


def _split(column: str) -> tuple[str, ...]:
    return tuple(form for form in column.split(",") if form)
