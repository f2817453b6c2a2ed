import { revokeApiKey } from "@besunny/core/keys/revoke-api-key";
import { database } from "@besunny/core/test/contexts";
import { aModel, anUnderstanding, process, wordVectors } from "@besunny/core/test/documents";
import { expect, test } from "vitest";

import { aForm, aKey, anApi, aPerson, rest, signIn } from "../../test/an-api";

const text = "The rent is 900 a month.";
const facts = [{ name: "total", value: "EUR 900.00", element: "/Invoice/Total" }];
const api = await anApi({
  reader: { read: async () => ({ ...aModel(text), facts }) },
  ai: {
    ...wordVectors,
    understand: async () => anUnderstanding(),
    async *answer() {
      yield { kind: "text", text: "Nothing here " };
      yield { kind: "text", text: "says so." };
      yield {
        kind: "done",
        found: false,
        citations: [],
        sent: null,
        producedBy: { kind: "local", model: "a-test", release: "1" },
        cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
      };
    },
  },
  index: {
    replaceDocument: async () => undefined,
    search: async () => [],
    nearTerms: async () => [],
  },
});

async function aMember(role?: "admin" | "member" | "viewer", home?: string) {
  const person = await aPerson({ ...(home && { home }), ...(role && { role }) });
  return { ...person, ...(await aKey(api, person, role)) };
}

async function anUpload(headers: Record<string, string>, words = `${text} ${Math.random()}`) {
  const response = await rest(api, "/documents", { method: "POST", headers, body: aForm(words) });
  return { response, body: await response.json() };
}

test("it takes a file, and tells where to look for what becomes of it", async () => {
  const { headers } = await aMember();
  const form = aForm(text, { title: "Our lease" });
  const response = await rest(api, "/documents", { method: "POST", headers, body: form });
  const { document, links, duplicateOf } = await response.json();

  expect(response.status).toBe(202);
  expect(document).toMatchObject({ title: "Our lease", status: "pending", source: "api" });
  expect(duplicateOf).toBeNull();
  expect(links.status).toBe(`http://localhost:3000/api/v1/documents/${document.id}/status`);
  expect(links.socket).toMatch(/^ws:\/\/localhost:3002\/ws\/documents\/doc_\w+\?token=/);
});

test("it tells of bytes that are there already instead of storing them twice", async () => {
  const { headers } = await aMember();
  const first = await anUpload(headers, "the same words");
  const second = await anUpload(headers, "the same words");

  expect(second.response.status).toBe(200);
  expect(second.body.duplicateOf).toBe(first.body.document.id);
});

test("it gives the original back as an attachment that runs nothing", async () => {
  const { headers } = await aMember();
  const { body } = await anUpload(headers, "exactly these bytes");
  const response = await rest(api, `/documents/${body.document.id}/content`, { headers });

  expect(await response.text()).toBe("exactly these bytes");
  expect(response.headers.get("content-disposition")).toContain("attachment");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
});

test("it files, finds, renames, corrects, trashes and restores a document", async () => {
  const { headers } = await aMember();
  const { id } = (await anUpload(headers)).body.document;
  const project = await rest(api, "/projects", { method: "POST", headers, body: { name: "Home" } });
  const { id: home } = await project.json();
  const path = `/documents/${id}`;

  expect(project.status).toBe(201);
  expect((await rest(api, `/projects/${home}${path}`, { method: "PUT", headers })).status).toBe(
    204,
  );
  const body = { title: "Renamed", type: "contract" };
  const changed = await rest(api, path, { method: "PATCH", headers, body });
  expect(await changed.json()).toMatchObject({ ...body, isTypeCorrected: true });
  const list = await rest(api, `/documents?projectId=${home}&q=rename&limit=1`, { headers });
  expect(await list.json()).toMatchObject({ items: [{ id }], nextCursor: null });

  const trashed = await rest(api, path, { method: "DELETE", headers });
  expect((await trashed.json()).trashedAt).not.toBeNull();
  expect((await (await rest(api, "/documents", { headers })).json()).items).toEqual([]);
  const restored = await rest(api, `${path}/restore`, { method: "POST", headers });
  expect((await restored.json()).trashedAt).toBeNull();
});

