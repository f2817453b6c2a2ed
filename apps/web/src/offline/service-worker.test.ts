import { runInNewContext } from "node:vm";

import { expect, test } from "vitest";

import { offlinePage } from "./offline-page";
import { serviceWorkerSource } from "./service-worker";

const words = { locale: "en", title: "You are <offline>", text: 'It "opens" later', retry: "Try" };

type Listener = (event: object) => void;

/** Runs the worker in a browser of a few functions. */
function aWorker(fetch: (request: object) => Promise<unknown>) {
  const listeners = new Map<string, Listener>();
  const self = {
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    skipWaiting: () => undefined,
    registration: {},
    clients: { claim: async () => undefined },
  };
  runInNewContext(serviceWorkerSource(offlinePage(words)), { self, fetch, Response });
  return (mode: string, preloaded?: object) => {
    let answer: Promise<Response> | null = null;
    listeners.get("fetch")?.({
      request: { mode },
      preloadResponse: Promise.resolve(preloaded),
      respondWith: (given: Promise<Response>) => {
        answer = given;
      },
    });
    return answer as Promise<Response> | null;
  };
}

test("a page comes from the network while there is one", async () => {
  const page = new Response("the page");
  expect(await aWorker(async () => page)("navigate")).toBe(page);
  const early = new Response("preloaded");
  expect(await aWorker(async () => page)("navigate", early)).toBe(early);
});

test("without the network the offline page stands in, which no cache keeps", async () => {
  const ask = aWorker(async () => {
    throw new TypeError("Failed to fetch");
  });
  const answer = await ask("navigate");
  expect(answer?.status).toBe(503);
  expect(answer?.headers.get("cache-control")).toBe("no-store");
  expect(await answer?.text()).toContain("You are &lt;offline>");
});

test("anything but a page is left to the browser", () => {
  const ask = aWorker(async () => new Response());
  for (const mode of ["cors", "same-origin", "no-cors"]) expect(ask(mode)).toBeNull();
});
