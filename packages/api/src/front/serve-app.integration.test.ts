import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const main = `
  import { serveApp } from ${JSON.stringify(join(import.meta.dirname, "serve-app.ts"))};
  await serveApp({
    host: "127.0.0.1",
    port: Number(process.argv[2]),
    isDevelopment: false,
    staticFiles: null,
    prepare: async () => (request, response) => response.end("answered"),
  });
  console.log("listening");
`;

let folder: string;
let url: string;
let app: ReturnType<typeof spawn>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "besunny-front-"));
  await writeFile(join(folder, "main.mjs"), main);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  // As it is run: by Node itself, without a build.
  app = spawn(process.execPath, [join(folder, "main.mjs"), String(port)], { stdio: "pipe" });
  if (app.stdout) await once(app.stdout, "data");
});
afterAll(async () => {
  app.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("There is no port");
  return address.port;
}

const post = (path: string, body: BodyInit) =>
  fetch(url + path, { method: "POST", body, ...{ duplex: "half" } });

test("it hands an app its requests", async () => {
  const answered = await fetch(`${url}/sign-in?next=%2F`);
  expect([answered.status, await answered.text()]).toEqual([200, "answered"]);
});

test("it finds nothing at an address that cannot be decoded", async () => {
  for (const method of ["DELETE", "HEAD"])
    expect((await fetch(`${url}/api/upload/%ff`, { method })).status).toBe(404);
});

test("it takes no long or uncounted body for a page, and leaves those below /api to their doors", async () => {
  const uncounted = new Blob(["x"]).stream();
  const statuses = [
    await post("/sign-in", "x".repeat(1024 ** 2 + 1)),
    await post("/sign-in", uncounted),
    await post("/sign-in", "x"),
    await post("/api/v1/documents", new Blob(["x"]).stream()),
  ].map(({ status }) => status);
  expect(statuses).toEqual([413, 411, 200, 200]);
});

test("it ends when it is told to", async () => {
  app.kill("SIGTERM");
  const [code] = await once(app, "exit");
  expect(code).toBe(0);
});
