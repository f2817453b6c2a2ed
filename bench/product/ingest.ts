import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { Upload } from "tus-js-client";
import { percentile, type Report } from "../report";
import { type Product, signIn } from "./product";

const UPLOADS_AT_ONCE = 4;
const CHUNK_BYTES = 8 * 1024 * 1024;
/** A document that has not ended after so long without any other ending is counted as lost. */
const STALLED_MS = 5 * 60_000;

type Sent = { file: string; documentId: string; startedAt: number; isDuplicate: boolean };

/** Every file of a folder through the running product: uploaded as a browser does, until each is ready or refused. */
export async function ingest(options: {
  dir?: string;
  url?: string;
  limit?: string;
}): Promise<Report> {
  if (!options.dir) throw new Error("Say which folder: pnpm bench ingest --dir DIR");
  const files = (await filesBelow(options.dir)).slice(0, Number(options.limit ?? 1e9));
  const product = await signIn(options.url ?? "http://localhost:3000");
  return ingestFiles(product, files);
}

/** Uploads the files, follows each until it is ready or refused, and reports what became of them. */
export async function ingestFiles(product: Product, files: string[]): Promise<Report> {
  const startedAt = Date.now();
  const failures: string[] = [];
  const sent = await sendAll(product, files, failures);
  const fresh = sent.filter(({ isDuplicate }) => !isDuplicate);
  const ended = await waitForAll(product, fresh);
  const seconds = (Date.now() - startedAt) / 1000;

  const ready = ended.filter(({ document }) => document.status === "ready");
  const toReview = ended.filter(({ document }) => document.status === "needs_review");
  const refused = ended.filter(({ document }) => document.status === "failed");
  const reasonless = refused.filter(({ document }) => !document.error?.message);
  const typed = ended.flatMap(({ document, since }) =>
    document.typedAt ? [document.typedAt.getTime() - since] : [],
  );
  const readyMs = [...ready, ...toReview].flatMap(({ document, since }) =>
    document.readyAt ? [document.readyAt.getTime() - since] : [],
  );
  for (const { document } of refused)
    console.error(
      `refused  ${document.fileName}: ${document.error?.code} ${document.error?.message}`,
    );
  for (const failure of failures) console.error(`not taken  ${failure}`);
  const ids = fresh.map(({ documentId }) => documentId);
  return {
    files: files.length,
    ready: ready.length,
    to_review: toReview.length,
    refused: refused.length - reasonless.length,
    failed_without_reason: reasonless.length,
    not_taken: failures.length,
    duplicates: sent.length - fresh.length,
    doubled: ids.length - new Set(ids).size,
    lost: fresh.length - ended.length,
    seconds,
    documents_per_minute: (ended.length / seconds) * 60,
    typed_p50_ms: percentile(typed, 0.5),
    typed_p95_ms: percentile(typed, 0.95),
    ready_p50_ms: percentile(readyMs, 0.5),
    ready_p95_ms: percentile(readyMs, 0.95),
  };
}

export async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function sendAll(product: Product, files: string[], failures: string[]): Promise<Sent[]> {
  const waiting = [...files];
  const sent: Sent[] = [];
  async function lane(): Promise<void> {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const path = file;
      const result = await send(product, path).catch((error: unknown) => {
        failures.push(`${path}: ${error instanceof Error ? error.message : error}`);
        return null;
      });
      if (result) sent.push(result);
    }
  }
  await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, lane));
  return sent;
}

async function send({ url, headers }: Product, file: string): Promise<Sent> {
  const { size } = await stat(file);
  const startedAt = Date.now();
  return new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(file), {
      endpoint: `${url}/api/upload`,
      chunkSize: CHUNK_BYTES,
      uploadSize: size,
      headers: headers(),
      metadata: { filename: basename(file) },
      onError: reject,
      onSuccess: ({ lastResponse }) => {
        const documentId = lastResponse.getHeader("X-Document-Id");
        const duplicateOf = lastResponse.getHeader("X-Duplicate-Of");
        if (documentId) resolve({ file, documentId, startedAt, isDuplicate: Boolean(duplicateOf) });
        else reject(new Error("the last answer names no document"));
      },
    });
    upload.start();
  });
}

async function waitForAll({ trpc }: Product, sent: readonly Sent[]) {
  type Document = Awaited<ReturnType<typeof trpc.documents.get.query>>;
  const open = new Map(sent.map((each) => [each.documentId, each]));
  const ended: { document: Document; since: number }[] = [];
  let lastEnd = Date.now();
  while (open.size > 0 && Date.now() - lastEnd < STALLED_MS) {
    const working = new Set<string>();
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } =
        await trpc.documents.list.query({
          status: ["pending", "processing"],
          limit: 200,
          cursor,
        });
      for (const { id } of page.items) working.add(id);
      cursor = page.nextCursor;
    } while (cursor);
    for (const [id, { startedAt }] of open) {
      if (working.has(id)) continue;
      const document = await trpc.documents.get.query({ id });
      if (document.status === "pending" || document.status === "processing") continue;
      ended.push({ document, since: startedAt });
      open.delete(id);
      lastEnd = Date.now();
    }
    await sleep(250);
  }
  return ended;
}
