import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { indexScope } from "@besunny/ai/index/index-scope";
import { sqliteStore } from "@besunny/ai/index/sqlite-store";
import { type Base, type MadeQuery, madeDocuments } from "./passages";

/** A search with the wall and CPU time that it took, in ms. */
export type Timed = { found: string[]; wallMs: number; cpuMs: number };

export type Request =
  | { kind: "build"; checkout: string | null; folder: string; base: Base; passages: number }
  | { kind: "search"; queries: MadeQuery[]; filter: { projectId?: string }; limit: number }
  | { kind: "write"; document: number; base: Base };

export type Reply =
  | { kind: "built"; seconds: number; megabytes: number }
  | { kind: "searched"; searches: Timed[]; ownMb: number }
  | { kind: "written"; wallMs: number };

const scope = indexScope("wsp_bench", ["ws", "usr_1"]);
let store: ReturnType<typeof sqliteStore> | undefined;

process.on("message", async (request: Request) => {
  process.send?.(await replyTo(request));
});

async function replyTo(request: Request): Promise<Reply> {
  if (request.kind === "build") return build(request);
  if (request.kind === "write") return write(request);
  const searches = request.queries.map((query) => timed(query, request));
  return { kind: "searched", searches, ownMb: ownMegabytes() };
}

async function build({ checkout, folder, base, passages }: Request & { kind: "build" }) {
  const path = join(folder, "passages.sqlite");
  store = await openStore(checkout, path, base.vectors[0]?.length ?? 0);
  const began = performance.now();
  for (const document of madeDocuments(base, passages))
    store.replaceDocument("wsp_bench", document[0]?.documentId ?? "", document);
  const seconds = (performance.now() - began) / 1_000;
  return { kind: "built" as const, seconds, megabytes: statSync(path).size / 1_048_576 };
}

/** Opens the store of this checkout, or of another one, whose methods of the same names take the same. */
async function openStore(checkout: string | null, path: string, dimensions: number) {
  const opened: { sqliteStore: typeof sqliteStore } =
    checkout === null
      ? { sqliteStore }
      : await import(pathToFileURL(join(checkout, "packages/ai/src/index/sqlite-store.ts")).href);
  return opened.sqliteStore({ path, model: "bench", dimensions });
}

function timed(
  { text, vector }: MadeQuery,
  { filter, limit }: Request & { kind: "search" },
): Timed {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const hits = store?.search(scope, { text, vector, filter, limit }) ?? [];
  const wallMs = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  const found = hits.map(({ documentId, number }) => `${documentId}#${number}`);
  return { found, wallMs, cpuMs: (user + system) / 1_000 };
}

function write({ base, document }: Request & { kind: "write" }) {
  const [made = []] = madeDocuments(base, 10);
  const documentId = `doc_new_${document}`;
  const began = performance.now();
  store?.replaceDocument(
    "wsp_bench",
    documentId,
    made.map((passage) => ({ ...passage, documentId })),
  );
  return { kind: "written" as const, wallMs: performance.now() - began };
}

/** The resident memory of the process, without files that are mapped, as Linux counts it. */
function ownMegabytes(): number {
  const kilobytes = /RssAnon:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return Number(kilobytes) / 1_024;
}
