import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";

import { serveStatic } from "./serve-static";

let folder: string;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "besunny-static-"));
  await writeFile(join(folder, "chunk.js"), "let plain;");
  await writeFile(join(folder, "chunk.js.br"), brotliCompressSync("let packed;"));
  const send = serveStatic(folder);
  server = createServer((request, response) =>
    send(request, response, () => response.end(`next ${request.url}`)),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("There is no port");
  url = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, encoding: string) =>
  fetch(url + path, { headers: { "accept-encoding": encoding } });

test("it sends the brotli form of a file, which browsers keep for a year", async () => {
  const response = await get("/_next/static/chunk.js", "gzip, br");
  expect(await response.text()).toBe("let packed;");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-encoding": "br",
    "content-type": "text/javascript",
    "cache-control": "public,max-age=31536000,immutable",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
  });
});

test("it passes on what it has not, what is elsewhere, and clients that take no brotli", async () => {
  for (const [path, encoding] of [
    ["/_next/static/chunk.js", "gzip"],
    ["/_next/static/other.js", "br"],
    ["/_next/static/../serve-static.ts", "br"],
    ["/_next/static/%2e%2e/chunk.js", "br"],
    ["/chunk.js", "br"],
  ] as const)
    expect(await (await get(path, encoding)).text()).toMatch(/^next \//);
  const posted = await fetch(`${url}/_next/static/chunk.js`, { method: "POST" });
  expect(await posted.text()).toBe("next /_next/static/chunk.js");
});
