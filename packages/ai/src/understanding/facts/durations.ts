/** A length of time in a text. `iso` is ISO 8601: `P3Y`, `P18M`, `P90D`. */
export type FoundDuration = { start: number; end: number; iso: string; words: string };

const numbers: Record<string, number> = {};
const count = (value: number, words: string) => {
  for (const word of words.split(" ")) numbers[word] = value;
};
count(
  1,
  "one a an ein eine einem einen einer eines un une uno una um uma en ett et één jeden jedna jednego",
);
count(2, "two zwei zweier deux dos due twee dois duas dwa dwie dwóch två to");
count(3, "three drei dreier trois tres tre drie três trzy trzech");
count(4, "four vier vierer quatre cuatro quattro quatro cztery czterech fyra fire");
count(5, "five fünf cinq cinco cinque vijf pięć pięciu fem");
count(6, "six sechs seis sei zes sześć sześciu sex seks");
count(7, "seven sieben sept siete sette zeven sete siedem siedmiu sju syv");
count(8, "eight acht huit ocho otto oito osiem ośmiu åtta otte");
count(9, "nine neun neuf nueve nove negen dziewięć nio ni");
count(10, "ten zehn dix diez dieci tien dez dziesięć dziesięciu tio ti");
count(12, "twelve zwölf douze doce dodici twaalf doze dwanaście dwunastu tolv");
count(
  14,
  "fourteen vierzehn quatorze catorce quattordici veertien catorze czternaście czternastu fjorton fjorten",
);
count(15, "fifteen fünfzehn quinze quince quindici vijftien piętnaście piętnastu femton femten");
count(18, "eighteen achtzehn dix-huit dieciocho diciotto achttien dezoito osiemnaście arton atten");
count(20, "twenty zwanzig vingt veinte venti twintig vinte dwadzieścia tjugo tyve");
count(24, "twenty-four vierundzwanzig vingt-quatre veinticuatro ventiquattro");
count(25, "twenty-five fünfundzwanzig vingt-cinq veinticinco venticinque");
count(
  30,
  "thirty dreißig dreissig trente treinta trenta dertig trinta trzydzieści trzydziestu trettio tredive",
);
count(36, "thirty-six sechsunddreißig trente-six");
count(40, "forty vierzig quarante cuarenta quaranta veertig quarenta");
count(45, "forty-five quarante-cinq quarantacinque");
count(50, "fifty fünfzig cinquante cincuenta cinquanta vijftig cinquenta");
count(60, "sixty sechzig soixante sesenta sessanta zestig sessenta sześćdziesiąt sextio tres");
count(
  90,
  "ninety neunzig quatre-vingt-dix noventa novanta negentig dziewięćdziesiąt nittio halvfems",
);
count(99, "ninety-nine");
count(100, "hundred hundert cent cien cento honderd cem sto hundra hundrede");
count(120, "one-hundred-twenty hundred-twenty");
count(180, "one-hundred-eighty hundred-eighty");
numbers.tres = 3;

const units: readonly [unit: string, pattern: string][] = [
  [
    "Y",
    "calendar years?|contract years?|years?|yrs?|jahr(?:e|en|es)?|années?|ans?|años?|anni|anno|jaar|jaren|anos?|lata|lat|rok(?:u)?|år",
  ],
  [
    "M",
    "calendar months?|months?|mos?|monat(?:e|en|s)?|mois|mes(?:es)?|mesi|mese|maand(?:en)?|mês|miesi[ąę]c(?:e|y|a)?|månad(?:er)?|måned(?:er)?",
  ],
  [
    "W",
    "weeks?|wochen?|semaines?|semanas?|settiman[ae]|week|weken|tygodni(?:e|a)?|tydzień|veckor|vecka|uger?",
  ],
  [
    "D",
    "calendar days?|business days?|working days?|days?|tag(?:e|en|es)?|werktage?n?|jours?|días?|giorn[io]|dagen|dag|dias?|dni|dzień|dagar|dage",
  ],
];
const words = Object.keys(numbers)
  .sort((a, b) => b.length - a.length)
  .join("|");
const number = `(?:one hundred (?:and )?(?:twenty|eighty|fifty)|(?<![\\p{L}\\d-])(?:${words})(?!\\p{L})|\\d{1,3}(?![\\d.,]\\d))`;
const pattern = new RegExp(
  `(?<![\\p{L}\\d.,])(?<number>${number})(?:\\s*[-–]?\\s*\\(\\s*(?<digits>\\d{1,3})\\s*\\))?[\\s-]*(?:\\(\\s*)?(?:consecutive |full |complete |additional |successive |volle[nr]? |weitere[nr]? |prior |further )?(?:${units.map(([unit, forms]) => `(?<${unit}>${forms})`).join("|")})(?![\\p{L}])`,
  "giu",
);

/** Finds lengths of time such as "three (3) years", "90 days", "sechs Monaten". */
export function findDurations(text: string): FoundDuration[] {
  return [...text.matchAll(pattern)].flatMap((match): FoundDuration[] => {
    const groups = match.groups ?? {};
    const written = groups.number?.toLowerCase() ?? "";
    const amount = groups.digits ? Number(groups.digits) : numberOf(written);
    const unit = units.find(([name]) => groups[name] !== undefined)?.[0];
    if (!amount || !unit) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    return [{ start, end, iso: `P${amount}${unit}`, words: inWords(amount, groups[unit] ?? "") }];
  });
}

function numberOf(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written);
  const hundreds = /^one hundred (?:and )?(\w+)$/.exec(written);
  return hundreds ? 100 + (numbers[hundreds[1] ?? ""] ?? 0) : numbers[written];
}

function inWords(amount: number, unit: string): string {
  return `${amount} ${unit.toLowerCase().replace(/\s+/g, " ")}`;
}

const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const anniversary = new RegExp(
  `\\b(?<word>${ordinals.join("|")}|fifteenth|twentieth|twenty-fifth|thirtieth)?(?:\\s*\\(?\\s*(?<digits>\\d{1,2})\\s*(?:s ?t|n ?d|r ?d|t ?h)\\s*\\)?)?\\s+anniversary\\b`,
  "giu",
);

/** Finds "the fifth (5th) anniversary" as five years. */
export function findAnniversaries(text: string): FoundDuration[] {
  return [...text.matchAll(anniversary)].flatMap((match): FoundDuration[] => {
    const word = match.groups?.word?.toLowerCase() ?? "";
    const long = { fifteenth: 15, twentieth: 20, "twenty-fifth": 25, thirtieth: 30 }[word];
    const amount = Number(match.groups?.digits ?? long ?? ordinals.indexOf(word) + 1);
    if (!amount) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    return [{ start, end, iso: `P${amount}Y`, words: amount === 1 ? "1 year" : `${amount} years` }];
  });
}

/** Returns the day that is a duration after a day; both in ISO 8601. */
export function dayAfter(day: string, duration: string): string | null {
  const [, amount, unit] = /^P(\d+)([YMWD])$/.exec(duration) ?? [];
  const [year, month, date] = day.split("-").map(Number);
  if (!amount || !year || !month || !date) return null;
  const by = Number(amount);
  if (unit === "D" || unit === "W")
    return iso(new Date(Date.UTC(year, month - 1, date + by * (unit === "W" ? 7 : 1))));
  const months = month - 1 + by * (unit === "Y" ? 12 : 1);
  const last = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  return iso(new Date(Date.UTC(year, months, Math.min(date, last))));
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}