test("it pages through a list to its end, each document once", async () => {
  const { headers } = await aMember();
  for (const words of ["one", "two", "three"]) await anUpload(headers, words);
  const first = await (await rest(api, "/documents?limit=2", { headers })).json();
  const next = `/documents?limit=2&cursor=${encodeURIComponent(first.nextCursor)}`;
  const second = await (await rest(api, next, { headers })).json();

  const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(3);
  expect(second.nextCursor).toBeNull();
});

test("it tells how far a document is, and that nothing changed to whoever knows", async () => {
  const { headers, ctx } = await aMember();
  const { id } = (await anUpload(headers)).body.document;
  const path = `/documents/${id}/status`;
  const first = await rest(api, path, { headers });
  const etag = first.headers.get("etag") ?? "";
  expect(await first.json()).toMatchObject({ status: "pending", stages: [] });
  const held = { ...headers, "if-none-match": etag };
  expect((await rest(api, path, { headers: held })).status).toBe(304);

  await process(ctx, id);

  const later = await rest(api, path, { headers: held });
  expect(await later.json()).toMatchObject({
    status: "ready",
    etaSeconds: null,
    stages: [{ name: "read" }, { name: "understood" }, { name: "indexed", state: "finished" }],
  });
});

test("it gives what was read and understood, in each shape that was promised", async () => {
  const { headers, ctx } = await aMember();
  const { id } = (await anUpload(headers)).body.document;
  const early = await rest(api, `/documents/${id}/text`, { headers });
  expect(await early.json()).toMatchObject({ code: "CONFLICT", hint: expect.any(String) });
  await process(ctx, id);

  const plain = await rest(api, `/documents/${id}/text`, { headers });
  expect(await plain.text()).toBe(text);
  const reading = await rest(api, `/documents/${id}/text?format=json`, { headers });
  const { pages, facts: stated } = await reading.json();
  expect(pages[0].blocks[0]).toMatchObject({ kind: "paragraph" });
  expect(stated).toEqual(facts);
  const found = await rest(api, `/documents/${id}/classification`, { headers });
  expect(await found.json()).toMatchObject({
    type: "contract",
    isCorrected: false,
    result: { type: { candidates: [{ name: "contract" }] }, producedBy: { release: "1" } },
  });

  const body = { type: "letter" };
  const corrected = await rest(api, `/documents/${id}/classification`, {
    method: "PUT",
    headers,
    body,
  });
  expect(await corrected.json()).toMatchObject({ type: "letter", isCorrected: true });
  const history = await rest(api, `/documents/${id}/classifications`, { headers });
  expect(await history.json()).toMatchObject({
    items: [{ type: { name: "contract" } }],
    corrections: [{ before: "contract", after: "letter" }],
  });
});

test("it says that a cost is not known, and why local models stood in for a hosted one", async () => {
  const { headers, ctx } = await aMember();
  const { id } = (await anUpload(headers)).body.document;
  const fallbackReason = "The provider refuses the key.";
  const understood = anUnderstanding({
    producedBy: { kind: "local", model: "a-test", release: "1", fallbackReason },
    cost: { inputTokens: 7, outputTokens: 1, microUsd: null },
  });
  await process({ ...ctx, ai: { ...ctx.ai, understand: async () => understood } }, id);

  const found = await rest(api, `/documents/${id}/classification`, { headers });
  expect((await found.json()).result).toMatchObject({
    producedBy: { kind: "local", fallbackReason },
    cost: { inputTokens: 7, outputTokens: 1, microUsd: null },
  });
});

test("it answers with the type when the document was understood while the caller waited", async () => {
  const { headers, ctx } = await aMember();
  const asked = rest(api, "/documents/classify?wait=20s", {
    method: "POST",
    headers,
    body: { text, title: "A lease" },
  });
  await expect
    .poll(async () => (await (await rest(api, "/documents", { headers })).json()).items.length, {
      timeout: 15_000,
    })
    .toBe(1);
  const { items } = await (await rest(api, "/documents", { headers })).json();
  await process(ctx, items[0].id);

  const response = await asked;
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    document: { title: "A lease" },
    classification: { type: "contract" },
  });
});

