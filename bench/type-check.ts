import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

import { percentile, type Report } from "./report";

const ROUNDS = 3;
const figures = ["Types", "Instantiations", "Check time", "Total time", "Memory used"] as const;

type Options = { against?: string; rounds?: string };

/** Checks the types of apps/web, which asks tRPC's router for its own; with `against` two checkouts take turns. Returns medians. */
export async function types({ against, rounds }: Options): Promise<Report> {
  const subjects = [["now", "."], ...(against ? [["before", against]] : [])] as const;
  const measured: { name: string; figures: Record<string, number> }[] = [];
  for (let round = 0; round < Number(rounds ?? ROUNDS); round += 1)
    for (const [name = "", checkout = ""] of subjects)
      measured.push({ name, figures: await check(checkout) });

  const report: Report = {};
  for (const figure of figures) {
    const key = figure.toLowerCase().replace(" ", "_");
    for (const [name = ""] of subjects) {
      const own = measured.filter((each) => each.name === name);
      report[`${name}_${key}`] = percentile(
        own.map((each) => each.figures[figure] ?? 0),
        0.5,
      );
    }
    if (against)
      report[`ratio_${key}`] = Number(report[`now_${key}`]) / Number(report[`before_${key}`]);
  }
  return report;
}

/** One thread, so that what else the machine does changes less. Times in seconds, memory in kilobytes. */
async function check(checkout: string): Promise<Record<string, number>> {
  const app = join(resolve(checkout), "apps/web");
  const { stdout } = await promisify(execFile)(
    join(resolve(checkout), "node_modules/.bin/tsc"),
    ["--noEmit", "--incremental", "false", "--extendedDiagnostics", "--singleThreaded"],
    { cwd: app, maxBuffer: 16 * 1024 ** 2 },
  );
  const lines = stdout.matchAll(/^([A-Z][\w /]+):\s+([\d.]+)(?:s|K)?$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, Number(value)]));
}
