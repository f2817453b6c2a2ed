import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { wholeCpuMeter } from "../api/processes";
import { startProduct } from "../api/start-product";
import type { Report } from "../report";
import { filesBelow, ingestFiles } from "./ingest";
import { sampleSignIn, signIn } from "./product";
import { allSettled } from "./settled";
import { threePagePdf } from "./three-page-pdf";

type Options = { against?: string; dir?: string; count?: string; rounds?: string; url?: string };

/** The first start leaves documents of the sample workspace to read, and models to warm. */
const SETTLE_MS = 15_000;

/** CPU time of all processes for each document, and documents a minute, of this build and of another in turns. Linux only. */
export async function work({ against, dir, count, rounds, url }: Options): Promise<Report> {
  const port = Number(new URL(url ?? "http://localhost:4150").port);
  const made = dir ? null : await mkdtemp(join(tmpdir(), "besunny-bench-work-"));
  try {
    const files = made ? await makeFiles(made, Number(count ?? 60)) : await filesBelow(dir ?? "");
    const builds = [...(against ? [{ name: "before", checkout: against }] : []), ownBuild];
    const measured = new Map<string, Report[]>(builds.map(({ name }) => [name, []]));
    for (let round = 0; round < Number(rounds ?? 1); round++)
      for (const { name, checkout } of builds)
        measured.get(name)?.push(await measure(checkout, port, files));
    return reportOf(measured);
  } finally {
    if (made) await rm(made, { recursive: true, force: true });
  }
}

const ownBuild = { name: "now", checkout: "." };

async function makeFiles(directory: string, count: number): Promise<string[]> {
  const paths: string[] = [];
  for (let number = 1; number <= count; number++) {
    const path = join(directory, `file-${String(number).padStart(3, "0")}.pdf`);
    await writeFile(path, await threePagePdf(number));
    paths.push(path);
  }
  return paths;
}

async function measure(checkout: string, port: number, files: string[]): Promise<Report> {
  console.error(`${resolve(checkout)}: starts`);
  const running = await startProduct(checkout, port);
  try {
    const product = await signIn(running.url, await sampleSignIn(running.dataDirectory));
    await allSettled(product);
    await sleep(SETTLE_MS);
    const cpu = await wholeCpuMeter(running.pid, running.dataDirectory);
    const before = cpu();
    const ended = await ingestFiles(product, files);
    const { ready = 0, to_review = 0, lost = 0, documents_per_minute = 0 } = ended;
    const seconds = (cpu() - before) / 1_000;
    const cpu_seconds_per_document = seconds / files.length;
    return { ready, to_review, lost, documents_per_minute, cpu_seconds_per_document };
  } finally {
    await running.stop();
  }
}

/** The best round of each build: what disturbs a round only makes it slower. */
function reportOf(measured: ReadonlyMap<string, readonly Report[]>): Report {
  const best = (name: string, key: string, choose: (...values: number[]) => number) => {
    const values = (measured.get(name) ?? []).map((report) => Number(report[key]));
    return values.length > 0 ? choose(...values) : null;
  };
  const report: Report = {};
  for (const name of measured.keys()) {
    report[`${name}_ready`] = best(name, "ready", Math.min) ?? 0;
    report[`${name}_to_review`] = best(name, "to_review", Math.min) ?? 0;
    report[`${name}_lost`] = best(name, "lost", Math.max) ?? 0;
    report[`${name}_documents_per_minute`] = best(name, "documents_per_minute", Math.max) ?? 0;
    report[`${name}_cpu_seconds_per_document`] =
      best(name, "cpu_seconds_per_document", Math.min) ?? 0;
  }
  for (const key of ["documents_per_minute", "cpu_seconds_per_document"]) {
    const [now, before] = [report[`now_${key}`], report[`before_${key}`]];
    if (now && before) report[`ratio_${key}`] = Number(now) / Number(before);
  }
  return report;
}
