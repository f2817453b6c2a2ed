import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { percentile, type Report } from "../report";
import { readBeir } from "../retrieval/sets";
import { openVectors } from "../retrieval/vectors";
import { type Base, type MadeQuery, madeDocuments, madeQueries } from "./passages";
import type { Reply, Request, Timed } from "./store-child";

type Build = { name: string; ask(request: Request): Promise<Reply>; end(): Promise<void> };

const scifact = fileURLToPath(new URL("../../../shared/data/scifact", import.meta.url));
const BASE_TEXTS = 1_500;
const QUERIES = 200;
const QUERIES_A_ROUND = 20;
const RECALLED = 10;
const NARROW = { projectId: "prj_7" };

/**
 * Measures the embedded index with passages that are made of real texts and their vectors. Each search is one call in a process of its
 * own. With `against`, the store of another checkout has the same passages, and both search by turns.
 */
export async function measureIndex({
  passages = "100000",
  against,
  dir = scifact,
}: {
  passages?: string;
  against?: string;
  dir?: string;
}): Promise<Report> {
  const base = await baseOf(dir);
  const queries = madeQueries(base, QUERIES);
  const folder = await mkdtemp(join(tmpdir(), "bench-index-"));
  const builds = [await startBuild("now"), ...(against ? [await startBuild("before")] : [])];
  try {
    const report: Report = { passages: Number(passages), queries: QUERIES };
    for (const build of builds) {
      const checkout = build.name === "now" ? null : resolve(against ?? ".");
      const own = await mkdtemp(join(folder, build.name));
      const built = await build.ask({
        kind: "build",
        checkout,
        folder: own,
        base,
        passages: Number(passages),
      });
      if (built.kind !== "built") continue;
      report[`${build.name}_build_s`] = built.seconds;
      report[`${build.name}_file_mb`] = built.megabytes;
    }
    for (const [name, filter] of [["unfiltered", {}] as const, ["filtered", NARROW] as const])
      Object.assign(report, await searchByTurns(name, builds, { queries, filter }));
    Object.assign(report, await recallOf(builds, { base, queries, passages: Number(passages) }));
    Object.assign(report, await searchAfterWrites(builds, { base, queries }));
    return report;
  } finally {
    await Promise.all(builds.map((build) => build.end()));
    await rm(folder, { recursive: true });
  }
}

async function baseOf(directory: string): Promise<Base> {
  const { passages } = await readBeir(directory);
  const texts = passages.slice(0, BASE_TEXTS).map(({ title, text }) => `${title}\n${text}`);
  const encoder = await openVectors();
  try {
    return { texts, vectors: await encoder.of(texts, "passage") };
  } finally {
    await encoder.close();
  }
}

async function searchByTurns(
  name: string,
  builds: readonly Build[],
  { queries, filter }: { queries: readonly MadeQuery[]; filter: { projectId?: string } },
): Promise<Report> {
  const times = new Map<string, Timed[]>(builds.map((build) => [build.name, []]));
  const report: Report = {};
  for (const build of builds) {
    const [first] = await search(build, { queries: queries.slice(0, 1), filter });
    report[`${build.name}_${name}_first_ms`] = first?.wallMs ?? 0;
  }
  for (let from = 0; from < queries.length; from += QUERIES_A_ROUND)
    for (const build of from % (2 * QUERIES_A_ROUND) === 0 ? builds : builds.toReversed())
      times.get(build.name)?.push(
        ...(await search(build, {
          queries: queries.slice(from, from + QUERIES_A_ROUND),
          filter,
        })),
      );
  for (const [build, searches] of times) {
    const walls = searches.map(({ wallMs }) => wallMs);
    report[`${build}_${name}_p50_ms`] = percentile(walls, 0.5);
    report[`${build}_${name}_p95_ms`] = percentile(walls, 0.95);
    report[`${build}_${name}_cpu_ms`] =
      searches.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / searches.length;
  }
  if (builds.length > 1)
    for (const key of ["p50_ms", "p95_ms", "cpu_ms"])
      report[`${name}_${key}_times_faster`] =
        Number(report[`before_${name}_${key}`]) / Number(report[`now_${name}_${key}`]);
  return report;
}

