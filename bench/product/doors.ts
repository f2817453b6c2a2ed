import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { startProduct } from "../api/start-product";
import { percentile, type Report } from "../report";
import { type Product, signIn, signUp } from "./product";

const STREAMS = 50;
const STRANGERS_MB = 200;
/** After so long nobody waits for a stream's end any more. */
const LONGEST_MS = 30_000;
const SETTLED_MS = 3_000;

type Options = { against?: string; url?: string };

/**
 * Measures how soon an open stream ends after its rights end, and the memory that a stranger's long body costs the web process.
 * Linux only.
 */
export async function doors({ against, url }: Options): Promise<Report> {
  const port = Number(new URL(url ?? "http://localhost:4150").port);
  const now = await measure(".", port);
  const before = against ? await measure(against, port + 3) : {};
  return { ...named("now", now), ...named("before", before) };
}

async function measure(checkout: string, port: number): Promise<Report> {
  console.error(`Starting ${checkout}`);
  const { url, dataDirectory, stop } = await startProduct(checkout, port);
  try {
    const person = await aPerson(url);
    const grown: Report = {};
    for (const [name, path] of strangersDoors) {
      // The first request to a door loads what is behind it.
      for (let n = 0; n < 20; n += 1) await fetch(`${url}${path}`, { method: "POST", body: "{}" });
      await sleep(SETTLED_MS);
      const before = memoryOf(dataDirectory);
      await sendLong(url, path);
      await sleep(SETTLED_MS);
      grown[`stranger_${name}_mb`] = memoryOf(dataDirectory) - before;
    }
    return { ...(await revocation(person)), ...grown };
  } finally {
    await stop();
  }
}

const strangersDoors = [
  ["trpc", "/api/trpc/identity.signUp"],
  ["auth", "/api/auth/callback/credentials"],
  ["rest", "/api/v1/documents"],
] as const;

async function aPerson(url: string): Promise<Product> {
  const person = {
    email: `bench-${randomUUID()}@example.com`,
    password: "a password for the bench",
  };
  await signUp(url, person, "Bench");
  return signIn(url, person);
}

/** Opens what the web app listens to, signs out everywhere, and takes the time until each stream has ended. */
async function revocation({ url, headers, trpc }: Product): Promise<Report> {
  const input = encodeURIComponent('{"json":{}}');
  const closed: Promise<number | null>[] = [];
  for (let n = 0; n < STREAMS; n += 1) {
    const { body } = await fetch(`${url}/api/trpc/documents.watch?input=${input}`, {
      headers: { ...headers(), accept: "text/event-stream" },
    });
    const reader = body?.getReader();
    await reader?.read();
    closed.push(ended(reader));
  }
  await sleep(SETTLED_MS);
  const startedAt = Date.now();
  await trpc.identity.signOutEverywhere.mutate();
  const ends = await Promise.all(closed);
  const times = ends.flatMap((at) => (at === null ? [] : [Math.max(0, at - startedAt)]));
  return {
    revoked_p50_ms: times.length > 0 ? percentile(times, 0.5) : "none ended",
    revoked_longest_ms: times.length > 0 ? Math.max(...times) : "none ended",
    still_open_after_30_s: ends.length - times.length,
  };
}

/** When the stream ended; null where it has not. */
async function ended(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
): Promise<number | null> {
  const giveUp = sleep(LONGEST_MS + SETTLED_MS).then(() => null);
  for (;;) {
    const next = await Promise.race([reader?.read().catch(() => ({ done: true })), giveUp]);
    if (next === null) return null;
    if (next?.done !== false) return Date.now();
  }
}

/** A body that does not say how long it is, until it is through or refused. */
function sendLong(url: string, path: string): Promise<void> {
  return new Promise((resolve) => {
    const sending = request(`${url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    sending.once("response", (response) => response.resume().once("close", resolve));
    sending.once("error", () => resolve());
    const piece = Buffer.alloc(1024 ** 2, "a");
    let left = STRANGERS_MB;
    const send = () => {
      while (left > 0) {
        left -= 1;
        if (!sending.write(piece)) return void sending.once("drain", send);
      }
      sending.end();
    };
    send();
  });
}

/** Resident memory of the web app's processes, in MB. */
function memoryOf(dataDirectory: string): number {
  const record: { children: { name: string; pid: number }[] } = JSON.parse(
    readFileSync(join(dataDirectory, "run.json"), "utf8"),
  );
  const web = record.children.find(({ name }) => name === "web")?.pid ?? 0;
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statusOf(pid) ?? []);
  const ours = new Set([web]);
  for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid);
  const kilobytes = processes.filter(({ pid }) => ours.has(pid)).map(({ resident }) => resident);
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

function statusOf(pid: string): { pid: number; parent: number; resident: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const of = (name: string) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, "m"))?.[1]);
    return { pid: Number(pid), parent: of("PPid"), resident: of("VmRSS") || 0 };
  } catch {
    return null;
  }
}

function named(prefix: string, report: Report): Report {
  return Object.fromEntries(
    Object.entries(report).map(([key, value]) => [`${prefix}_${key}`, value]),
  );
}
