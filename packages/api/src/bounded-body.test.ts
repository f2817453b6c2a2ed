import { expect, test } from "vitest";

import { type BodyBounds, boundedBody } from "./bounded-body";

/** A request whose body is these pieces; `read` says how many of them were asked for. */
function aRequest(pieces: readonly (string | Promise<string>)[], headers?: HeadersInit) {
  let read = 0;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = pieces[read];
        read += 1;
        if (piece === undefined) return controller.close();
        controller.enqueue(new TextEncoder().encode(await piece));
      },
      cancel() {
        isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: "POST", body, duplex: "half", ...(headers && { headers }) };
  return {
    request: new Request("http://here/", init),
    read: () => read,
    isCancelled: () => isCancelled,
  };
}

const never = new Promise<string>(() => undefined);
const bounds: BodyBounds = { mostBytes: 10 };

test("it gives a body that fits as it was", async () => {
  const { request } = aRequest(["12345", "67890"], { "x-trace-id": "trace-123" });
  const bounded = boundedBody(request, bounds);

  expect(await bounded.text()).toBe("1234567890");
  expect([bounded.method, bounded.headers.get("x-trace-id")]).toEqual(["POST", "trace-123"]);
});

test("it stops reading at the bound, whatever was declared", async () => {
  const { request, read } = aRequest(["12345", "67890", "1", "2", "3"], { "content-length": "5" });

  await expect(boundedBody(request, bounds).text()).rejects.toMatchObject({ code: "TOO_LARGE" });
  expect(read()).toBe(3);
});

test("it reads nothing where more is declared, nor before somebody asks", async () => {
  const declared = aRequest(["1"], { "content-length": "11" });
  await expect(boundedBody(declared.request, bounds).json()).rejects.toMatchObject({
    code: "TOO_LARGE",
  });
  const unasked = aRequest(["1"]);
  boundedBody(unasked.request, bounds);
  await Promise.resolve();

  expect([declared.read(), unasked.read()]).toEqual([0, 0]);
});

test("it does not wait for who falls silent", async () => {
  const { request } = aRequest(["1", never]);
  const bounded = boundedBody(request, { ...bounds, stallMs: 5 });
  await expect(bounded.text()).rejects.toMatchObject({ code: "TIMEOUT" });
});

test("it does not wait for who sends a little now and then", async () => {
  const drops = Array.from({ length: 9 }, async () => "x");
  const { request } = aRequest([...drops, never]);
  const bounded = boundedBody(request, { ...bounds, stallMs: 60_000, wholeMs: 5 });
  await expect(bounded.text()).rejects.toMatchObject({ code: "TIMEOUT" });
});

test("it keeps the connection for the answer when it is too much, or its reader stops", async () => {
  const [long, unwanted] = [aRequest(["12345", "67890", "1"]), aRequest(["1", "2"])];
  await expect(boundedBody(long.request, bounds).text()).rejects.toThrow();
  await boundedBody(unwanted.request, bounds).body?.cancel();
  expect([long.isCancelled(), unwanted.isCancelled()]).toEqual([false, false]);
});

test("it takes what only looks like a request, as Next hands it over", async () => {
  const { request } = aRequest(["12345"]);
  const looksLikeIt = new Proxy(request, {
    get: (target, name) => Reflect.get(target, name, target),
  });
  expect(await boundedBody(looksLikeIt, bounds).text()).toBe("12345");
});

test("it leaves a request without a body alone", () => {
  const request = new Request("http://here/");
  expect(boundedBody(request, bounds)).toBe(request);
});
