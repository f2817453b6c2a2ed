import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { toMarkdown } from "@besunny/document-model/to-markdown";
import { createReader, type Reader } from "@besunny/reading/pool/reader";

import { labelledWords } from "./labelled-words";
import { readingChild } from "./reading-child";
import type { Report } from "./report";
import { type Similarity, similarityOf } from "./similarity";
import { spread } from "./spread";

type Pair = { format: string; source: string; truth: string };
type Result = Pair & { similarity: Similarity; refusal?: string };

/**
 * Reads `<format>/sources/*` below the folder and compares our Markdown with `<format>/groundtruth/<name>.md` or
 * `<name>.<ext>.md`. A file that is refused counts as 0. Prints every file below 0.95.
 */
export async function readPairs(directory: string, most: number): Promise<Report> {
  const pairs = spread(await pairsIn(directory), most);
  if (pairs.length === 0) throw new Error(`${directory} holds no <format>/sources with a truth.`);
  const reader = createReader({ childEntry: await readingChild(), concurrency: 1 });
  const results: Result[] = [];
  for (const pair of pairs) {
    const result = await compare(reader, pair);
    results.push(result);
    if (result.similarity.text < 0.95) console.log(lineOf(result));
  }
  await reader.close();
  return reportOf(results);
}

async function pairsIn(directory: string): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const format of (await readdir(directory)).sort()) {
    const sources = join(directory, format, "sources");
    if (!existsSync(sources)) continue;
    for (const name of (await readdir(sources, { recursive: true })).sort()) {
      const truths = [name, name.slice(0, -extname(name).length)].map((stem) =>
        join(directory, format, "groundtruth", `${stem}.md`),
      );
      const truth = truths.find((path) => extname(name) !== "" && existsSync(path));
      if (truth) pairs.push({ format, source: join(sources, name), truth });
    }
  }
  return pairs;
}

async function compare(reader: Reader, pair: Pair): Promise<Result> {
  const outputDirectory = await mkdtemp(join(tmpdir(), "bench-read-"));
  const truth = labelledWords(await readFile(pair.truth, "utf8"));
  try {
    const { source: path } = pair;
    const model = await reader.read({ path, fileName: basename(path), outputDirectory });
    return { ...pair, similarity: similarityOf(labelledWords(toMarkdown(model)), truth) };
  } catch (error) {
    const refusal = error instanceof Error ? error.message : String(error);
    const share = truth.length === 0 ? 1 : 0;
    return { ...pair, refusal, similarity: { text: share, bag: share, structure: share } };
  } finally {
    await rm(outputDirectory, { recursive: true });
  }
}

function lineOf({ format, source, similarity, refusal }: Result): string {
  const { text, bag, structure } = similarity;
  const shares = [text, bag, structure].map((share) => share.toFixed(3)).join(" ");
  return `${shares}  ${format}/${basename(source)}${refusal ? `  ${refusal}` : ""}`;
}

function reportOf(results: Result[]): Report {
  const report: Report = { pairs: results.length };
  for (const [format, own] of Map.groupBy(results, (result) => result.format)) {
    report[`${format}_pairs`] = own.length;
    for (const part of ["text", "bag", "structure"] as const)
      report[`${format}_${part}`] = meanOf(own.map(({ similarity }) => similarity[part]));
  }
  report.refused = results.filter(({ refusal }) => refusal).length;
  report.below_95 = results.filter(({ similarity }) => similarity.text < 0.95).length;
  for (const part of ["text", "bag", "structure"] as const)
    report[part] = meanOf(results.map(({ similarity }) => similarity[part]));
  return report;
}

function meanOf(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return Math.round(mean * 1_000) / 1_000;
}
