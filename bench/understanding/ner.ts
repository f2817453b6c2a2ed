import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSentenceEncoder, type SentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";
import { readFolder } from "@besunny/ai/training/names/columns";
import { encodedTogether, textOf } from "@besunny/ai/training/names/encoded-together";
import type { NamedSentence } from "@besunny/ai/training/names/named-sentence";
import { scoreNames } from "@besunny/ai/training/names/score-names";
import { isNameLanguage, loadTagger } from "@besunny/ai/understanding/names/load-tagger";
import { sureNames } from "@besunny/ai/understanding/names/sure-names";
import type { Tagged, TaggedSentence } from "@besunny/ai/understanding/names/tagger";
import type { Report } from "../report";
import { compromiseNames, spacyNames } from "./ner-peers";

const all = { person: 0, organisation: 0, place: 0 };

/**
 * `bench ner`: finds the names of labelled text and compares them with its labels, exact words and exact kind. The files are in the form of CoNLL-2003 or
 * WNUT-17. The words are those of the files. Peers read the same sentences.
 */
export async function ner({
  dir,
  language = "en",
  limit,
}: {
  dir?: string;
  language?: string;
  limit?: string;
}): Promise<Report> {
  if (!dir) throw new Error("Say where the labelled files lie: --dir DIR");
  if (!isNameLanguage(language))
    throw new Error(`BeSunny finds no names in ${language}. Say --language en, de or fr.`);
  const sentences = readFolder(dir).slice(0, Number(limit ?? Number.POSITIVE_INFINITY));
  if (sentences.length === 0) throw new Error(`${dir} has no labelled sentences.`);

  const tagger = await loadTagger(language);
  const cache = await mkdtemp(join(tmpdir(), "bench-ner-"));
  const encoder = await loadSentenceEncoder(cache);
  const found: { shipped: Tagged[][]; plain: Tagged[][] } = { shipped: [], plain: [] };
  for (const document of documentsOf(sentences)) {
    const tagged = tagger.needsTokens
      ? await encoded(document, encoder)
      : document.map(({ words }) => ({ words, tokens: null }));
    found.shipped.push(...sureNames(tagger, tagged));
    found.plain.push(...sureNames(tagger, tagged, all));
  }
  await encoder.close();
  await rm(cache, { recursive: true, force: true });

  const peers = {
    compromise: language === "en" ? compromiseNames(sentences) : null,
    spacy: await spacyNames(sentences, language),
  };
  return {
    sentences: sentences.length,
    names: sentences.reduce((sum, { names }) => sum + names.length, 0),
    ...figures("", sentences, found.shipped),
    ...figures("unsure_", sentences, found.plain),
    ...figures("compromise_", sentences, peers.compromise),
    ...figures("spacy_", sentences, peers.spacy),
  };
}

/** Returns the sentences of each document. In a file without marks of documents each sentence is one. */
function documentsOf(sentences: readonly NamedSentence[]): NamedSentence[][] {
  return [...Map.groupBy(sentences, ({ document }) => document).values()];
}

async function encoded(
  document: readonly NamedSentence[],
  encoder: SentenceEncoder,
): Promise<TaggedSentence[]> {
  const tagged: TaggedSentence[] = [];
  for (const group of encodedTogether(document, (text) => encoder.countTokens(text, 10_000))) {
    const { tokens, inner } = await encoder.encodeTokens(group.map(textOf).join(" "));
    let offset = 0;
    for (const sentence of group) {
      const shift = offset;
      const words = sentence.words.map(({ text, start, end }) => ({
        text,
        start: start + shift,
        end: end + shift,
      }));
      tagged.push({ words, tokens: { tokens, inner } });
      offset += textOf(sentence).length + 1;
    }
  }
  return tagged;
}

function figures(
  prefix: string,
  sentences: readonly NamedSentence[],
  found: readonly (readonly Omit<Tagged, "confidence">[])[] | null,
): Report {
  if (found === null) return {};
  const scores = scoreNames(
    sentences.map(({ names }, index) => ({
      given: names,
      found: (found[index] ?? []).map((name) => ({ confidence: 1, ...name })),
    })),
  );
  return Object.fromEntries(
    Object.entries(scores).flatMap(([kind, { precision, recall, f1 }]) => [
      [`${prefix}${kind}_precision`, 100 * precision],
      [`${prefix}${kind}_recall`, 100 * recall],
      [`${prefix}${kind}_f1`, 100 * f1],
    ]),
  );
}
