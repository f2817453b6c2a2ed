import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadE5 } from "@besunny/ai/e5/e5-model";
import { hasE5 } from "@besunny/ai/e5/embedding-model";
import { loadSentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";

import type { Report } from "../report";

type Squad = { data: { paragraphs: { context: string; qas: { question: string }[] }[] }[] };

type Encode = (text: string, role: "query" | "passage") => Promise<Float32Array>;
type Options = { squad?: string; model?: string; limit?: string };

/** Counts how often a question finds its paragraph among all of a file in SQuAD's form, by MiniLM and by E5 in the same run. */
export async function embeddings({ squad, model, limit }: Options): Promise<Report> {
  if (!squad) throw new Error("Say which file: pnpm bench embeddings --squad FILE [--model DIR]");
  const { data }: Squad = JSON.parse(await readFile(squad, "utf8"));
  const paragraphs = data.flatMap((article) => article.paragraphs);
  const questions = paragraphs
    .flatMap(({ qas }, paragraph) => qas.map(({ question }) => ({ question, paragraph })))
    .slice(0, Number(limit ?? 1e9));

  const scratch = await mkdtemp(join(tmpdir(), "besunny-bench-embeddings-"));
  try {
    const minilm = await loadSentenceEncoder(scratch);
    const set = { paragraphs: paragraphs.map(({ context }) => context), questions };
    const report: Report = { paragraphs: paragraphs.length, questions: questions.length };
    Object.assign(report, await measure("minilm", minilm.encode, set));
    if (model && (await hasE5(model)))
      Object.assign(report, await measure("e5", (await loadE5(model)).encode, set));
    else
      console.error("E5 is left out: --model names no folder that `pnpm besunny add-model` made.");
    return report;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

type Set = { paragraphs: string[]; questions: { question: string; paragraph: number }[] };

async function measure(name: string, encode: Encode, set: Set): Promise<Report> {
  const before = process.cpuUsage();
  const vectors: Float32Array[] = [];
  for (const paragraph of set.paragraphs) vectors.push(await encode(paragraph, "passage"));
  const { user, system } = process.cpuUsage(before);
  let [first, ten] = [0, 0];
  for (const { question, paragraph } of set.questions) {
    const asked = await encode(question, "query");
    const likeness = vectors.map((vector) => dot(vector, asked));
    const own = likeness[paragraph] ?? 0;
    const better = likeness.filter((each) => each > own).length;
    if (better < 1) first++;
    if (better < 10) ten++;
  }
  return {
    [`${name}_hit_at_1`]: first / set.questions.length,
    [`${name}_hit_at_10`]: ten / set.questions.length,
    [`${name}_cpu_ms_per_paragraph`]: (user + system) / 1_000 / set.paragraphs.length,
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
