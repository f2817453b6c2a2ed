import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { stemmer } from "stemmer";
import type { Report } from "../report";
import { askPeer } from "./ask-peer";
import { localUnderstanding } from "./local-understanding";

const MOST = 10;

type Text = { text: string; chosen: Set<string> };

/**
 * `bench keyphrases`: compares the first ten key phrases of each `NAME.txt` with those that people chose, one a line in `NAME.key`. A phrase
 * is right if it has the stems of a chosen one. Prints the means over all texts.
 */
export async function keyphrases({
  dir,
  limit,
  against,
}: {
  dir?: string;
  limit?: string;
  against?: string;
}): Promise<Report> {
  if (!dir) throw new Error("Say where the texts and their key phrases lie: --dir DIR");
  const texts = await textsIn(dir, Number(limit ?? Number.POSITIVE_INFINITY));
  if (texts.length === 0) throw new Error(`${dir} has no NAME.txt with a NAME.key beside it.`);
  const yake = await byYake(texts);
  return {
    texts: texts.length,
    ...scored(texts, await byLocalModels(texts)),
    ...(against && scored(texts, await byLocalModels(texts, against), "before_")),
    ...(yake && scored(texts, yake, "yake_")),
  };
}

async function textsIn(directory: string, most: number): Promise<Text[]> {
  const names = (await readdir(directory)).sort();
  const texts: Text[] = [];
  for (const name of names.filter((each) => each.endsWith(".txt"))) {
    const key = `${name.slice(0, -".txt".length)}.key`;
    if (texts.length >= most || !names.includes(key)) continue;
    const [text, chosen] = await Promise.all(
      [name, key].map((each) => readFile(join(directory, each), "utf8")),
    );
    if (!text || !chosen) continue;
    const phrases = chosen.split("\n").map(stemmed);
    texts.push({ text, chosen: new Set(phrases.filter((phrase) => phrase !== "")) });
  }
  return texts;
}

/** The stems of a phrase. Signs do not count. */
function stemmed(phrase: string): string {
  const words = phrase.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map(stemmer).join(" ");
}

async function byLocalModels(texts: readonly Text[], checkout?: string): Promise<string[][]> {
  const models = await localUnderstanding(checkout);
  const found: string[][] = [];
  for (const { text } of texts) {
    const { keyPhrases } = await models.understand(text);
    found.push(keyPhrases.map((each) => each.text));
  }
  await models.close();
  return found;
}

const yakeScript = `
import json, sys, yake
finder = yake.KeywordExtractor(n=3, top=${MOST})
print(json.dumps([[phrase for phrase, _ in finder.extract_keywords(text)] for text in json.load(sys.stdin)]))
`;

async function byYake(texts: readonly Text[]): Promise<string[][] | null> {
  const given = texts.map(({ text }) => text);
  return (await askPeer("YAKE", yakeScript, given)) as string[][] | null;
}

function scored(texts: readonly Text[], found: readonly string[][], prefix = ""): Report {
  let [precision, recall, both] = [0, 0, 0];
  for (const [at, { chosen }] of texts.entries()) {
    const given = new Set((found[at] ?? []).map(stemmed).slice(0, MOST));
    const right = [...given].filter((phrase) => chosen.has(phrase)).length;
    precision += right / Math.max(1, given.size);
    recall += right / Math.max(1, chosen.size);
    both += (2 * right) / Math.max(1, given.size + chosen.size);
  }
  const mean = (sum: number) => (100 * sum) / texts.length;
  return {
    [`${prefix}precision_at_10`]: mean(precision),
    [`${prefix}recall_at_10`]: mean(recall),
    [`${prefix}f1_at_10`]: mean(both),
  };
}