async function search(
  build: Build,
  given: { queries: readonly MadeQuery[]; filter: { projectId?: string } },
): Promise<Timed[]> {
  const reply = await build.ask({
    kind: "search",
    queries: [...given.queries],
    filter: given.filter,
    limit: RECALLED,
  });
  return reply.kind === "searched" ? reply.searches : [];
}

/** The share of the ten nearest by exact cosine that a search by meaning alone finds. */
async function recallOf(
  builds: readonly Build[],
  { base, queries, passages }: { base: Base; queries: readonly MadeQuery[]; passages: number },
): Promise<Report> {
  const asked = queries.slice(0, QUERIES_A_ROUND * 2).map((query) => ({ ...query, text: "" }));
  const report: Report = {};
  for (const [name, filter] of [["unfiltered", {}] as const, ["filtered", NARROW] as const]) {
    const exact = nearestExactly(asked, madeDocuments(base, passages), filter);
    for (const build of builds) {
      const searches = await search(build, { queries: asked, filter });
      const hits = searches.map(
        ({ found }, at) => found.filter((id) => exact[at]?.includes(id)).length / RECALLED,
      );
      report[`${build.name}_${name}_recall`] =
        hits.reduce((sum, hit) => sum + hit, 0) / hits.length;
    }
  }
  return report;
}

function nearestExactly(
  queries: readonly MadeQuery[],
  documents: ReturnType<typeof madeDocuments>,
  { projectId }: { projectId?: string },
): string[][] {
  const best = queries.map((): { id: string; cosine: number }[] => []);
  for (const document of documents)
    for (const { documentId, number, vector, payload } of document) {
      if (!payload.access.includes("ws")) continue;
      if (projectId !== undefined && !payload.projectIds.includes(projectId)) continue;
      for (const [at, query] of queries.entries()) {
        const cosine = vector.reduce(
          (sum, each, index) => sum + each * (query.vector[index] ?? 0),
          0,
        );
        const kept = best[at] ?? [];
        if (kept.length === RECALLED && cosine <= (kept.at(-1)?.cosine ?? 0)) continue;
        kept.push({ id: `${documentId}#${number}`, cosine });
        kept.sort((a, b) => b.cosine - a.cosine).splice(RECALLED);
      }
    }
  return best.map((kept) => kept.map(({ id }) => id));
}

/** Measures a search right after each of several writes, when nothing that is kept between searches is up to date. */
async function searchAfterWrites(
  builds: readonly Build[],
  { base, queries }: { base: Base; queries: readonly MadeQuery[] },
): Promise<Report> {
  const report: Report = {};
  for (const build of builds) {
    const walls: number[] = [];
    const writes: number[] = [];
    for (const [document, query] of queries.slice(0, QUERIES_A_ROUND).entries()) {
      const reply = await build.ask({ kind: "write", document, base });
      if (reply.kind === "written") writes.push(reply.wallMs);
      const [found] = await search(build, { queries: [query], filter: {} });
      walls.push(found?.wallMs ?? 0);
    }
    report[`${build.name}_write_p50_ms`] = percentile(writes, 0.5);
    report[`${build.name}_after_write_p50_ms`] = percentile(walls, 0.5);
    const last = await build.ask({ kind: "search", queries: [], filter: {}, limit: 1 });
    if (last.kind === "searched") report[`${build.name}_memory_mb`] = last.ownMb;
  }
  return report;
}

async function startBuild(name: string): Promise<Build> {
  const child = fork(fileURLToPath(new URL("./store-child.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
  });
  return { name, ask: (request) => asked(child, request), end: () => ended(child) };
}

async function asked(child: ChildProcess, request: Request): Promise<Reply> {
  const settled = new AbortController();
  const { signal } = settled;
  const failed = once(child, "exit", { signal }).then(() => {
    throw new Error("A process of the bench ended");
  });
  const replied = once(child, "message", { signal }).then(([reply]: Reply[]) => reply);
  child.send(request);
  try {
    const reply = await Promise.race([replied, failed]);
    if (!reply) throw new Error("A process of the bench sent nothing");
    return reply;
  } finally {
    settled.abort();
    await Promise.allSettled([replied, failed]);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill();
  await once(child, "exit");
}
