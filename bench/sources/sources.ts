import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Report } from "../report";
import { type Double, startDouble } from "./double";
import type { Done, Work } from "./drive-child";

const PAGE_MS = 50;
const FETCH_MS = 100;
const PUMPED = 400;
const AT_ONCE = 4;
const BIG = 2 * 1024 ** 3;

/**
 * Measures what it costs to follow a large drive: listing it, looking at ten changes, fetching small files and a very large one. The drive is that of
 * the double of Google, in a process of its own. The vendor's SDK lists the same drive beside it.
 */
export async function sources({ count = "100000" }: { count?: string }): Promise<Report> {
  const files = Number(count);
  const double = await startDouble(files);
  try {
    return {
      files,
      ...(await listing(double)),
      ...(await looking(double)),
      ...(await pumping(double)),
      ...(await fetchingBig(double)),
    };
  } finally {
    await double.end();
  }
}

async function listing(double: Double): Promise<Report> {
  await double.ask({ kind: "slow", path: "/drive/v3/files?", ms: PAGE_MS }, "done");
  const { requests: ours, done } = await counted(double, { kind: "list" });
  const peer = await inChild<Done>("peer-child.ts", [double.url, double.token]);
  const theirs = await double.ask({ kind: "requests" }, "requests");
  return {
    list_items: done.items,
    list_s: done.seconds,
    list_items_per_s: done.items / done.seconds,
    list_rss_mb: done.megabytes,
    list_requests: ours.count,
    list_units: ours.units,
    peer_list_items: peer.items,
    peer_list_s: peer.seconds,
    peer_list_rss_mb: peer.megabytes,
    peer_list_requests: theirs.count,
    peer_list_units: theirs.units,
  };
}

async function looking(double: Double): Promise<Report> {
  await double.ask({ kind: "slow", path: "/drive/v3/", ms: PAGE_MS }, "done");
  const { done: begun } = await counted(double, { kind: "begin" });
  await double.ask({ kind: "change", count: 10 }, "done");
  const { requests, done } = await counted(double, { kind: "look", cursor: begun.cursor });
  const idle = await counted(double, { kind: "look", cursor: done.cursor });
  return {
    look_changes: done.items,
    look_s: done.seconds,
    look_requests: requests.count,
    look_units: requests.units,
    idle_look_requests: idle.requests.count,
    idle_look_s: idle.done.seconds,
  };
}

async function pumping(double: Double): Promise<Report> {
  await double.ask({ kind: "slow", path: "alt=media", ms: FETCH_MS }, "done");
  const { done } = await counted(double, { kind: "pump", count: PUMPED, atOnce: AT_ONCE });
  return {
    pump_files: done.items,
    pump_at_once: AT_ONCE,
    pump_files_per_s: done.items / done.seconds,
    pump_rss_mb: done.megabytes,
  };
}

async function fetchingBig(double: Double): Promise<Report> {
  await double.ask({ kind: "slow", path: "", ms: 0 }, "done");
  const added = await double.ask({ kind: "add", bytes: BIG }, "done");
  const { done } = await counted(double, { kind: "fetch", id: added.ids[0] ?? "" });
  return {
    big_bytes: done.bytes,
    big_s: done.seconds,
    big_mb_per_s: done.bytes / done.seconds / 1024 ** 2,
    big_rss_mb: done.megabytes,
  };
}

/** Runs one measure of ours and says what it asked of the double. */
async function counted(double: Double, work: Work) {
  await double.ask({ kind: "requests" }, "requests");
  const done = await inChild<Done>("drive-child.ts", [
    double.url,
    double.token,
    JSON.stringify(work),
  ]);
  return { done, requests: await double.ask({ kind: "requests" }, "requests") };
}

async function inChild<Result>(file: string, given: string[]): Promise<Result> {
  const child = fork(fileURLToPath(new URL(`./${file}`, import.meta.url)), given, {
    execArgv: ["--import", "tsx", "--expose-gc"],
  });
  const [result] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => {
      throw new Error(`${file} ended with ${code}`);
    }),
  ]);
  child.kill();
  return result as Result;
}
