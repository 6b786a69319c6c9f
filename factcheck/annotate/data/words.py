"""Words that decide what a run of capitals is: honorifics, titles, heads of organisations."""

from __future__ import annotations

HONORIFICS = frozenset(
    "Sir Mr Mrs Ms Miss Mx Dr Lord Lady Dame Prof Professor Baroness Baron Rev Reverend Fr Father "
    "Sheikh Imam Rabbi Hon Madam Mme Monsieur Herr Frau Señor Sayyid Ayatollah Mullah".split()
)
MALE_HONORIFICS = frozenset("Sir Mr Lord Baron Father Fr Monsieur Herr Señor".split())
FEMALE_HONORIFICS = frozenset("Mrs Ms Miss Lady Dame Baroness Madam Mme Frau".split())

# Capitalised heads of a title before a name; the words before them belong to the title too.
TITLE_HEADS = frozenset(
    "President Premier Minister Chancellor Secretary Governor Gov Senator Sen Representative Rep "
    "Congressman Congresswoman Mayor Councillor Councilman Councilwoman Ambassador Commissioner "
    "General Gen Admiral Adm Colonel Col Lieutenant Lt Major Maj Captain Capt Sergeant Sgt "
    "Corporal Cpl Cllr Private Commander Cmdr Marshal Officer Detective Det Inspector "
    "Superintendent Constable Sheriff Deputy Chief Judge Justice Magistrate Attorney "
    "Prosecutor Pope Cardinal Archbishop Bishop Pastor Deacon King Queen Prince Princess Duke "
    "Duchess Earl Count Countess "
    "Emperor Emir Sultan Coach Chairman Chairwoman Chair Chairperson Director Editor Spokesman "
    "Spokeswoman Spokesperson Envoy Speaker Leader Treasurer Comptroller CEO CFO COO Principal "
    "Undersecretary Taoiseach Tánaiste Lawmaker Actor Actress Author Singer Comedian Star Lawyer "
    "Staff Counsel Chef Dean Provost Manager GM Agent Ranger Producer "
    "Producers Presidents Ministers Senators Trooper Patrolman Investigator Congressmen QB RB WR "
    "CB Rector Vice-President".split()
)
# Words that stand before a title head and belong to it ("Prime", "Foreign", "Vice").
TITLE_MODIFIERS = frozenset(
    "Prime Vice Deputy First Second Former Acting Interim Assistant Associate Senior Junior Chief "
    "Foreign Defence Defense Finance Interior Home Health Education Energy Transport Justice "
    "Treasury Trade Labor Labour Agriculture Environment Culture Sports Press Executive Managing "
    "Financial Operating Special Presidential Brigadier Lieutenant Major Rear Field Attorney "
    "Surgeon Crown Grand Supreme Lead Co Shadow Cabinet Minister Staff Master Police District "
    "State National Security General Political Communications Technology Information".split()
)

