/** Parts of addresses as sources of patterns. Capital letters begin every name of a street or a town. */
const name = "\\p{Lu}[\\p{L}'’.-]{0,24}";
const house = "\\d{1,4}[ ]?(?:[a-zA-Z](?![\\p{L}]))?(?:[ ]?[-–/][ ]?\\d{1,4}[a-zA-Z]?)?";
const frenchHouse = "\\d{1,4}(?:[ ]?(?:bis|ter|quater|[A-D]))?";
const link =
  "(?:de la|de las|de los|de l['’]|della|delle|dello|dei|degli|des|dos|das|del|du|de|di|do|da|d['’]|la|le|les|el|los|las|l['’])";
const part = "(?:\\p{L}{1,4}\\.|\\p{L}[\\p{L}'’-]{0,24})";
const romanceName = `(?:${link}[ ]?)?(?:${part}|\\d{1,2}(?!\\d))(?:[ ](?:${link}[ ]?)?${part}){0,4}`;

const firmKinds =
  "Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Parkway|Pkwy|Highway|Hwy|Crescent|Cres|Terrace";
const looseKinds =
  "Drive|Dr|Court|Ct|Close|Place|Pl|Square|Sq|Ter|Way|Circle|Cir|Trail|Trl|Row|Walk|Grove|Gardens|Mews|Hill|Plaza|Alley|Broadway|Quay|Green|Park|Loop|Run|Pike";
const firmEndings =
  "stra(?:ß|ss)e|str\\.|allee|gasse|chaussee|damm|ufer|gatan|gränd|vägen|stigen|gade|vej|allé|stræde|straat|laan|plein|gracht|kade|singel|dreef|katu|kuja|utca|utja|veien|gaten|stien|braut|stígur";
const looseEndings =
  "weg|platz|ring|markt|steig|pfad|tie|gata|gate|tér|út|sti|hof|berg|stræti|väg|graben|dijk|baan";
const firmWords = `(?:Stra(?:ß|ss)e|Str\\.|Allee|Gasse|Chaussee|Platz|Weg|Ring|Damm|Ufer|Straat|Laan|Plein|utca|tér|út|útja)`;

/** Streets that their words show, in the forms of many countries. */
export const firmStreets: readonly RegExp[] = [
  // 221B Baker Street; 350 Fifth Ave.; 12 Northwest 5th Street
  pattern(
    `\\d{1,6}[A-Za-z]?(?:[ ]?[-–/][ ]?\\d{1,4})?[ ](?:${name}[ ]|\\d{1,3}(?:st|nd|rd|th)[ ]){1,4}(?:${firmKinds})(?![\\p{L}])\\.?(?:[ ](?:[NSEW]{1,2}|North|South|East|West)(?![\\p{L}]))?`,
  ),
  // Hauptstraße 12a; Drottninggatan 5; Kerkstraat 10-12
  pattern(`\\p{Lu}[\\p{L}'’-]{2,30}(?:${firmEndings})[ ]${house}`),
  // Lange Straße 7; Alte Str. 3; Árpád fejedelem útja 62
  pattern(`(?:${name}[ -]){1,3}(?:\\p{L}{2,14}[ ]){0,1}${firmWords}[ ]${house}`),
  // Straße des 17. Juni 135; Am Markt 4; An der Alster 5
  pattern(
    `(?:(?:Stra(?:ß|ss)e|Platz|Allee) d(?:es|er)[ ](?:\\d{1,2}\\.[ ])?${name}|(?:Am|An der|An den|Im|In der|Auf der|Auf dem|Unter den|Zum|Zur)[ ]${name}(?:[ ]${name})?)[ ]${house}(?=,?\\s{1,3}(?:[A-Z]{1,2}-)?\\d{4,5}[ ]\\p{Lu})`,
  ),
  // 10 bis, rue de la Paix; 5 avenue des Champs-Élysées
  pattern(
    `${frenchHouse},?[ ](?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb][dl]\\.?|[Cc]hemin|[Ii]mpasse|[Aa]llée|[Qq]uai|[Rr]oute|[Pp]assage|[Ff]aubourg|[Cc]ours|[Pp]lace)[ ]${romanceName}`,
  ),
  // Rue de la Loi 16; Calle Mayor, 3; Via Roma 131; Rua Augusta n.º 25
  pattern(
    `(?:Rue|Avenue|Boulevard|Chaussée|Place|Calle|C/|Avda?\\.?|Av\\.|Avenida|Paseo|Plaza|Pza\\.|Carrer|Ronda|Camino|Travesía|Via|Viale|V\\.le|Piazza|P\\.zza|Corso|C\\.so|Vicolo|Strada|Rua|R\\.|Travessa|Praça|Alameda|Estrada|Largo)[ ]${romanceName},?[ ](?:n[.º°]{0,2}[ ]?)?${house}`,
  ),
  // ul. Marszałkowska 10/12; Al. Jerozolimskie 5
  pattern(
    `(?<!et )(?:[Uu]l|[Aa]l|[Pp]l|[Oo]s)\\.[ ](?=\\p{Lu}|\\d)(?:\\p{L}[\\p{L}.-]{0,24}[ ]){1,4}\\d{1,4}[a-zA-Z]?(?:/\\d{1,4})?`,
  ),
  // P.O. Box 12; Postfach 34 56; PSC 3294, Box 9168
  pattern(
    `P\\.?[ ]?O\\.?[ ]?[Bb]ox[ ]\\d{1,6}|(?:PO|POST OFFICE) BOX[ ]\\d{1,6}|Postfach[ ]\\d{1,3}(?:[ ]\\d{2}){0,2}|Postbus[ ]\\d{1,5}|Casella postale[ ]\\d{1,5}|Apartado(?: de correos)?[ ]\\d{1,5}|(?:PSC|Unit|CMR)[ ]\\d{1,5},?[ ]Box[ ]\\d{1,5}`,
  ),
];

