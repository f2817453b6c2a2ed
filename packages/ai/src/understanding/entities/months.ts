/** Languages whose month names are known; `null` language searches the first ten. */
const languages =
  "en de fr es it nl pt pl sv da nb fi cs sk hu ro bg el tr ru uk hr sl lt lv et ca is id vi".split(
    " ",
  );
const USUAL = 10;

/** Forms that people write and CLDR does not list. */
const besides: Record<string, readonly string[]> = {
  en: ["sept"],
  de: ["jänner", "jän", "feber", "mrz", "sept", "maerz"],
  fr: ["janv", "févr", "fevrier", "juil", "aout", "decembre", "sept", "dec"],
  es: ["setiembre", "sept", "ene", "ago", "dic", "set"],
  it: ["gen", "mag", "giu", "lug", "ago", "set", "sett", "ott", "dic"],
  nl: ["mrt", "maart", "sept"],
  pt: ["março", "marco", "fev", "abr", "ago", "set", "out", "dez"],
  da: ["sept"],
  sv: ["sept"],
};
const monthOfForm: Record<string, number> = {
  sept: 9,
  jänner: 1,
  jän: 1,
  feber: 2,
  mrz: 3,
  maerz: 3,
  janv: 1,
  févr: 2,
  fevrier: 2,
  juil: 7,
  aout: 8,
  decembre: 12,
  dec: 12,
  setiembre: 9,
  ene: 1,
  ago: 8,
  dic: 12,
  set: 9,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  sett: 9,
  ott: 10,
  mrt: 3,
  maart: 3,
  março: 3,
  marco: 3,
  fev: 2,
  abr: 4,
  out: 10,
  dez: 12,
};

const tables = new Map<string, ReadonlyMap<string, number>>();

/** Returns the names of months in a language and in English, in lower case and without a full stop, with their numbers. */
export function monthsOf(language: string | null): ReadonlyMap<string, number> {
  const key = language !== null && languages.includes(language) ? language : "";
  const known = tables.get(key);
  if (known) return known;
  const names = new Map<string, number>();
  // The first entry wins: the language itself goes before English, common languages before rare ones.
  for (const each of key ? [key, "en"] : languages.slice(0, USUAL)) addMonths(names, each);
  tables.set(key, names);
  return names;
}

function addMonths(names: Map<string, number>, language: string): void {
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: "long" },
    { month: "short" },
    { day: "numeric", month: "long", year: "numeric" },
    { day: "numeric", month: "short", year: "numeric" },
  ];
  const add = (name: string, month: number) => {
    const bare = name.toLowerCase().replace(/\.$/, "");
    if (/^\p{L}[\p{L}\p{M}]{2,}$/u.test(bare) && !names.has(bare)) names.set(bare, month);
  };
  for (let month = 1; month <= 12; month++)
    for (const form of forms) {
      const format = new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" });
      const parts = format.formatToParts(Date.UTC(2024, month - 1, 5));
      add(parts.find(({ type }) => type === "month")?.value ?? "", month);
    }
  for (const form of besides[language] ?? []) add(form, monthOfForm[form] ?? 0);
}
