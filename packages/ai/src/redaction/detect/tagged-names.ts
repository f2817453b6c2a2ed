import { sentencesOfText } from "@besunny/document-model/sentences";

import type { DocumentPassage, Span } from "../../ai";
import type { SentenceEncoder } from "../../minilm/sentence-encoder";
import { encodeText } from "../../understanding/encoded-text";
import type { Found } from "../../understanding/entities/found";
import { findNames } from "../../understanding/names/find-names";
import { isNameLanguage, type NameLanguage } from "../../understanding/names/load-tagger";

/** A name that is missed leaves; one too many is only a token. So less sure ones count than in understanding. */
const thresholds = { person: 0.3, organisation: 0.6, place: 0.5 };
const PASSAGE_CHARACTERS = 600;
const everyLanguage = ["en", "de", "fr"] as const satisfies readonly NameLanguage[];

/** Finds names by the tagger of a language; by every tagger if it is not known or none is shipped for it. */
export async function taggedNames(
  text: string,
  language: string | null,
  encoder: SentenceEncoder,
): Promise<Found[]> {
  const written = withoutShouting(text);
  const sentences = sentencesOfText(written).map((span) => ({
    span,
    text: written.slice(...span),
  }));
  const passages = passagesOf(
    written,
    sentences.map(({ span }) => span),
  );
  const { tokensOf } = await encodeText(passages, encoder);
  const document = {
    title: "",
    fileName: "",
    format: "text",
    text: written,
    blocks: [],
    pageCount: 1,
    metadata: {},
  };
  const view = { document, sentences, tokensOf };
  const languages = isNameLanguage(language) ? [language] : everyLanguage;
  const found: Found[] = [];
  for (const each of languages) found.push(...(await findNames(view, each, thresholds)));
  return found;
}

/** Writes words in capitals as names are written, so that capitals say something. The text keeps its length. */
function withoutShouting(text: string): string {
  return text.replace(/[^\n]+/g, (line) => {
    const words = line.match(/\p{L}{3,}/gu) ?? [];
    const shouted = words.filter((word) => word === word.toUpperCase());
    if (shouted.length < 2 || shouted.length < words.length * 0.7) return line;
    return line.replace(/(\p{Lu})(\p{Lu}+)/gu, (word, first: string, rest: string) => {
      const small = rest.toLowerCase();
      return small.length === rest.length ? first + small : word;
    });
  });
}

function passagesOf(text: string, sentences: readonly Span[]): DocumentPassage[] {
  const spans: Span[] = [];
  for (const [start, end] of sentences) {
    const open = spans.at(-1);
    if (open && end - open[0] <= PASSAGE_CHARACTERS) open[1] = end;
    else
      for (let from = start; from < end; from += PASSAGE_CHARACTERS)
        spans.push([from, Math.min(end, from + PASSAGE_CHARACTERS)]);
  }
  return spans.map((span) => ({ span, text: text.slice(...span) }));
}