ORGANISATION_HEADS = frozenset(
    "Inc Ltd Corp Corporation Company Co LLC PLC Plc GmbH AG SA NV Group Holdings Partners "
    "Ministry Bank University College School Institute Party Council Committee Commission "
    "Department Agency Association Organization Organisation Federation Foundation Union Court "
    "Parliament Senate Congress House Assembly Authority Board Bureau Office Service Services "
    "Society Club Church Army Navy Force Forces Police Guard Hospital Museum Academy League Team "
    "Airlines Airways Air Motors Systems Technologies Technology Industries International Media "
    "News Times Post Journal Gazette Tribune Herald Guardian Telegraph Press Network Television "
    "Radio Records Studios Pictures Entertainment Fund Trust Capital Securities Insurance Energy "
    "Oil Gas Petroleum Pharmaceuticals Laboratories Labs Software Airport Centre Center Treasury "
    "Reserve Exchange Administration Government Coalition Alliance Front Movement Brigade Brigades "
    "Command Cabinet Embassy Consulate Division Unit Clinic Library Theatre Theater Orchestra "
    "United City Rovers Wanderers Chargers Giants Bank's Embassy Registry Observatory Survey "
    "Chamber Secretariat Tribunal Prosecutors Constabulary Regiment Corps Battalion Squad".split()
)
# Heads that make a named thing which is neither a person nor an organisation.
THING_HEADS = frozenset(
    "Strategy Doctrine Treaty Act Agreement Accord Accords Deal Plan Report Summit Conference War "
    "Day Week Month Year Award Awards Prize Cup Championship Championships Games Olympics Open "
    "Series Season Election Elections Street Road Avenue Bridge River Lake Mountain Mount Island "
    "Islands Sea Ocean Bay Gulf Valley Park Square Building Tower Hall Palace Stadium Arena "
    "Airport Station County State Province District Region City Town Village Constitution "
    "Revolution Rebellion Uprising Crisis Programme Program Project Initiative Operation Bill Law "
    "Amendment Protocol Convention Declaration Resolution Festival Show Hotel Hurricane Storm "
    "Typhoon Earthquake Christmas Easter Ramadan Eve Era Age Century Bible Internet God".split()
)
# Heads after which "of" (or "for") goes on with the name: "Bank of England", "Gulf of Mexico".
OF_HEADS = frozenset(
    "Bank Ministry University College Institute Department House Academy Organization Organisation "
    "Association Council Court Committee Commission Board Bureau Office Society Church Federation "
    "Union League Republic Kingdom Gulf Strait Bay Isle Isles Cape Straits Sea City State States "
    "Province Party Chamber Chambers Centre Center School Museum Museums Library Confederation "
    "Congress Agency Authority Fund Foundation Trust Movement Front Army Brotherhood Bill Statue "
    "Tower Battle Treaty Declaration Secretary Duke Duchess Prince Princess Earl Archbishop Bishop "
    "Director Chief Speaker Chairman Attorney Registry Survey Democratic Coalition Campaign Corps "
    "Sons Daughters Guards Companies Cathedral Port Rio Ivory Game Lord Doctors".split()
)
PARTICLES = frozenset(
    "van von de der den del della di da das dos du la le bin ibn bint al el ul ud ur ter ten te zu "
    "abu ben y e'".split()
)
CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct "
    "Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun GMT UTC EST EDT PST PDT CET CEST BST AM "
    "PM Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays".split()
)
SAYING = frozenset(
    "said says say told tells added adds stated states announced announces warned warns insisted "
    "insists argued argues claimed claims denied denies confirmed confirms noted notes explained "
    "replied asked wrote tweeted declared stressed urged recalled admitted conceded testified "
    "according".split()
)
# Capitalised at the start of a sentence and almost never the start of a name.
OPENERS = frozenset(
    "a an the this that these those he she it they we you i his her its their our your my who what "
    "when where why how which while whilst after before since until although though because if "
    "unless as at by for from in into of off on onto out over per than through to toward towards "
    "under up upon with within without about above across against along among around behind below "
    "beneath beside besides between beyond despite during except like near past and but or nor so "
    "yet not no yes all any both each either every few many more most much neither none one other "
    "others several some such two three four five six seven eight nine ten eleven twelve there "
    "here then now today tomorrow yesterday tonight later earlier also just even only still again "
    "however meanwhile moreover furthermore therefore thus hence instead nevertheless nonetheless "
    "otherwise additionally finally first second third firstly secondly lastly last next another "
    "according following once whether whatever whoever maybe perhaps indeed please let do does did "
    "is are was were be been being has have had can could may might must shall should will would "
    "experts officials analysts police authorities critics supporters protesters people residents "
    "witnesses investigators prosecutors lawmakers scientists researchers doctors shares stocks "
    "sources reports leaders ministers soldiers troops rebels security government new old former "
    "key topics tags related read photo image picture video credit share updated overview outcome "
    "asked speaking writing adding citing given based born taken made known located recently "
    "originally previously eventually ultimately soon often sometimes usually rarely never always "
    "amid among alongside thanks sorry well oh ok okay nobody somebody everyone everybody anyone "
    "nothing something everything anything himself herself itself themselves is'nt don't can't "
    "i'm i've i'll i'd it's he's she's that's there's we're they're you're what's let's".split()
)
ROMAN = frozenset("II III IV VI VII VIII IX XI XII XIII XIV XV XVI".split())
SUFFIXES = frozenset("Jr Sr Jnr Snr Junior Senior Esq".split()) | ROMAN
COMPANY_SUFFIXES = frozenset(
    "inc ltd corp corporation company co llc plc gmbh ag sa nv group holdings limited".split()
)
