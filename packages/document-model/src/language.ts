import { eld } from "eld/small";
import type { Page } from "./parsed-document";

const leastCharacters = 40;
const enough = 2_000;

/** Returns the ISO 639-1 code of a text's language; undefined if the text is too short or no language is clearly likeliest. */
export function languageOf(text: string): string | undefined {
  const sample = text
    .slice(0, 4 * enough)
    .replace(/\S*[\d@/]\S*/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, enough);
  if (sample.length < leastCharacters) return undefined;
  const found = eld.detect(sample);
  return found.isReliable() && found.language ? found.language : undefined;
}

/** The language of most characters of those pages whose language is known. */
export function mainLanguageOf(pages: Pick<Page, "language" | "span">[]): string | undefined {
  const characters = new Map<string, number>();
  for (const { language, span } of pages)
    if (language) characters.set(language, (characters.get(language) ?? 0) + span[1] - span[0]);
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0];
}
