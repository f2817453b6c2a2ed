/** Languages whose month names are known; `null` language searches the first ten. */
const languages =
  "en de fr es it nl pt pl sv da nb fi cs sk hu ro bg el tr ru uk hr sl lt lv et ca is id vi".split(
    " ",
  );
const USUAL = 10;

/** Forms that people write and CLDR does not list, with the numbers of their months. */
const besides: Record<string, Record<string, number>> = {
  en: { sept: 9 },
  de: { jänner: 1, jän: 1, feber: 2, mrz: 3, sept: 9, maerz: 3 },
  fr: { janv: 1, févr: 2, fevrier: 2, juil: 7, aout: 8, decembre: 12, sept: 9, dec: 12 },
  es: { setiembre: 9, sept: 9, ene: 1, ago: 8, dic: 12, set: 9 },
  it: { gen: 1, mag: 5, giu: 6, lug: 7, ago: 8, set: 9, sett: 9, ott: 10, dic: 12 },
  nl: { mrt: 3, maart: 3, sept: 9 },
  pt: { março: 3, marco: 3, fev: 2, abr: 4, ago: 8, set: 9, out: 10, dez: 12 },
  da: { sept: 9 },
  sv: { sept: 9 },
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
  for (const [form, month] of Object.entries(besides[language] ?? {})) add(form, month);
}
