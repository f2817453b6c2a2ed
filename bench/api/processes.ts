import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { readSecrets } from "@besunny/db/server/secrets";

/** CPU time in milliseconds since their start: the web app's processes, and PostgreSQL with all its backends. */
export type Cpu = { web: number; postgres: number };

/** Reads the CPU time that a running product has used, from `/proc`. Linux only. */
export async function cpuMeter(dataDirectory: string): Promise<() => Cpu> {
  const web = childOf(dataDirectory, "web");
  const postmaster = await postmasterOf(dataDirectory);
  return () => ({ web: cpuOfTree(web), postgres: cpuOfTree(postmaster) });
}

/** Reads the CPU time in milliseconds of all processes of a running product, PostgreSQL and ended children included. Linux only. */
export async function wholeCpuMeter(
  launcher: number,
  dataDirectory: string,
): Promise<() => number> {
  const postmaster = await postmasterOf(dataDirectory);
  return () => cpuOfTree(launcher) + cpuOfTree(postmaster);
}

async function postmasterOf(dataDirectory: string): Promise<number> {
  const secrets = await readSecrets({ dataDirectory });
  const path = join(secrets?.postgresDirectory ?? "", "postmaster.pid");
  return Number.parseInt(readFileSync(path, "utf8"), 10);
}

/** Stops the worker's processes until the returned function is called, so that its work does not disturb a measurement. */
export function holdWorker(dataDirectory: string): () => void {
  const worker = childOf(dataDirectory, "worker");
  const held = treeOf(worker, allStats()).map(({ pid }) => pid);
  const signal = (name: NodeJS.Signals) => {
    for (const pid of held) {
      try {
        process.kill(pid, name);
      } catch {
        // It has ended since.
      }
    }
  };
  signal("SIGSTOP");
  return () => signal("SIGCONT");
}

function childOf(dataDirectory: string, name: string): number {
  const record: { children: { name: string; pid: number }[] } = JSON.parse(
    readFileSync(join(dataDirectory, "run.json"), "utf8"),
  );
  const pid = record.children.find((child) => child.name === name)?.pid;
  if (!pid) throw new Error(`The product has no process called ${name}.`);
  return pid;
}

type Stat = { pid: number; parent: number; own: number; ended: number };

/** Children that ended and were waited for count for their parent. A tick is 10 ms on every Linux of today. */
function cpuOfTree(root: number): number {
  const ticks = treeOf(root, allStats()).reduce((sum, { own, ended }) => sum + own + ended, 0);
  return ticks * 10;
}

function treeOf(root: number, stats: readonly Stat[]): Stat[] {
  const family = new Set([root]);
  let before = 0;
  while (family.size > before) {
    before = family.size;
    for (const { pid, parent } of stats) if (family.has(parent)) family.add(pid);
  }
  return stats.filter(({ pid }) => family.has(pid));
}

function allStats(): Stat[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0)
    .flatMap((pid) => statOf(pid) ?? []);
}

/** The name of the process, in brackets, may hold spaces. */
function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const at = (index: number) => Number(fields[index - 3]);
    return { pid, parent: at(4), own: at(14) + at(15), ended: at(16) + at(17) };
  } catch {
    return null;
  }
}
