import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { createReader, type Reader } from "@besunny/reading/pool/reader";

import { type Assertion, assertionsIn } from "./olmocr/assertions";
import { judge, type PageRead } from "./olmocr/judge";
import { peerPagesOf } from "./pdftotext";
import { readingChild } from "./reading-child";
import type { Report } from "./report";

type Tally = { tests: number; passed: number; peer: number };

const empty: PageRead = { text: "", tables: [] };

/**
 * `bench olmocr`: reads the PDFs below `pdfs` of the folder and judges the assertions of its `*.jsonl` files. `pdftotext` is judged in the same
 * run. Prints the assertions that we fail.
 */
export async function olmocr({ dir }: { dir?: string }): Promise<Report> {
  if (!dir) throw new Error("Say where the set is: --dir DIR, with pdfs/ and *.jsonl in it.");
  const assertions = await assertionsIn(dir);
  if (assertions.length === 0) throw new Error(`${dir} holds no assertions.`);
  const reader = createReader({ childEntry: await readingChild(), concurrency: 1 });
  const tallies = new Map<string, Tally>();
  const unjudged = new Map<string, number>();
  for (const [pdf, own] of Map.groupBy(assertions, (assertion) => assertion.pdf)) {
    const path = join(dir, "pdfs", pdf);
    const read = await readPages(reader, path);
    const peer = ((await peerPagesOf(path))?.pages ?? []).map((text) => ({ text, tables: [] }));
    for (const assertion of own) count(assertion, { read, peer }, { tallies, unjudged });
  }
  await reader.close();
  return reportOf(tallies, unjudged);
}

async function readPages(reader: Reader, path: string): Promise<PageRead[]> {
  const outputDirectory = await mkdtemp(join(tmpdir(), "bench-olmocr-"));
  try {
    return pagesOf(await reader.read({ path, fileName: basename(path), outputDirectory }));
  } catch (error) {
    console.log(`refused  ${path}  ${error instanceof Error ? error.message : error}`);
    return [];
  } finally {
    await rm(outputDirectory, { recursive: true });
  }
}

/** The set wants pages without running headers and footers. */
function pagesOf({ pages, blocks, text }: ParsedDocument): PageRead[] {
  return pages.map(({ number }) => {
    const own = blocks.filter(
      ({ page, kind }) => page === number && kind !== "header" && kind !== "footer",
    );
    return {
      text: own.map(({ span }) => text.slice(...span)).join("\n\n"),
      tables: own.flatMap(({ cells }) => (cells ? [cells] : [])),
    };
  });
}

type Pages = { read: PageRead[]; peer: PageRead[] };
type Counts = { tallies: Map<string, Tally>; unjudged: Map<string, number> };

function count(assertion: Assertion, { read, peer }: Pages, { tallies, unjudged }: Counts) {
  const { type, page, id } = assertion;
  const passes = judge(assertion, read[page - 1] ?? empty);
  if (passes === null) {
    unjudged.set(type, (unjudged.get(type) ?? 0) + 1);
    return;
  }
  const tally = tallies.get(type) ?? { tests: 0, passed: 0, peer: 0 };
  tallies.set(type, tally);
  tally.tests += 1;
  if (passes) tally.passed += 1;
  else console.log(`${type}  ${id}  ${JSON.stringify(assertion).slice(0, 200)}`);
  if (judge(assertion, peer[page - 1] ?? empty)) tally.peer += 1;
}

function reportOf(tallies: Map<string, Tally>, unjudged: Map<string, number>): Report {
  const report: Report = {};
  const all = { tests: 0, passed: 0, peer: 0 };
  for (const [type, tally] of [...tallies].sort()) {
    for (const key of ["tests", "passed", "peer"] as const) all[key] += tally[key];
    Object.assign(report, figuresOf(type, tally));
  }
  Object.assign(report, figuresOf("all", all));
  for (const [type, tests] of unjudged) report[`${type}_not_judged`] = tests;
  return report;
}

function figuresOf(type: string, { tests, passed, peer }: Tally): Report {
  return {
    [`${type}_tests`]: tests,
    [`${type}_passed`]: passed,
    [`${type}_pdftotext_passed`]: peer,
  };
}
