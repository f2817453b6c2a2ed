import { randomUUID } from "node:crypto";
import { chmod, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { startOn } from "../api/start-product";
import type { Report } from "../report";
import { memoryByKind, processKinds } from "./process-memory";
import { type Product, sampleSignIn, signIn } from "./product";
import { allSettled } from "./settled";

const USUAL_MINUTES = 10;
const STALLED_MS = 10 * 60_000;
const LOOK_MS = 50;

type Options = { against?: string; url?: string; data?: string; minutes?: string };

/** The start with everything built, the memory of all processes after quiet minutes, and the first answers after them. Linux only. */
export async function idle({ against, url, data, minutes }: Options): Promise<Report> {
  const port = Number(new URL(url ?? "http://localhost:4150").port);
  const quietMs = Number(minutes ?? USUAL_MINUTES) * 60_000;
  const measureOne = (checkout: string) => measure(checkout, { port, data, quietMs });
  // The older build first: the database of `--data` is migrated forward only.
  const before = against ? await measureOne(against) : {};
  const now = await measureOne(".");
  return { ...prefixed("before", before), ...prefixed("now", now), ...ratios(now, before) };
}

type Measured = { port: number; data: string | undefined; quietMs: number };

async function measure(checkout: string, { port, data, quietMs }: Measured): Promise<Report> {
  const place = data ? { path: resolve(data), remove: async () => {} } : await emptyDirectory();
  try {
    console.error(`${checkout}: a first start, which builds and fills`);
    await (await startOn(place.path, checkout, port)).stop();

    console.error(`${checkout}: the start that counts`);
    const running = await startOn(place.path, checkout, port);
    try {
      await allReady(port);
      const person = await sampleSignIn(place.path);
      const web = await signIn(running.url, person);
      const { key } = await web.trpc.members.createApiKey.mutate({ name: "Bench" });
      const admin = await signIn(`http://localhost:${port + 1}`, person);
      await allSettled(web);
      await work(web, admin, key);
      const busy = memory(running.pid, place.path);
      console.error(`${checkout}: ${Math.round(busy.memory_mb)} MB at work; now quiet`);
      await sleep(quietMs);
      return {
        start_ms: running.msUntilAnswer,
        ...memory(running.pid, place.path),
        at_work_mb: busy.memory_mb,
        first_page_ms: await timed(() => visit(web, "/")),
        first_search_ms: await timed(() => search(web)),
        first_upload_ready_ms: await timed(() => uploadUntilReady(web, key, [contract])),
      };
    } finally {
      await running.stop();
    }
  } finally {
    await place.remove();
  }
}

async function emptyDirectory() {
  const directory = await mkdtemp(join(tmpdir(), "besunny-bench-idle-"));
  // Open to pass: root's PostgreSQL is another user, and its files would be kept elsewhere and left behind.
  await chmod(directory, 0o711);
  const path = join(directory, "data");
  await mkdir(path, { mode: 0o711 });
  return { path, remove: () => rm(directory, { recursive: true, force: true }) };
}

async function allReady(port: number): Promise<void> {
  const giveUpAt = Date.now() + STALLED_MS;
  for (const each of [port, port + 1, port + 2])
    while (!(await fetch(`http://localhost:${each}/readyz`).catch(() => null))?.ok) {
      if (Date.now() > giveUpAt) throw new Error(`Nothing is ready on port ${each}`);
      await sleep(LOOK_MS);
    }
}

/** Files of the sample workspace whose readers pay no attention to what follows their end. */
const contract = "Lease Karl-Heine-Straße 85.pdf";
const files = [
  contract,
  "Receipt Baumarkt Süd.png",
  "Invoice Netzwerk Leipzig March 2026.html",
  "Transcript weekly meeting 2026-03-02.txt",
];

/** Makes a short visit: pages of both apps, a search, a question, and documents that start readers and models. */
async function work(web: Product, admin: Product, key: string): Promise<void> {
  const [documentId] = await uploadUntilReady(web, key, files);
  for (const path of [
    "/",
    "/library",
    `/documents/${documentId}`,
    "/search?q=rent",
    "/ask",
    "/projects",
    "/batches",
    "/settings",
    "/trash",
  ])
    await visit(web, path);
  for (const path of ["/", "/operations", "/operations/runs", "/schedules", "/documents"])
    await visit(admin, path);
  await search(web);
  await ask(web, key);
}

async function visit({ url, headers }: Product, path: string): Promise<void> {
  const response = await fetch(`${url}${path}`, { headers: headers(), redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url}${path} answered ${response.status}`);
}

async function search({ trpc }: Product): Promise<void> {
  const { items } = await trpc.search.find.query({ q: "When is the rent due?" });
  if (items.length === 0) throw new Error("The search found nothing");
}

async function ask({ url }: Product, key: string): Promise<void> {
  const response = await fetch(`${url}/api/v1/ask`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ question: "How much is the rent?" }),
  });
  if (!response.ok) throw new Error(`The question was refused: ${await response.text()}`);
  await response.arrayBuffer();
}

/** Returns the ids of the new documents once all of them are ready. */
async function uploadUntilReady(
  { url, trpc }: Product,
  key: string,
  names: readonly string[],
): Promise<string[]> {
  const ids = await Promise.all(names.map((name) => upload(url, key, name)));
  const giveUpAt = Date.now() + STALLED_MS;
  for (const id of ids)
    for (;;) {
      const { status } = await trpc.documents.get.query({ id });
      if (status === "ready") break;
      if (status === "failed" || Date.now() > giveUpAt)
        throw new Error(`A document did not become ready: it is ${status}`);
      await sleep(LOOK_MS);
    }
  return ids;
}

async function upload(url: string, key: string, name: string): Promise<string> {
  const bytes = await readFile(join("apps/cli/sample/files", name));
  // The same bytes again would be a duplicate.
  const form = new FormData();
  form.set("file", new File([bytes, `\n% ${randomUUID()}`], name));
  const response = await fetch(`${url}/api/v1/documents`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
    body: form,
  });
  if (!response.ok) throw new Error(`An upload was refused: ${await response.text()}`);
  const { document }: { document: { id: string } } = await response.json();
  return document.id;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

function memory(launcherPid: number, dataDirectory: string) {
  const sums = memoryByKind(launcherPid, dataDirectory);
  const report: Record<string, number> = {};
  let total = 0;
  for (const kind of processKinds) {
    const { mb, processes } = sums.get(kind) ?? { mb: 0, processes: 0 };
    total += mb;
    report[`${kind}_mb`] = mb;
    report[`${kind}_processes`] = processes;
  }
  return { memory_mb: total, ...report };
}

function prefixed(prefix: string, report: Report): Report {
  return Object.fromEntries(
    Object.entries(report).map(([key, value]) => [`${prefix}_${key}`, value]),
  );
}

function ratios(now: Report, before: Report): Report {
  return Object.fromEntries(
    Object.entries(now).flatMap(([key, value]) => {
      const other = before[key];
      if (typeof value !== "number" || typeof other !== "number" || other === 0) return [];
      return [[`ratio_${key}`, value / other]];
    }),
  );
}
