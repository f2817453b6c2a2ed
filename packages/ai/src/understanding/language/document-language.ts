import { setImmediate } from "node:timers/promises";

import type { DocumentInput, Span, Understanding } from "../../ai";
import { detectLanguage } from "./detect-language";

/** Of longer documents, this many pages are read, evenly spread. */
const MOST_PAGES = 300;
const CHARACTERS_OF_PAGE = 1_500;
/** A page with less text may be a title or a table, and is left out if its language is not known. */
const LEAST_CHARACTERS = 300;

type Languages = Required<Pick<Understanding, "language" | "pageLanguages">>;

/**
 * Returns the language of a document and the pages that are in another one. The document has the language of most of its text. On a page with
 * much text whose language is not known, the code is null.
 */
export async function documentLanguage(document: DocumentInput): Promise<Languages> {
  const pages = spread([...pageTexts(document)]);
  if (pages.length < 2) return { language: await detectLanguage(document.text), pageLanguages: [] };

  const found: { page: number; length: number; language: Languages["language"] }[] = [];
  for (const [page, text] of pages) {
    await setImmediate();
    found.push({ page, length: text.length, language: await detectLanguage(text) });
  }
  const language = heaviest(found) ?? (await detectLanguage(document.text));
  const others = found
    .filter((each) => each.language?.code !== language?.code)
    .filter((each) => each.language !== null || each.length >= LEAST_CHARACTERS)
    .map((each) => ({ page: each.page, code: each.language?.code ?? null }));
  return { language, pageLanguages: language ? others : [] };
}

function heaviest(pages: readonly { length: number; language: Languages["language"] }[]) {
  const byCode = new Map<string, { length: number; confidence: number }>();
  for (const { length, language } of pages) {
    if (!language) continue;
    const known = byCode.get(language.code) ?? { length: 0, confidence: 0 };
    byCode.set(language.code, {
      length: known.length + length,
      confidence: Math.max(known.confidence, language.confidence),
    });
  }
  const [best] = [...byCode].sort((a, b) => b[1].length - a[1].length);
  return best ? { code: best[0], confidence: best[1].confidence } : null;
}

/** The beginning of the text of each page, from its blocks. */
function pageTexts({ text, blocks }: DocumentInput): Map<number, string> {
  const texts = new Map<number, string>();
  for (const { page, span } of blocks) {
    const known = texts.get(page) ?? "";
    if (known.length < CHARACTERS_OF_PAGE) texts.set(page, `${known}${slice(text, span)}\n`);
  }
  return texts;
}

function slice(text: string, [start, end]: Span): string {
  return text.slice(start, Math.min(end, start + CHARACTERS_OF_PAGE));
}

function spread<Page>(pages: readonly Page[]): Page[] {
  if (pages.length <= MOST_PAGES) return [...pages];
  return pages.filter(
    (_, at) =>
      Math.floor((at * MOST_PAGES) / pages.length) !==
      Math.floor(((at - 1) * MOST_PAGES) / pages.length),
  );
}
