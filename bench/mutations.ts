import { createHash } from "node:crypto";
import { glob, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { ReadingError } from "@besunny/reading/contract/reading-error";
import { createReader } from "@besunny/reading/pool/reader";
import { chanceOf } from "./layouts/chance";
import { mutated } from "./mutations/mutate";
import { readingChild } from "./reading-child";
import { percentile, type Report } from "./report";
import { spread } from "./spread";

const mostBytes = 100_000;
const filesOfAKind = 8;
const limits = {
  seconds: 30,
  secondsPerRecognisedPage: 20,
  pages: 50,
  recognisedPages: 1,
  pixels: 4_000_000,
};

const ends = ["read", "refused", "crashed", "hung", "internal", "untrue"] as const;
type End = (typeof ends)[number];

/**
 * Reads spoiled copies of small files, up to eight of each file name extension below the folder. Counts how each ends and prints those
 * that end badly, with the path of the spoiled file. `--seed` makes other copies; the same seed makes the same ones.
 */
export async function mutations(options: {
  files?: string;
  count?: string;
  seed?: string;
  minutes?: string;
}): Promise<Report> {
  if (!options.files) throw new Error("Say which folder: pnpm bench mutations --files DIR");
  const count = Number(options.count ?? 1_000);
  const seed = Number(options.seed ?? 1);
  const until = performance.now() + Number(options.minutes ?? 1e6) * 60_000;
  const kinds = await smallFiles(options.files);
  const heads = kinds.flatMap((files) => files[0]?.bytes ?? []);
  const directory = await mkdtemp(join(tmpdir(), "bench-mutations-"));
  const reader = createReader({ childEntry: await readingChild(), concurrency: 1, limits });

  const tally: Record<End, number> = {
    read: 0,
    refused: 0,
    crashed: 0,
    hung: 0,
    internal: 0,
    untrue: 0,
  };
  const seconds: number[] = [];
  for (let index = 0; index < count && performance.now() < until; index += 1) {
    const chance = chanceOf(seed * 1_000_003 + index * 7_919);
    const files = kinds[index % kinds.length] ?? [];
    const file = files[Math.floor(index / kinds.length) % files.length];
    if (!file) continue;
    const { bytes, ways } = mutated(file.bytes, chance, heads);
    const path = join(directory, "spoiled");
    await writeFile(path, bytes);
    const began = performance.now();
    const outcome = await reader
      .read({ path, fileName: file.name, outputDirectory: directory })
      .catch((error: unknown) => error);
    seconds.push((performance.now() - began) / 1_000);
    const end = endOf(outcome);
    tally[end] += 1;
    if (end === "read" || end === "refused") continue;
    const kept = join(tmpdir(), `mutation-${seed}-${index}-${file.name}`);
    await writeFile(kept, bytes);
    console.log(`${end}  ${kept}  ${ways.join(" ")}  ${reasonOf(outcome)}`);
  }
  await reader.close();
  await rm(directory, { recursive: true });
  return {
    kinds: kinds.length,
    mutations: seconds.length,
    ...tally,
    file_p50_s: percentile(seconds, 0.5),
    file_p99_s: percentile(seconds, 0.99),
    file_max_s: Math.max(...seconds),
  };
}

type Small = { name: string; bytes: Buffer };

/** Returns small files below the folder by their extension, none of them twice. */
async function smallFiles(directory: string): Promise<Small[][]> {
  const paths: string[] = [];
  for await (const entry of glob("**/*", { cwd: directory, withFileTypes: true }))
    if (entry.isFile()) paths.push(join(entry.parentPath, entry.name));
  const kinds: Small[][] = [];
  const byKind = Map.groupBy(paths.sort(), (path) => extname(path).toLowerCase());
  for (const own of byKind.values()) {
    const found = new Map<string, Small>();
    for (const path of spread(own, filesOfAKind * 10)) {
      const { size } = await stat(path);
      if (size === 0 || size > mostBytes || found.size === filesOfAKind) continue;
      const bytes = await readFile(path);
      found.set(createHash("sha256").update(bytes).digest("hex"), { name: basename(path), bytes });
    }
    if (found.size > 0) kinds.push([...found.values()]);
  }
  if (kinds.length === 0) throw new Error(`${directory} has no files of up to 100 KB.`);
  return kinds;
}

/** A child that the file stopped is a crash, also where its message says that the file is damaged. */
function endOf(outcome: unknown): End {
  if (!(outcome instanceof ReadingError)) return isTrue(outcome) ? "read" : "untrue";
  const { code, message, remedy } = outcome;
  if (code === "TIMEOUT") return "hung";
  if (/stopped/.test(message)) return "crashed";
  return code === "INTERNAL" || message === "" || remedy === "" ? "internal" : "refused";
}

/** Returns true for a document whose blocks are its text, as its spans say. */
function isTrue(outcome: unknown): boolean {
  if (!isDocument(outcome)) return false;
  const { text, blocks } = outcome;
  const worded = blocks.filter(({ span, picture }) => span[0] < span[1] || !picture);
  return worded.map(({ span }) => text.slice(...span)).join("\n\n") === text;
}

function isDocument(outcome: unknown): outcome is ParsedDocument {
  return typeof outcome === "object" && outcome !== null && "blocks" in outcome;
}

function reasonOf(outcome: unknown): string {
  if (!(outcome instanceof ReadingError)) return String(outcome).slice(0, 200);
  const cause = typeof outcome.cause === "string" ? outcome.cause : "";
  return `${outcome.code} ${outcome.message} ${cause.split("\n").slice(0, 3).join(" | ")}`;
}
