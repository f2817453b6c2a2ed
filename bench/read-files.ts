import { glob, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { ReadingError } from "@besunny/reading/contract/reading-error";
import { createReader } from "@besunny/reading/pool/reader";
import { wordsOf } from "./labelled-words";
import { type PeerPages, peerPagesOf } from "./pdftotext";
import { readingChild } from "./reading-child";
import { percentile, type Report } from "./report";
import { commonInOrder } from "./similarity";
import { spread } from "./spread";

type Usage = { cpuSeconds: number; peakBytes: number; recognitions: number };
type Outcome =
  | { name: string; seconds: number; end: "ok"; model: ParsedDocument; usage: Usage }
  | { name: string; seconds: number; end: "refused" | "crashed" | "timed_out"; reason: string };

/**
 * Reads every file below the folder in a child process, two at once, as the product does. Prints the refusals, and the PDFs that agree
 * least with `pdftotext` where that is installed. Agreement is the Dice coefficient of the words common in order, page by page.
 * Only pages with text of their own on both sides count; pages that we recognised from a picture do not.
 */
export async function readFiles(directory: string, most: number): Promise<Report> {
  const names: string[] = [];
  for await (const entry of glob("**/*", { cwd: directory, withFileTypes: true }))
    if (entry.isFile()) names.push(join(entry.parentPath, entry.name));
  const chosen = spread(names.sort(), most);
  if (chosen.length === 0) throw new Error(`${directory} holds no files.`);

  const tally = newTally();
  const outputDirectory = await mkdtemp(join(tmpdir(), "bench-read-"));
  const reader = createReader({ childEntry: await readingChild(), concurrency: 2 });
  const queue = [...chosen];
  const work = async () => {
    for (let path = queue.shift(); path; path = queue.shift()) {
      const outcome = await read(path, outputDirectory);
      count(tally, outcome, directory);
      if (outcome.end === "ok" && outcome.model.format === "pdf")
        compare(tally, outcome, await peerPagesOf(path));
    }
  };

  async function read(path: string, output: string): Promise<Outcome> {
    const name = path.slice(directory.length).replace(/^\//, "");
    const began = performance.now();
    let usage: Usage = { cpuSeconds: 0, peakBytes: 0, recognitions: 0 };
    try {
      const model = await reader.read({
        path,
        fileName: basename(path),
        outputDirectory: output,
        onUsage: (spent) => {
          usage = spent;
        },
      });
      return { name, seconds: since(began), end: "ok", model, usage };
    } catch (error) {
      return { name, seconds: since(began), end: endOf(error), reason: reasonOf(error) };
    }
  }

  await Promise.all([work(), work()]);
  await reader.close();
  await rm(outputDirectory, { recursive: true });
  return reportOf(tally, chosen.length);
}

function since(began: number): number {
  return (performance.now() - began) / 1_000;
}

/** With what was thrown below it, where that was no error of ours: a library's, or a fault. */
function reasonOf(error: unknown): string {
  if (!(error instanceof ReadingError)) return String(error);
  const cause = typeof error.cause === "string" ? error.cause.split("\n").slice(0, 2) : [];
  return [error.code, error.message, ...cause.map((line) => line.trim())].join(" ");
}

function endOf(error: unknown): "refused" | "crashed" | "timed_out" {
  if (!(error instanceof ReadingError) || error.code === "INTERNAL") return "crashed";
  return error.code === "TIMEOUT" ? "timed_out" : "refused";
}

type Tally = {
  ends: Record<Outcome["end"], number>;
  codes: Map<string, number>;
  seconds: number[];
  cpuSeconds: number;
  peakBytes: number;
  digital: { pages: number; cpuSeconds: number };
  peer: { pages: number; cpuSeconds: number };
  agreements: { name: string; share: number }[];
};

function newTally(): Tally {
  return {
    ends: { ok: 0, refused: 0, crashed: 0, timed_out: 0 },
    codes: new Map(),
    seconds: [],
    cpuSeconds: 0,
    peakBytes: 0,
    digital: { pages: 0, cpuSeconds: 0 },
    peer: { pages: 0, cpuSeconds: 0 },
    agreements: [],
  };
}

function count(tally: Tally, outcome: Outcome, directory: string) {
  tally.ends[outcome.end] += 1;
  tally.seconds.push(outcome.seconds);
  if (outcome.end !== "ok") {
    const [code = ""] = outcome.reason.split(" ");
    tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1);
    console.log(`${outcome.end}  ${outcome.name}  ${outcome.reason}`);
    return;
  }
  const { usage, model } = outcome;
  tally.cpuSeconds += usage.cpuSeconds;
  tally.peakBytes = Math.max(tally.peakBytes, usage.peakBytes);
  if (model.text === "" && model.attachments.length === 0)
    console.log(`ok without text  ${outcome.name}  in ${directory}`);
}

/** Born-digital: nothing in it was sent to text recognition. */
function compare(
  tally: Tally,
  { name, model, usage }: Outcome & { end: "ok" },
  peer: PeerPages | null,
) {
  const isDigital = usage.recognitions === 0;
  if (isDigital) {
    tally.digital.pages += model.pages.length;
    tally.digital.cpuSeconds += usage.cpuSeconds;
  }
  if (!peer) return;
  if (isDigital) {
    tally.peer.pages += peer.pages.length;
    tally.peer.cpuSeconds += peer.cpuSeconds;
  }
  let common = 0;
  let size = 0;
  for (const page of model.pages) {
    const ours = asWords(model.text.slice(...page.span));
    const theirs = asWords(peer.pages[page.number - 1] ?? "");
    if (page.recognised || (ours.length === 0 && theirs.length === 0)) continue;
    size += ours.length + theirs.length;
    common += [...commonInOrder(ours, theirs)].length;
  }
  if (size > 0) tally.agreements.push({ name, share: (2 * common) / size });
}

function asWords(text: string): { word: string }[] {
  return wordsOf(text).map((word) => ({ word }));
}

function reportOf(tally: Tally, files: number): Report {
  const { agreements, digital, peer } = tally;
  const worst = agreements.filter(({ share }) => share < 0.9).sort((a, b) => a.share - b.share);
  for (const { name, share } of worst.slice(0, 40))
    console.log(`agreement ${share.toFixed(3)}  ${name}`);
  const shares = agreements.map(({ share }) => share);
  return {
    files,
    ...tally.ends,
    ...Object.fromEntries([...tally.codes].map(([code, times]) => [`code_${code}`, times])),
    cpu_seconds: tally.cpuSeconds,
    file_p50_s: percentile(tally.seconds, 0.5),
    file_p95_s: percentile(tally.seconds, 0.95),
    file_max_s: Math.max(...tally.seconds),
    peak_mb: tally.peakBytes / 1_048_576,
    pdf_digital_pages: digital.pages,
    pdf_pages_per_cpu_s: digital.pages / Math.max(0.001, digital.cpuSeconds),
    ...(shares.length > 0 && {
      pdftotext_pages_per_cpu_s: peer.pages / Math.max(0.001, peer.cpuSeconds),
      agreement_files: shares.length,
      agreement_p50: percentile(shares, 0.5),
      agreement_p10: percentile(shares, 0.1),
      agreement_mean: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    }),
  };
}
