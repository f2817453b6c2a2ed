import { Readable } from "node:stream";

import { aModel, anUnderstanding, process, wordVectors } from "@besunny/core/test/documents";
import { expect, test } from "vitest";

import { aForm, aKey, anApi, aPerson, rest, signIn, WEB } from "../../test/an-api";

const text = "The rent is 900 a month.";
const api = await anApi({
  reader: { read: async () => aModel(text), renderPage: async () => Buffer.from("a picture") },
  ai: { ...wordVectors, understand: async () => anUnderstanding() },
  index: { replaceDocument: async () => undefined },
});

async function aMember() {
  const person = await aPerson();
  return { ...person, ...(await aKey(api, person)) };
}

async function aDocument({ headers, ctx }: Awaited<ReturnType<typeof aMember>>) {
  const body = aForm(text);
  const sent = await (await rest(api, "/documents", { method: "POST", headers, body })).json();
  await process(ctx, sent.document.id);
  return `/documents/${sent.document.id}`;
}

test("it lets no answer be kept by whoever comes after, nor be taken for what it is not", async () => {
  const member = await aMember();
  const { headers } = member;
  const path = await aDocument(member);
  for (const asked of [
    "/documents",
    path,
    `${path}/text`,
    `${path}/text?format=json`,
    "/nothing",
  ]) {
    const response = await rest(api, asked, { headers });
    expect(response.headers.get("cache-control"), asked).toBe("no-store");
    expect(response.headers.get("x-content-type-options"), asked).toBe("nosniff");
  }
  const { headers: cookie } = await signIn(api, member);
  const trpc = await api.web.trpc(
    new Request(`${WEB}/api/trpc/identity.session`, { headers: cookie }),
  );
  expect(trpc.headers.get("cache-control")).toBe("no-store");
  expect(trpc.headers.get("x-content-type-options")).toBe("nosniff");
});

test.each(["/status", "/content", "/content?inline=1", "/pages/1/image"])(
  "it gives %s to be asked for each time, and says when it is held already",
  async (part) => {
    const member = await aMember();
    const { headers } = member;
    const path = `${await aDocument(member)}${part}`;
    const whole = await rest(api, path, { headers });
    const etag = whole.headers.get("etag") ?? "";

    expect(whole.headers.get("cache-control")).toBe("private, no-cache");
    expect(etag).toMatch(/^"[\w-]+"$/);
    const held = await rest(api, path, { headers: { ...headers, "if-none-match": etag } });
    expect(held.status).toBe(304);
    expect(held.headers.get("etag")).toBe(etag);
    expect(await held.text()).toBe("");
    const other = await rest(api, path, { headers: { ...headers, "if-none-match": '"other"' } });
    expect(other.status).toBe(200);
    await other.body?.cancel();
  },
);

test("it does not say to a stranger that what they hold is still there", async () => {
  const member = await aMember();
  const path = `${await aDocument(member)}/content`;
  const etag = (await rest(api, path, { headers: member.headers })).headers.get("etag") ?? "";
  const stranger = await aMember();

  const held = { ...stranger.headers, "if-none-match": etag };
  expect((await rest(api, path, { headers: held })).status).toBe(404);
});

test("it tells of an original and a picture without sending them", async () => {
  const member = await aMember();
  const { headers } = member;
  const path = await aDocument(member);
  const content = await rest(api, `${path}/content`, { method: "HEAD", headers });
  const image = await rest(api, `${path}/pages/1/image`, { method: "HEAD", headers });

  expect(content.headers.get("content-length")).toBe(String(text.length));
  expect(image.headers.get("content-type")).toBe("image/png");
  expect([await content.text(), await image.text()]).toEqual(["", ""]);
});

test("it sends the part of an original that a player asks for, and to nobody else", async () => {
  const member = await aMember();
  const path = `${await aDocument(member)}/content?inline=1`;
  const part = (range: string, { headers } = member) =>
    rest(api, path, { headers: { ...headers, range } });

  const found = await part("bytes=2-4");
  expect(found.status).toBe(206);
  expect(await found.text()).toBe(text.slice(2, 5));
  expect(found.headers.get("content-range")).toBe(`bytes 2-4/${text.length}`);
  expect(found.headers.get("content-length")).toBe("3");
  expect((await part(`bytes=${text.length}-`)).status).toBe(416);
  expect(await (await part("bytes=0-1,3-4")).text()).toBe(text);
  expect((await part("bytes=2-4", await aMember())).status).toBe(404);
});

test.each([
  ["only asked about", "HEAD", {}],
  ["held already", "GET", { "if-none-match": "*" }],
])("it does not open an original that is %s", async (_what, method, more) => {
  const opened: Readable[] = [];
  const stream = async () => {
    const readable = Readable.from(["a", "b"]);
    opened.push(readable);
    return readable;
  };
  const member = await aMember();
  const path = `/api/v1${await aDocument(member)}/content`;
  const watched = await anApi({ files: { stream, exists: async () => false } });
  const headers = { ...member.headers, ...more };
  const { status } = await watched.web.rest(new Request(`${WEB}${path}`, { method, headers }));

  expect(status).toBe(method === "HEAD" ? 200 : 304);
  expect(opened).toEqual([]);
});

test("it says how much is left to who asked too much", async () => {
  const { headers } = await aMember();
  const ask = () => rest(api, "/ask", { method: "POST", headers, body: { question: "" } });
  let response = await ask();
  for (let asked = 1; asked <= 60; asked += 1) response = await ask();

  expect(response.status).toBe(429);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(response.headers.get("ratelimit")).toMatch(/^"key";r=0;t=\d+$/);
  expect(response.headers.get("ratelimit-policy")).toContain('"key";q=600;w=60');
});

test.each(["/api", "/api/v1", "/api/docs", "/api/nope/deeper"])(
  "it answers at %s as programs read it",
  async (path) => {
    const response = await api.web.nothing(new Request(`${WEB}${path}`));

    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ status: 404, code: "NOT_FOUND" });
  },
);
