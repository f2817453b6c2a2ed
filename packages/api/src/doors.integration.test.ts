import { once } from "node:events";
import { request as ask } from "node:http";
import { afterAll, expect, test } from "vitest";

import { aKey, anApi, aPerson, auth, rest, signIn, WEB } from "../test/an-api";
import { serve } from "../test/serve";
import { MOST_CALLS } from "./client/most-calls";

const api = await anApi();
const JSON_TYPE = { "content-type": "application/json" };
const PIECE_BYTES = 16 * 1024;

/** A request with an endless body; `taken` returns how many bytes of it were read. */
function anEndlessRequest(path: string, headers: Record<string, string>) {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        taken += PIECE_BYTES;
        controller.enqueue(new Uint8Array(PIECE_BYTES).fill(0x20));
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: "POST", body, headers, duplex: "half" };
  return { request: new Request(`${WEB}${path}`, init), taken: () => taken };
}

async function aMember() {
  const person = await aPerson();
  return { ...person, ...(await aKey(api, person)) };
}

const call = (path: string, body: string, headers: Record<string, string> = {}) =>
  api.web.trpc(
    new Request(`${WEB}/api/trpc/${path}`, {
      method: "POST",
      body,
      headers: { ...JSON_TYPE, ...headers },
    }),
  );

test("it takes next to nothing from a stranger who sends without end", async () => {
  const toTrpc = anEndlessRequest("/api/trpc/identity.signUp", JSON_TYPE);
  const refused = await api.web.trpc(toTrpc.request);
  expect(refused.status).toBe(413);
  expect((await refused.json()).error.json.data).toMatchObject({ code: "TOO_LARGE" });

  const toAuth = anEndlessRequest("/api/auth/callback/credentials", JSON_TYPE);
  const unread = await auth(api, "web", "callback/credentials", toAuth.request);
  expect(unread.status).toBe(413);
  expect(await unread.json()).toMatchObject({ code: "TOO_LARGE", detail: expect.any(String) });

  for (const { taken } of [toTrpc, toAuth]) expect(taken()).toBeLessThanOrEqual(96 * 1024);
});

const served = await serve(api);
afterAll(() => served.close());

test.each(["/api/v1/projects", "/api/trpc/projects.create"])(
  "who sends too much to %s reads the refusal, and then the line is closed",
  async (path) => {
    const { headers } = await aMember();
    const sending = ask(served.url + path, {
      method: "POST",
      headers: { ...headers, ...JSON_TYPE },
    });
    sending.on("error", () => undefined);
    const closed = new Promise((resolve) => sending.once("close", resolve));
    const timer = setInterval(() => sending.write(Buffer.alloc(64 * 1024, " ")), 1);
    const [response] = await once(sending, "response");
    expect(response.statusCode).toBe(413);
    response.resume();
    await closed;
    clearInterval(timer);
  },
);

test.each([
  ["/api/v1/documents", "multipart/form-data; boundary=x"],
  ["/api/v1/documents/classify", "application/json"],
  ["/api/v1/projects", "application/json"],
  ["/api/trpc/documents.list", "application/json"],
  ["/api/trpc/projects.create", "application/json"],
])("it reads nothing of what a stranger sends to %s", async (path, type) => {
  const { request, taken } = anEndlessRequest(path, { "content-type": type });
  const response = await (path.includes("trpc") ? api.web.trpc(request) : api.web.rest(request));
  expect([401, 405]).toContain(response.status);
  expect(taken()).toBe(0);
});

