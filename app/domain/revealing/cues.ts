/** Words beside which a name tells who somebody is. All in small letters. */

const set = (words: string) => new Set(words.trim().split(/\s+/));

export const TITLES = set("dr doctor prof professor nurse matron");
export const FORMS_OF_ADDRESS = set("mr mrs ms miss mx sir lady rev reverend father herr frau");
export const FAMILY_TITLES = set(
  "uncle aunt auntie aunty granny grandma grandpa nana nan cousin oma opa tante onkel",
);

export const CLINICIANS = set(`psychiatrist psychiatrists psychologist therapist psychotherapist
  counsellor counselor gp doctor consultant nurse cpn keyworker worker coordinator co-ordinator
  carer neurologist pharmacist midwife ot manager registrar advocate analyst sponsor`);

export const RELATIVES = set(`mother father mum mom dad sister brother stepmother stepfather
  stepsister stepbrother half-sister half-brother son daughter child baby wife husband partner
  girlfriend boyfriend fiancé fiancée fiance ex ex-husband ex-wife aunt uncle cousin niece nephew
  grandmother grandfather grandma grandpa gran twin friend friends neighbour neighbor flatmate
  roommate housemate colleague boss manager teacher landlord landlady dog cat sibling sons
  daughters sisters brothers children kids stepson stepdaughter`);

export const OWNERS = set("my our his her their a an the your whose this that another");

export const NAMED = set("called named");

/** Nouns that make a name the name of a place of treatment. */
export const WARDS = set(`hospital clinic ward unit infirmary asylum sanatorium sanitarium hospice
  hostel refuge surgery klinik klinikum krankenhaus`);

export const SCHOOLS = set(`school college university academy gymnasium grammar primary polytechnic
  kindergarten nursery universität hochschule`);

export const STREETS = set("street road lane avenue crescent terrace close");

export const WORK = set(`work worked working works job jobs employed hired employer shift shifts
  apprentice apprenticeship volunteer volunteered intern internship trained training volunteering
  started`);
export const AT_WORK = set("at for by with");

export const IN_PLACE = set("in near outside around between");
export const TOWARDS = set("to");
export const AWAY = set("from");
export const MOVING = set(`went go going goes moved move moving came come coming drove drive
  travelled traveled back train trains bus buses sent transferred home returned fled ran brought
  taken flew walked transport discharged`);
export const COMING = set(`came come coming am are is was were moved miles away far bus train
  people somebody someone home back originally not kilometres km minutes hours discharged`);
export const SETTLEMENTS = set(
  "town village city suburb borough island county hamlet parish district",
);

export const SAYING = set(`said says told asked replied laughed smiled nodded whispered shouted
  answered cried hugged held sat phoned rang texted wrote visited knew thought looked`);
export const MEETING = set(`with met saw told asked called loved love married thanked thank phoned
  visited missed miss and like trusted trust hugged dear hello hi sorry`);

/** Before a month or a season, which then is no woman's name. */
export const BEFORE_TIMES = set(`in of last next this until till by since early late mid from to
  through before after every each during around and or late-`);

/** Names of time that are also given names. */
export const TIMES = set("may april june august summer autumn");

/** Small words that stand within names. */
export const WITHIN_NAMES = set("van von de der den di da la le el al bin of-the");