/** Streets whose words mean other things too: they need a label before them or a postal code after them. */
export const looseStreets: readonly RegExp[] = [
  pattern(`\\d{1,6}[A-Za-z]?[ ](?:${name}[ ]){1,4}(?:${looseKinds})(?![\\p{L}])\\.?`),
  pattern(`\\d{1,5}[ ]${name}(?:[ ]${name}){0,3}(?:[ ]\\d{1,5}\\.?)?`),
  pattern(`\\p{Lu}[\\p{L}'’-]{2,30}(?:${looseEndings})[ ]${house}`),
  pattern(`${name}(?:[ ]${name}){0,3}[ ]${house}`),
];

/** Words before a number that make it no house number. */
export const otherNumbers =
  /(?<!\p{L})(?:no|nr|nro|invoice|order|page|item|table|figure|section|version|model|date|station|vol|volume|chapter|year|period|ended|vat|ref|lot|room|grade|class|stage|phase|week|day|type|size|windows|tel|phone|fax)(?!\p{L})/iu;

const town = `${name}(?:[ -](?:(?:am|an der|im|in|de|la|le|sur|les|del|di|do|upon|on)[ -])?${name}){0,3}`;
/** A postal code with its town, in the order and the form of most countries. */
export const postal = [
  `(?:[A-Z]{1,3}-)?\\d{4,6}[ ]${town}(?:[ ]\\d{1,2}(?!\\d))?(?:[ ]\\(?[A-Z]{2}\\)?(?!\\p{L}))?`,
  `(?:[A-Z]-)?\\d{3}[ ]\\d{2}[ ]${town}`,
  `\\d{4}[ ]?[A-Z]{2}[ ]{1,2}${town}`,
  `\\d{2}-\\d{3}[ ]${town}`,
  `\\d{4}-\\d{3}[ ]${town}`,
  `\\d{5}-\\d{3}`,
  `${town},?[ ]{1,2}[A-Z]{2}\\.?,?[ ]{1,2}\\d{5}(?:-\\d{4})?`,
  `(?:${town},?[ ]{1,2})?[A-Z]{1,2}\\d[A-Z\\d]?[ ]\\d[A-Z]{2}`,
  `(?:${town},?[ ]{1,2})?(?:[A-Z]{2}[ ]{1,2})?[A-Z]\\d[A-Z][ ]?\\d[A-Z]\\d`,
  `(?:DPO|APO|FPO|dpo|apo|fpo)[ ](?:A[AEP]|a[aep])[ ]\\d{5}`,
  `(?:${town},?[ ]{1,2})?(?:[A-Z]{2,3}[ ]{1,2})?(?!19|20)\\d{4}(?!\\d)`,
  `${name}(?:[ ]${name}){0,2}[ ](?!(?:19|20)\\d\\d(?!\\d))\\d{4,6}`,
].join("|");

export const unit =
  "(?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Fl|Room|Rm|Etage|Stock|Appt|Appartement|Bât|Bâtiment|Piso|Interno|Int|Scala|lok|m|lgh)\\.?[ ]?#?[ ]?[\\w-]{1,6}|#[ ]?\\d{1,5}|\\d{1,2}[ºª°][ ]?\\p{L}{0,4}|\\d{1,2}\\.[ ]?(?:OG|Stock|Etage|th|tv|sal)";

function pattern(source: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}]|\\p{N}[.,/-])(?:${source})(?![\\p{L}\\p{N}]|[.,:]\\p{N})`,
    "gu",
  );
}
