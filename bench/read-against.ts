import { readFileSync } from "node:fs";
import { glob, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Build, buildAt } from "./builds";
import { percentile, type Report } from "./report";
import { spread } from "./spread";

type Pdf = { path: string; pages: number };
type Group = { name: string; pdfs: Pdf[]; filesPerReader: number };

/** Files of at most this many pages are short. */
const SHORT_PAGES = 5;
/** Files that are each read by a child of their own. */
const COLD_FILES = 10;

/**
 * Two builds read the born-digital PDFs below a folder by turns, one file at a time, each with its own pool and child. The CPU time is that of
 * the whole child, its start included, as the system counts it when the child has ended.
 */
export async function readAgainst(
  directory: string,
  other: string,
  { most, rounds }: { most: number; rounds: number },
): Promise<Report> {
  const builds = [await buildAt("now", "."), await buildAt("before", other)];
  const [own] = builds;
  if (!own) throw new Error("There is no build to measure.");
  const pdfs = await digitalPdfs(own, directory, most);
  const report: Report = {};
  for (const group of groupsOf(pdfs)) Object.assign(report, await measure(group, builds, rounds));
  return report;
}

function groupsOf(pdfs: Pdf[]): Group[] {
  const short = pdfs.filter(({ pages }) => pages <= SHORT_PAGES);
  const long = pdfs.filter(({ pages }) => pages > SHORT_PAGES);
  return [
    { name: "short", pdfs: short, filesPerReader: Infinity },
    { name: "cold", pdfs: spread(short, COLD_FILES), filesPerReader: 1 },
    { name: "long", pdfs: long, filesPerReader: Infinity },
  ].filter((group) => group.pdfs.length > 0);
}

async function measure({ name, pdfs, filesPerReader }: Group, builds: Build[], rounds: number) {
  const pages = pdfs.reduce((sum, pdf) => sum + pdf.pages, 0);
  const seconds = new Map<string, number[]>(builds.map((build) => [build.name, []]));
  const peaks = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1)
    for (const build of round % 2 === 0 ? builds : builds.toReversed()) {
      const before = endedChildrenSeconds();
      const peak = await readAll(build, pdfs, filesPerReader);
      seconds.get(build.name)?.push(endedChildrenSeconds() - before);
      peaks.set(build.name, Math.max(peaks.get(build.name) ?? 0, peak));
    }
  const rateOf = (build: string) => pages / percentile(seconds.get(build) ?? [], 0.5);
  return {
    [`${name}_files`]: pdfs.length,
    [`${name}_pages`]: pages,
    [`${name}_before_pages_per_cpu_s`]: rateOf("before"),
    [`${name}_now_pages_per_cpu_s`]: rateOf("now"),
    [`${name}_ratio`]: rateOf("now") / rateOf("before"),
    [`${name}_before_peak_mb`]: peaks.get("before") ?? 0,
    [`${name}_now_peak_mb`]: peaks.get("now") ?? 0,
  };
}

/** Returns the largest resident memory of a child, in MB. */
async function readAll(build: Build, pdfs: Pdf[], filesPerReader: number): Promise<number> {
  let peak = 0;
  for (let first = 0; first < pdfs.length; first += filesPerReader)
    await withReader(build, async (read) => {
      for (const { path } of pdfs.slice(first, first + filesPerReader))
        peak = Math.max(peak, (await read(path)).peakBytes);
    });
  return peak / 1_048_576;
}

async function digitalPdfs(build: Build, directory: string, most: number): Promise<Pdf[]> {
  const paths: string[] = [];
  for await (const path of glob("**/*.{pdf,PDF}", { cwd: directory }))
    paths.push(join(directory, path));
  const found: Pdf[] = [];
  await withReader(build, async (read) => {
    for (const path of spread(paths.sort(), most)) {
      const { pages, recognitions } = await read(path).catch(() => ({ pages: 0, recognitions: 0 }));
      if (pages > 0 && recognitions === 0) found.push({ path, pages });
    }
  });
  return found;
}

type Seen = { pages: number; recognitions: number; peakBytes: number };

async function withReader(
  build: Build,
  work: (read: (path: string) => Promise<Seen>) => Promise<void>,
): Promise<void> {
  const outputDirectory = await mkdtemp(join(tmpdir(), "bench-read-"));
  const reader = build.createReader({ childEntry: build.childEntry, concurrency: 1 });
  try {
    await work(async (path) => {
      let usage = { recognitions: 0, peakBytes: 0 };
      const onUsage = (spent: typeof usage) => {
        usage = spent;
      };
      const fileName = basename(path);
      const { pages } = await reader.read({ path, fileName, outputDirectory, onUsage });
      return { ...usage, pages: pages.length };
    });
  } finally {
    await reader.close();
    await rm(outputDirectory, { recursive: true });
  }
}

/** The user and system time of ended children, which Linux counts in ticks of 10 ms. */
function endedChildrenSeconds(): number {
  const stat = readFileSync("/proc/self/stat", "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
