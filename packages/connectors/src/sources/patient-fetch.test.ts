import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { afterEach, beforeEach, expect, test } from "vitest";

import { patientFetch } from "./patient-fetch";

const server = createServer((request, response) => {
  if (request.url === "/slow-body") response.write("one ");
  if (request.url !== "/silent") setTimeout(() => response.end("two"), 80);
});
let url: string;

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test("a provider that is silent is given up", async () => {
  const asked = patientFetch(`${url}/silent`, {}, { signal: undefined, patience: 20 });
  await expect(asked).rejects.toThrow("aborted");
});

test("a body may take longer than its beginning", async () => {
  const response = await patientFetch(`${url}/slow-body`, {}, { signal: undefined, patience: 40 });
  expect(await response.text()).toBe("one two");
});

test("who asked can stop it with a reason", async () => {
  const reason = new Error("Stopped by the test");
  const signal = AbortSignal.abort(reason);
  await expect(patientFetch(`${url}/silent`, {}, { signal, patience: 5_000 })).rejects.toBe(reason);
});
