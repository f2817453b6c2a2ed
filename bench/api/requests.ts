import type { Dispatcher } from "undici";

import type { Workspace } from "./workspace";

/** Which way a request comes: as a browser's, by tRPC and tus with a session, or as a program's, by REST with a key. */
export const ways = ["trpc", "rest"] as const;
export type Way = (typeof ways)[number];

export const operations = ["list", "facets", "get", "search", "upload"] as const;
export type Operation = (typeof operations)[number];

type Answer = { statusCode: number; text: string; location: string };
type Ask = (pool: Dispatcher, workspace: Workspace, n: number) => Promise<Answer>;

/** The request of each operation by each way. REST has no facets. */
export const asks: Record<Operation, Partial<Record<Way, Ask>>> = {
  list: {
    trpc: procedure("documents.list", () => ({ limit: 20 })),
    rest: get(() => "/api/v1/documents?limit=20"),
  },
  facets: { trpc: procedure("documents.facets", () => ({})) },
  get: {
    trpc: procedure("documents.get", (workspace, n) => ({ id: idOf(workspace, n) })),
    rest: get((workspace, n) => `/api/v1/documents/${idOf(workspace, n)}`),
  },
  search: {
    trpc: procedure("search.find", (_, n) => ({ q: wordsOf(n) })),
    rest: get((_, n) => `/api/v1/search?q=${encodeURIComponent(wordsOf(n))}`),
  },
  upload: { trpc: uploadResumably, rest: uploadForm },
};

const words = ["rent of Mill House", "deposit", "notice of three months", "lease of the harbour"];
const wordsOf = (n: number) => at(words, n);
const idOf = ({ documentIds }: Workspace, n: number) => at(documentIds, n);

/** As the browser's client sends a query: in a batch, of one. */
function procedure(path: string, inputOf: (workspace: Workspace, n: number) => object): Ask {
  return (pool, workspace, n) => {
    const input = JSON.stringify({ 0: { json: inputOf(workspace, n) } });
    return ask(pool, {
      method: "GET",
      path: `/api/trpc/${path}?batch=1&input=${encodeURIComponent(input)}`,
      headers: at(workspace.browsers, n)(),
    });
  };
}

function get(pathOf: (workspace: Workspace, n: number) => string): Ask {
  return (pool, workspace, n) =>
    ask(pool, { method: "GET", path: pathOf(workspace, n), headers: keyOf(workspace, n) });
}

/** Announced, then sent: two requests, as the browser's client does it. */
async function uploadResumably(pool: Dispatcher, workspace: Workspace, n: number): Promise<Answer> {
  const headers = { ...at(workspace.browsers, n)(), "tus-resumable": "1.0.0" };
  const bytes = aFile(n);
  const metadata = [
    ["filename", `bench-${n}.txt`],
    ["filetype", "text/plain"],
  ].map(([name, value]) => `${name} ${Buffer.from(value ?? "").toString("base64")}`);
  const announced = await ask(pool, {
    method: "POST",
    path: "/api/upload",
    headers: {
      ...headers,
      "upload-length": String(bytes.length),
      "upload-metadata": metadata.join(","),
    },
  });
  if (announced.statusCode !== 201) return announced;
  return ask(pool, {
    method: "PATCH",
    path: new URL(announced.location, workspace.owner.url).pathname,
    headers: {
      ...headers,
      "upload-offset": "0",
      "content-type": "application/offset+octet-stream",
    },
    body: bytes,
  });
}

function uploadForm(pool: Dispatcher, workspace: Workspace, n: number): Promise<Answer> {
  const boundary = "a-boundary-of-the-bench";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="bench-${n}.txt"\r\ncontent-type: text/plain\r\n\r\n`;
  return ask(pool, {
    method: "POST",
    path: "/api/v1/documents",
    headers: {
      ...keyOf(workspace, n),
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    body: Buffer.concat([Buffer.from(head), aFile(n), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}

/** Two kilobytes that no other file has. */
function aFile(n: number): Buffer {
  const line = `Note ${n} of ${process.pid} at ${performance.now()}: the boiler was serviced.\n`;
  return Buffer.from(line.repeat(28));
}

async function ask(
  pool: Dispatcher,
  options: Omit<Dispatcher.RequestOptions, "origin">,
): Promise<Answer> {
  const { statusCode, headers, body } = await pool.request(options);
  const text = await body.text();
  return { statusCode, text, location: String(headers.location ?? "") };
}

function keyOf({ keys }: Workspace, n: number) {
  return { authorization: `Bearer ${at(keys, n)}` };
}

function at<Item>(items: readonly Item[], n: number): Item {
  const item = items[n % items.length];
  if (item === undefined) throw new RangeError("The workspace has none of these");
  return item;
}
