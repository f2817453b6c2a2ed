import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DocumentInput, Fact } from "@besunny/ai/ai";
import { conventionsOf } from "@besunny/ai/understanding/entities/conventions";
import { findFacts } from "@besunny/ai/understanding/facts/find-facts";
import { detectLanguage } from "@besunny/ai/understanding/language/detect-language";
import { cardOf } from "@besunny/core/understanding/contract/cards/cards";
import { placedText } from "@besunny/document-model/placed-text";
import { createReader, type Reader } from "@besunny/reading/pool/reader";
import { readingChild } from "../reading-child";
import type { Report } from "../report";
import { spread } from "../spread";
import { documentOfLines } from "./facts/document-of-lines";
import type { FactCase } from "./facts/expected";
import { peerFacts } from "./facts/invoice2data-peer";
import { readSet } from "./facts/read-set";
import { type Outcome, reportOf, scoreFacts } from "./facts/score-facts";

/** As the product sends them to the models. */
const PAGES_WITH_PLACES = 4;

type Options = {
  dir?: string;
  limit?: string;
  half?: string;
  lines?: boolean;
};

/**
 * `bench facts`: reads the documents of a set and compares the facts that the local models find with what the set says, field by field. The
 * type is known; its card says which fields are looked for. With `--lines`, the true lines of a set of receipts stand in for its images.
 */
export async function facts({ dir, limit, half, lines = false }: Options): Promise<Report> {
  if (!dir) throw new Error("Say where the set lies: --dir DIR");
  const all = halfOf(await readSet(dir, lines), half);
  const cases = spread(all, Number(limit ?? Number.POSITIVE_INFINITY));
  if (cases.length === 0)
    throw new Error(`${dir} is no set: bench/README.md says what a set looks like.`);
  const reader = createReader({ childEntry: await readingChild(), concurrency: 1 });
  const outcomes: Outcome[] = [];
  let milliseconds = 0;
  for (const from of cases) {
    const document = await documentOf(from, reader);
    const began = performance.now();
    const found = document && (await factsIn(document, from.expected.type));
    milliseconds += performance.now() - began;
    outcomes.push({ from, facts: found });
  }
  await reader.close();
  const scores = scoreFacts(outcomes, cardOf);
  for (const { document, field, expected, stated, isFound, right } of scores)
    if (expected.length > 0 && (!isFound || right < stated.length))
      console.error(`${document}  ${field}: ${JSON.stringify({ expected, stated })}`);
  const peer = await peerFacts(cases);
  return {
    files: cases.length,
    refused: outcomes.filter((outcome) => outcome.facts === null).length,
    ms_per_file: milliseconds / cases.length,
    ...reportOf(scores, "ours"),
    ...(peer && reportOf(scoreFacts(peer, cardOf), "invoice2data")),
  };
}

/** The first or the second half of the documents in the order of their names. */
function halfOf(cases: FactCase[], half: string | undefined): FactCase[] {
  const middle = Math.floor(cases.length / 2);
  if (half === "1") return cases.slice(0, middle);
  return half === "2" ? cases.slice(middle) : cases;
}

async function factsIn(document: DocumentInput, type: string): Promise<Fact[]> {
  const language = await detectLanguage(document.text);
  return findFacts(document, cardOf(type), conventionsOf(document.text, language?.code ?? null));
}

async function documentOf({ path, name, lines }: FactCase, reader: Reader) {
  if (lines) return documentOfLines(lines);
  const outputDirectory = await mkdtemp(join(tmpdir(), "bench-facts-"));
  try {
    const model = await reader.read({ path, fileName: name, outputDirectory });
    return {
      title: "",
      fileName: "",
      format: model.format,
      text: model.text,
      blocks: [],
      pageCount: model.pages.length,
      metadata: {},
      pieces: placedText(model.pages.slice(0, PAGES_WITH_PLACES), model.text),
      ...(model.facts && { statedFacts: model.facts }),
    };
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    return null;
  } finally {
    await rm(outputDirectory, { recursive: true, force: true });
  }
}
