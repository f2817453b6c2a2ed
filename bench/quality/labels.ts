import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";
import { suspectLabels } from "@besunny/core/quality/labels/suspect-labels";
import { randomOf } from "@besunny/core/quality/statistics/random-of";
import type { Report } from "../report";
import { askCleanlab } from "./labels-peer";

const CHARACTERS = 700;
const MOST_OF_ONE = 12;
const LEAST_OF_CLASS = 20;

type Piece = { label: string; group: number; text: string };

/**
 * Flips 5 % of the labels of real texts and looks for them. `--files` is a folder with one folder for each class; its text files are cut into
 * pieces, and pieces of one file are one group.
 */
export async function labels({
  files = "",
  seed = "1",
}: {
  files?: string;
  seed?: string;
}): Promise<Report> {
  const pieces = piecesIn(files);
  const vectors = await encoded(pieces);
  const classes = [...new Set(pieces.map(({ label }) => label))];
  const random = randomOf(Number(seed));
  const flipped = new Set<number>();
  while (flipped.size < Math.round(0.05 * pieces.length))
    flipped.add(Math.floor(random() * pieces.length));
  const given = pieces.map(({ label, group }, at) => {
    const others = classes.filter((each) => each !== label);
    const said = flipped.has(at) ? (others[Math.floor(random() * others.length)] ?? label) : label;
    return { label: said, group, vector: vectors[at] ?? new Float32Array() };
  });

  const began = performance.now();
  const found = suspectLabels(given).map(({ at }) => at);
  const report: Report = {
    documents: pieces.length,
    classes: classes.length,
    flipped: flipped.size,
    ms: performance.now() - began,
    ...scoresOf("", found, flipped),
  };
  const peer = await askCleanlab({
    vectors: given.map(({ vector }) => [...vector]),
    labels: given.map(({ label }) => classes.indexOf(label)),
    groups: given.map(({ group }) => group),
  });
  return peer
    ? {
        ...report,
        ...scoresOf("cleanlab_", peer.usual, flipped),
        ...scoresOf("cleanlab_learning_", peer.learning, flipped),
      }
    : report;
}

async function encoded(pieces: readonly Piece[]): Promise<Float32Array[]> {
  const scratch = await mkdtemp(join(tmpdir(), "besunny-bench-labels-"));
  const encoder = await loadSentenceEncoder(scratch);
  try {
    const vectors: Float32Array[] = [];
    for (const { text } of pieces) vectors.push(await encoder.encode(text));
    return vectors;
  } finally {
    await encoder.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

function scoresOf(name: string, found: readonly number[], flipped: ReadonlySet<number>): Report {
  const right = found.filter((at) => flipped.has(at)).length;
  const first = found.slice(0, flipped.size);
  return {
    [`${name}found`]: found.length,
    [`${name}precision`]: right / Math.max(1, found.length),
    [`${name}recall`]: right / Math.max(1, flipped.size),
    [`${name}precision_of_first`]:
      first.filter((at) => flipped.has(at)).length / Math.max(1, first.length),
  };
}

/** Cuts the text files of each class into pieces; classes with few pieces are left out. */
function piecesIn(folder: string): Piece[] {
  let group = 0;
  const all = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [];
    const pieces = readdirSync(join(folder, entry.name))
      .filter((name) => /\.(txt|md|eml|csv)$/.test(name))
      .sort()
      .flatMap((name): Piece[] => {
        const text = readFileSync(join(folder, entry.name, name), "utf8").replace(/\s+/g, " ");
        group += 1;
        return Array.from(
          { length: Math.min(MOST_OF_ONE, Math.floor(text.length / CHARACTERS)) },
          (_, at) => ({
            label: entry.name,
            group,
            text: text.slice(at * CHARACTERS, (at + 1) * CHARACTERS),
          }),
        );
      });
    return pieces.length >= LEAST_OF_CLASS ? [pieces] : [];
  });
  return all.flat();
}
