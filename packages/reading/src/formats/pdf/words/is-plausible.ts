import type { PageWords } from "./page-words";

const vowels = /[aeiouyаеёиоуыэюяєіїαεηιουω]/;
const enough = 20;

/** Returns true if words could be those of a language: in alphabets with vowels, 22 to 65 % of the letters are vowels. */
export function isPlausible({ byDirection }: Pick<PageWords, "byDirection">): boolean {
  let [letters, vowelled, signs] = [0, 0, 0];
  for (const { text } of byDirection.flat())
    for (const sign of text.normalize("NFD").toLowerCase()) {
      if (/\p{M}/u.test(sign)) continue;
      signs += 1;
      if (!/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(sign)) continue;
      letters += 1;
      if (vowels.test(sign)) vowelled += 1;
    }
  if (letters < enough) return signs > 0;
  const share = vowelled / letters;
  return share > 0.22 && share < 0.65;
}
