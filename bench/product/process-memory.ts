import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

export const processKinds = [
  "launcher",
  "web",
  "admin",
  "worker",
  "models",
  "reader",
  "postgres",
  "other",
] as const;

type Kind = (typeof processKinds)[number];
type Process = { pid: number; parent: number };

/**
 * The memory of a running product by kind of process, in MB, and the number of processes. Memory that processes share counts
 * once: PSS divides it among them. PostgreSQL is found by the pid file that the data directory names. Linux only.
 */
export function memoryByKind(launcherPid: number, dataDirectory: string) {
  const sums = new Map<Kind, { mb: number; processes: number }>();
  for (const pid of treeOf([launcherPid, postmasterOf(dataDirectory)])) {
    const mb = proportionalMb(pid);
    if (mb === null) continue;
    const kind = kindOf(pid);
    const sum = sums.get(kind) ?? { mb: 0, processes: 0 };
    sums.set(kind, { mb: sum.mb + mb, processes: sum.processes + 1 });
  }
  return sums;
}

function treeOf(roots: readonly number[]): Set<number> {
  const processes = readdirSync("/proc").flatMap((name) => processOf(Number(name)) ?? []);
  const tree = new Set(roots);
  for (const each of tree)
    for (const { pid, parent } of processes) if (parent === each) tree.add(pid);
  return tree;
}

function processOf(pid: number): Process | null {
  const stat = Number.isNaN(pid) ? null : read(pid, "stat");
  if (!stat) return null;
  const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  return { pid, parent };
}

function postmasterOf(dataDirectory: string): number {
  const { postgresDirectory } = JSON.parse(
    readFileSync(join(dataDirectory, "secrets.json"), "utf8"),
  );
  return Number.parseInt(readFileSync(join(postgresDirectory, "postmaster.pid"), "utf8"), 10);
}

/** Null for a process that has ended. */
function proportionalMb(pid: number): number | null {
  const kilobytes = read(pid, "smaps_rollup")?.match(/^Pss:\s+(\d+)/m)?.[1];
  return kilobytes ? Number(kilobytes) / 1024 : null;
}

function kindOf(pid: number): Kind {
  const command = (read(pid, "cmdline") ?? "").replaceAll("\0", " ");
  if (read(pid, "comm")?.startsWith("postgres")) return "postgres";
  if (command.includes("start.mjs")) return "launcher";
  if (command.includes("models-child")) return "models";
  if (command.includes("reading-child")) return "reader";
  if (command.includes("worker/dist/main.mjs")) return "worker";
  if (command.includes("serve.ts")) return placeOf(pid).endsWith("admin") ? "admin" : "web";
  return "other";
}

function placeOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return "";
  }
}

function read(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null;
  }
}
