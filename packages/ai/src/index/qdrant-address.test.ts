import { afterEach, expect, test, vi } from "vitest";

import { createQdrantIndex } from "./qdrant-index";

afterEach(() => vi.unstubAllGlobals());

/** The first address that the index asks, without its own path. */
async function askedBy(url: string): Promise<string | undefined> {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (input: string | URL | Request) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return Response.json({ result: null, status: "ok", time: 0 }, { status: 503 });
  });
  const index = createQdrantIndex({ url, dimensions: 2, model: "test-model" });
  await expect(index.stats()).rejects.toThrow();
  return asked[0]?.replace(/\/collections\/.*/, "");
}

test.each([
  ["https://q.example:443", "https://q.example"],
  ["http://q.example:80", "http://q.example"],
  ["https://q.example:6333", "https://q.example:6333"],
  ["http://localhost:6333", "http://localhost:6333"],
  ["http://localhost:6333/", "http://localhost:6333"],
  ["https://example.org/qdrant", "https://example.org/qdrant"],
  ["https://example.org:8443/a/qdrant/", "https://example.org:8443/a/qdrant"],
  ["https://q.example", "https://q.example"],
  ["http://[::1]:6333", "http://[::1]:6333"],
])("the index of %s is asked for there and nowhere else", async (url, expected) => {
  const asked = (await askedBy(url)) ?? "";
  expect(asked.replace(/^(https:\/\/[^/]*):443|^(http:\/\/[^/]*):80(?!\d)/, "$1$2")).toBe(expected);
});
