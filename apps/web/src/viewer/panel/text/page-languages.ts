type PageLanguage = { page: number; code: string | null };
export type LanguageOfPages = { language: string | null; pages: string };

/** Groups pages by their language, with runs of pages as ranges: German on "3-5, 8". The language is null if it is not known. */
export function languagesOfPages(
  pages: readonly PageLanguage[],
  languageName: (code: string) => string,
): LanguageOfPages[] {
  const byCode = new Map<string | null, number[]>();
  for (const { page, code } of pages) byCode.set(code, [...(byCode.get(code) ?? []), page]);
  return [...byCode].map(([code, numbers]) => ({
    language: code && languageName(code),
    pages: ranges(numbers),
  }));
}

function ranges(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}
