/** Reads a number as people of a language write it: `5,000.5` in English, `5.000,5` in German. Null if it is none. */
export function typedNumber(text: string, locale: string): number | null {
  const [group, point] = marksOf(locale);
  const bare = text.trim().replace(/[\s\u00a0\u202f’']/g, "");
  if (!isGrouped(bare, group, point)) return null;
  const plain = bare.replaceAll(group, "").replace(point, ".");
  if (!/^[-−]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  const read = Number(plain.replace("−", "-"));
  return Number.isFinite(read) ? read : null;
}

/** Writes a number as people of a language do, with all its digits. */
export function writtenNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
}

/** Between marks of thousands there are three digits, or the mark is meant for something else. */
function isGrouped(text: string, group: string, point: string): boolean {
  const [whole = ""] = text.split(point);
  const [, ...groups] = whole.split(group);
  return groups.every((digits) => /^\d{3}$/.test(digits));
}

function marksOf(locale: string): [group: string, point: string] {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6);
  const mark = (type: string) => parts.find((part) => part.type === type)?.value;
  return [mark("group") ?? ",", mark("decimal") ?? "."];
}