test("it does not make a caller wait who did not ask to", async () => {
  const { headers } = await aMember();
  const body = { text: "short" };
  const response = await rest(api, "/documents/classify", { method: "POST", headers, body });

  expect(response.status).toBe(202);
});

test("it cancels what is being worked on and begins it anew, and says when there is nothing to do", async () => {
  const { headers } = await aMember();
  const { id } = (await anUpload(headers)).body.document;
  const post = (verb: string) => rest(api, `/documents/${id}/${verb}`, { method: "POST", headers });

  expect(await (await post("cancel")).json()).toMatchObject({ status: "cancelled" });
  expect(await (await post("cancel")).json()).toMatchObject({ status: 409, code: "CONFLICT" });
  expect((await post("reprocess")).status).toBe(202);
  expect((await post("reprocess")).status).toBe(409);
});

test("it lets a key in until it is revoked, and only to its own workspace", async () => {
  const { headers, ctx, id } = await aMember();
  expect((await rest(api, "/documents", { headers })).status).toBe(200);

  await revokeApiKey(ctx, { id });

  const refused = await rest(api, "/documents", { headers });
  expect(await refused.json()).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
});

test("it hides a document of another workspace as if it were not there", async () => {
  const owner = await aMember();
  const { id } = (await anUpload(owner.headers)).body.document;
  const stranger = await aMember();
  const session = await signIn(api, stranger);

  for (const [method, path] of [
    ["GET", ""],
    ["PATCH", ""],
    ["DELETE", ""],
    ["GET", "/status"],
    ["GET", "/text"],
    ["GET", "/content"],
    ["GET", "/classification"],
    ["GET", "/classifications"],
    ["GET", "/events"],
    ["POST", "/restore"],
    ["POST", "/reprocess"],
    ["POST", "/cancel"],
  ] as const) {
    const { headers } = stranger;
    const body = method === "PATCH" ? { title: "Mine now" } : undefined;
    const asked = { method, headers, ...(body && { body }) };
    const response = await rest(api, `/documents/${id}${path}`, asked);
    expect(await response.json(), `${method} ${path}`).toMatchObject({ code: "NOT_FOUND" });
  }
  const caller = await api.web.caller(new Headers(session.headers));
  await expect(caller.documents.get({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("it lets a viewer see, and do nothing", async () => {
  const owner = await aMember();
  const { id } = (await anUpload(owner.headers)).body.document;
  const { headers } = await signIn(api, await aPerson({ home: owner.workspaceId, role: "viewer" }));

  expect((await rest(api, `/documents/${id}`, { headers })).status).toBe(200);
  for (const response of [
    await rest(api, `/documents/${id}`, { method: "DELETE", headers }),
    await rest(api, `/documents/${id}`, { method: "PATCH", headers, body: { title: "x" } }),
    await rest(api, "/documents", { method: "POST", headers, body: aForm("x") }),
    await rest(api, "/projects", { method: "POST", headers, body: { name: "x" } }),
  ])
    expect(await response.json()).toMatchObject({ status: 403, code: "FORBIDDEN" });
});

test("it does a write once for a key, whatever the boundary of the form", async () => {
  const { headers } = await aMember();
  const keyed = { ...headers, "idempotency-key": "first" };
  const post = (form: FormData) =>
    rest(api, "/documents", { method: "POST", headers: keyed, body: form });
  const first = await post(aForm("once"));
  const again = await post(aForm("once"));
  const other = await post(aForm("something else"));

  expect(first.status).toBe(202);
  expect(again.status).toBe(202);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(await again.json()).toEqual(await first.json());
  expect(await other.json()).toMatchObject({ status: 409, code: "CONFLICT" });
});

test("it does not make a second project for a request that is sent again", async () => {
  const { headers } = await aMember();
  const keyed = { ...headers, "idempotency-key": "project" };
  const post = () =>
    rest(api, "/projects", { method: "POST", headers: keyed, body: { name: "P" } });
  const [first, second] = [await (await post()).json(), await (await post()).json()];

  expect(second.id).toBe(first.id);
  expect((await (await rest(api, "/projects", { headers })).json()).items).toHaveLength(1);
});

test("it keeps the answers to one person's keys from another's", async () => {
  const [one, other] = [await aMember(), await aMember()];
  const post = (headers: Record<string, string>) =>
    rest(api, "/projects", {
      method: "POST",
      headers: { ...headers, "idempotency-key": "same" },
      body: { name: "P" },
    });
  const first = await (await post(one.headers)).json();

  expect((await (await post(other.headers)).json()).id).not.toBe(first.id);
});

test("it names each field that does not fit, and shows nothing of its inside", async () => {
  const { headers } = await aMember();
  const body = { name: "", isRestricted: "perhaps" };
  const response = await rest(api, "/projects", { method: "POST", headers, body });
  const problem = await response.json();

  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(problem).toEqual({
    type: "urn:besunny:problem:invalid-input",
    title: "Invalid input",
    status: 422,
    code: "INVALID_INPUT",
    detail: expect.any(String),
    hint: null,
    traceId: response.headers.get("x-trace-id"),
    errors: [
      { path: "name", message: expect.any(String) },
      { path: "isRestricted", message: expect.any(String) },
    ],
  });
  expect(JSON.stringify(problem)).not.toMatch(/stack|\.ts:|node_modules/);
});

test.for([
  ["malformed JSON", "POST", "/projects", "{", "application/json", 422],
  ["another media type", "POST", "/projects", "<a/>", "application/xml", 415],
  ["a form without a file", "POST", "/documents", "x", "text/plain", 415],
  ["an unknown path", "GET", "/nothing", undefined, undefined, 404],
  ["a method that is not done", "DELETE", "/documents", undefined, undefined, 405],
  [
    "a wait that is too long",
    "POST",
    "/documents/classify?wait=90s",
    "{}",
    "application/json",
    422,
  ],
  ["a limit that is too high", "GET", "/documents?limit=1000", undefined, undefined, 422],
] as const)("it answers %s with a problem", async ([_what, method, path, body, type, status]) => {
  const { headers } = await aMember();
  const asked = { method, headers: { ...headers, ...(type && { "content-type": type }) } };
  const response = await rest(api, path, { ...asked, ...(body && { body }) });

  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({ status });
});

test("it says what is left of the minute", async () => {
  const { headers } = await aMember();
  const response = await rest(api, "/documents", { headers });

  expect(response.headers.get("ratelimit-policy")).toContain('"user";q=600;w=60');
  expect(response.headers.get("ratelimit")).toMatch(/"key";r=599;t=\d+, "user";r=599;t=\d+/);
});

test("it tells as events what becomes of a document, and goes on where the connection was lost", async () => {
  const { headers, ctx } = await aMember();
  const { id } = (await anUpload(headers)).body.document;
  const events = reader(await rest(api, `/documents/${id}/events`, { headers }));
  const [snapshot] = await events.until((message) => message.type === "snapshot");
  expect(snapshot).toMatchObject({ document: { id, status: "pending" }, stages: [] });

  await process(ctx, id);
  const told = await events.until((message) => message.document?.status === "ready");
  await events.close();
  expect(told.map(({ type, stage }) => stage?.name ?? type)).toContain("understood");

  const resumed = { ...headers, "last-event-id": String(snapshot?.seq) };
  const later = reader(await rest(api, `/documents/${id}/events`, { headers: resumed }));
  const missed = await later.until((message) => message.type === "document");
  await later.close();
  expect(missed.map(({ stage }) => stage?.name).filter(Boolean)).toEqual([
    "read",
    "understood",
    "indexed",
  ]);
});

test("it ends the events of who is signed out everywhere, without being asked", async () => {
  const person = await aMember();
  const { id } = (await anUpload(person.headers)).body.document;
  const { headers } = await signIn(api, person);
  const events = reader(await rest(api, `/documents/${id}/events`, { headers }));
  await events.until((message) => message.type === "snapshot");

  await database.identity.sessions.revokeAll(person.userId, new Date());

  await expect(events.until(() => false)).rejects.toThrow("The stream ended");
});

test("it answers a question whole, or as it is written", async () => {
  const { headers } = await aMember();
  const body = { question: "What is the rent?" };
  const whole = await rest(api, "/ask", { method: "POST", headers, body });
  expect(await whole.json()).toEqual({
    answer: "Nothing here says so.",
    found: false,
    citations: [],
    table: null,
    understood: { form: "declined", question: "What is the rent?", documents: [], query: "" },
    nearMisses: [],
    sent: null,
    producedBy: {
      kind: "local",
      model: "a-test",
      release: "1",
      fallbackReason: null,
      fallbackCause: null,
    },
  });

  const wanted = { ...headers, accept: "text/event-stream" };
  const streamed = await rest(api, "/ask", { method: "POST", headers: wanted, body });
  expect(streamed.headers.get("content-type")).toContain("text/event-stream");
  expect(await streamed.text()).toMatch(/event: text\ndata: .*Nothing here[\s\S]*event: done\n/);
});

test("it searches within what the caller may see, and says what it counted", async () => {
  const { headers } = await aMember();
  const found = await rest(api, "/search?q=rent&limit=5", { headers });

  expect(await found.json()).toMatchObject({ items: [], facets: { types: [], projects: [] } });
});

test("it knows no more of a person than their workspace's row says", async () => {
  const member = await aMember("member", (await aMember()).workspaceId);
  expect((await rest(api, "/documents", member)).status).toBe(200);
  const gone = await aPerson();
  const { headers } = await aKey(api, gone);
  await database.write({ workspaceId: gone.workspaceId, principals: ["all"] }, ({ members }) =>
    members.remove(gone.userId, new Date()),
  );

  expect((await rest(api, "/documents", { headers })).status).toBe(401);
});

test("it opens a restricted document once that is confirmed, and says before who will see it", async () => {
  const { headers } = await aMember("admin");
  const json = { ...headers, "content-type": "application/json" };
  const made = await rest(api, "/projects", {
    method: "POST",
    headers: json,
    body: { name: "Secret", isRestricted: true },
  });
  const { id: projectId } = await made.json();
  const { id } = (await anUpload(headers)).body.document;
  const filing = `/projects/${projectId}/documents/${id}`;
  await rest(api, filing, { method: "PUT", headers });

  const asked = await rest(api, filing, { method: "DELETE", headers });
  expect(asked.status).toBe(409);
  expect(await asked.json()).toMatchObject({
    code: "CONFIRMATION_NEEDED",
    detail: expect.stringMatching(/^Everyone in the workspace \(\d+ (person|people)\) will see/),
  });
  const done = await rest(api, `${filing}?isConfirmed=true`, { method: "DELETE", headers });
  expect(done.status).toBe(204);
});

test("it does nothing elsewhere when the workspace that a request names is not the person's", async () => {
  const [person, stranger] = [await aMember(), await aMember()];
  const { headers } = await signIn(api, person);

  for (const given of [headers, person.headers]) {
    const elsewhere = { ...given, "x-workspace-id": stranger.workspaceId };
    expect((await rest(api, "/documents", { headers: elsewhere })).status).toBe(404);
    const here = { ...given, "x-workspace-id": person.workspaceId };
    expect((await rest(api, "/documents", { headers: here })).status).toBe(200);
  }
});

type Message = {
  type: string;
  seq: number;
  document?: { status: string };
  stage?: { name: string };
};

/** Reads an event stream message by message. */
function reader(response: Response) {
  const from = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  return {
    async until(isLast: (message: Message) => boolean): Promise<Message[]> {
      const messages: Message[] = [];
      for (;;) {
        const end = rest.indexOf("\n\n");
        if (end < 0) {
          const { value = "", done } = (await from?.read()) ?? { done: true };
          if (done) throw new Error("The stream ended");
          rest += value;
          continue;
        }
        const data = rest.slice(0, end).match(/^data: (.*)$/m)?.[1];
        rest = rest.slice(end + 2);
        if (!data) continue;
        const message: Message = JSON.parse(data);
        messages.push(message);
        if (isLast(message)) return messages;
      }
    },
    close: () => from?.cancel(),
  };
}
