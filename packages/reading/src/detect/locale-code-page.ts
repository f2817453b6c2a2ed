/** Code pages of Windows by the primary language of a locale ([MS-LCID]). All other languages have 1252. */
const languages: [codePage: number, languages: readonly number[]][] = [
  [874, [0x1e]],
  [932, [0x11]],
  [936, [0x04]],
  [949, [0x12]],
  [1250, [0x05, 0x0e, 0x15, 0x18, 0x1a, 0x1b, 0x1c, 0x24]],
  [1251, [0x02, 0x19, 0x22, 0x23, 0x2f, 0x3f, 0x40, 0x44, 0x50]],
  [1253, [0x08]],
  [1254, [0x1f, 0x2c, 0x43]],
  [1255, [0x0d]],
  [1256, [0x01, 0x20, 0x29]],
  [1257, [0x25, 0x26, 0x27]],
  [1258, [0x2a]],
];

/** Locales whose code page is not that of their language: Chinese in traditional letters, Serbian, Bosnian, Azeri and Uzbek in Cyrillic ones. */
const locales: Record<number, number> = {
  1028: 950,
  3076: 950,
  5124: 950,
  2092: 1251,
  2115: 1251,
  3098: 1251,
  7194: 1251,
  8218: 1251,
};

/** Returns the number of the code page in which Windows writes the language of a locale. */
export function localeCodePage(locale: number): number {
  const language = locale & 0x3ff;
  const found = languages.find(([, known]) => known.includes(language));
  return locales[locale] ?? found?.[0] ?? 1252;
}