test("it counts what a member sends, and takes a long text only where texts are taken", async () => {
  const { headers } = await aMember();
  const json = { ...headers, ...JSON_TYPE };
  const toTrpc = anEndlessRequest("/api/trpc/projects.create", json);
  const refused = await api.web.trpc(toTrpc.request);
  expect((await refused.json()).error.json).toMatchObject({
    message: "The body is larger than 1 MB",
    data: { code: "TOO_LARGE", httpStatus: 413, hint: expect.any(String) },
  });

  const toRest = anEndlessRequest("/api/v1/projects", json);
  const answered = await api.web.rest(toRest.request);
  expect(answered.status).toBe(413);
  expect(answered.headers.get("content-type")).toBe("application/problem+json");
  expect(await answered.json()).toMatchObject({ code: "TOO_LARGE" });
  for (const { taken } of [toTrpc, toRest]) expect(taken()).toBeLessThan(1.1 * 1024 ** 2);

  const long = { text: `${Math.random()}`.padEnd(2 * 1024 ** 2, "x") };
  const classified = await rest(api, "/documents/classify", {
    method: "POST",
    headers,
    body: long,
  });
  expect(classified.status).toBe(202);
});

test("it reads no long text of a viewer, who may not send one", async () => {
  const person = await aPerson({ home: (await aPerson()).workspaceId, role: "viewer" });
  const { headers } = await aKey(api, person, "viewer");
  const { request, taken } = anEndlessRequest("/api/v1/documents/classify", {
    ...headers,
    ...JSON_TYPE,
  });
  expect((await api.web.rest(request)).status).toBe(403);
  expect(taken()).toBe(0);
});

test("it refuses a form that announces more than a file may have, with the real limit", async () => {
  const { headers } = await aMember();
  const { request, taken } = anEndlessRequest("/api/v1/documents", {
    ...headers,
    "content-type": "multipart/form-data; boundary=x",
    "content-length": String(300 * 1024 ** 2),
  });
  const response = await api.web.rest(request);
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ detail: "A file may have 200 MB at most" });
  expect(taken()).toBe(0);
});

test.each([
  ["no JSON", "{no"],
  ["what is nested without end", `${"[".repeat(20_000)}`],
  ["a wrong description of types", '{"json":{},"meta":{"values":{"a":[["nonsense"]]}}}'],
  ["types that are no types", '{"json":1,"meta":{"values":7,"v":"x"}}'],
])("it shows no words of a parser for %s", async (_, body) => {
  const { headers } = await aMember();
  const response = await call("projects.create", body, headers);
  const { message, data } = (await response.json()).error.json;
  expect([response.status, data.code]).toEqual([400, "INVALID_INPUT"]);
  expect(message).not.toMatch(/JSON|stack|is not|undefined|token|position/i);
});

test("it takes so many calls at once and no more", async () => {
  const batch = (calls: number) => {
    const paths = Array(calls).fill("identity.session").join(",");
    return api.web.trpc(new Request(`${WEB}/api/trpc/${paths}?batch=1&input={}`));
  };
  expect((await batch(MOST_CALLS)).status).toBe(200);
  expect((await batch(MOST_CALLS + 1)).status).toBe(400);
});

test("it counts what a stranger calls by their address, and what a program calls with its requests", async () => {
  const strange = await anApi();
  const { identityContext } = strange.tools;
  strange.tools.identityContext = (from) => ({ ...identityContext(from), ip: "10.1.2.3" });
  const ask = (headers: Record<string, string> = {}) => {
    const paths = Array(MOST_CALLS).fill("identity.session").join(",");
    const url = `${WEB}/api/trpc/${paths}?batch=1&input={}`;
    return strange.web.trpc(new Request(url, { headers }));
  };
  const askOften = async (headers?: Record<string, string>) => {
    let taken = 0;
    for (;;) {
      const response = await ask(headers);
      if (response.status === 429 || taken > 100) return { taken, response };
      taken += 1;
    }
  };

  const { taken, response } = await askOften();
  expect(taken).toBe(300 / MOST_CALLS);
  expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
  const [told] = await response.json();
  expect(told.error.json).toMatchObject({
    message: "Too many requests",
    data: { code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) },
  });

  const person = await aPerson();
  const { headers } = await aKey(strange, person);
  expect((await askOften(headers)).taken).toBe(600 / MOST_CALLS);
  expect((await rest(strange, "/projects", { headers })).status).toBe(429);
  const { headers: cookie } = await signIn(strange, person);
  expect((await askOften(cookie)).taken).toBe(3_000 / MOST_CALLS);
});
