import { createProject } from "@besunny/core/projects/create-project";
import { aModel, anUnderstanding, process, wordVectors } from "@besunny/core/test/documents";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { aForm, aKey, anApi, aPerson, contractOf, rest, signIn } from "../../test/an-api";

const text = "The rent is 900 a month.";
const api = await anApi({
  reader: { read: async () => aModel(text), renderPage: async () => Buffer.from("a picture") },
  ai: {
    ...wordVectors,
    understand: async () => anUnderstanding(),
    async *answer() {
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
  index: { replaceDocument: async () => undefined, search: async () => [] },
});

async function aMember() {
  const person = await aPerson();
  return { ...person, ...(await aKey(api, person)) };
}

async function anUpload(headers: Record<string, string>, fields: Record<string, string> = {}) {
  const body = aForm(`${text} ${Math.random()}`, fields);
  const response = await rest(api, "/documents", { method: "POST", headers, body });
  return String((await response.json()).document.id);
}

const refusedFor = async (response: Response) => {
  const { status, errors = [] } = await response.json();
  return { status, paths: errors.map(({ path }: { path: string }) => path) };
};

describe("text that cannot be stored", () => {
  test.each(["q=a%00b", "type=%00", "language=%00", "cursor=%00", "q=%00&type=x"])(
    "is refused in ?%s",
    async (query) => {
      const { headers } = await aMember();
      const { status, paths } = await refusedFor(
        await rest(api, `/documents?${query}`, { headers }),
      );

      expect(status).toBe(422);
      expect(paths).toEqual([query.split("=")[0]]);
    },
  );

  test.each([
    ["POST", "/projects", { name: "a\0" }, "name"],
    ["POST", "/projects", { name: "a", description: "\ud800" }, "description"],
    ["POST", "/batches", { kind: "upload", expectedCount: 1, title: "a\0" }, "title"],
    ["POST", "/batches", { kind: "reprocess", filter: { q: "\udfff" } }, "filter.q"],
    ["POST", "/ask", { question: "What is\0?" }, "question"],
    ["POST", "/documents/classify", { text: "a\0b" }, "text"],
    ["POST", "/documents/classify", { text: "a", title: "\ud800" }, "title"],
  ])("is refused in %s %s %j", async (method, path, body, field) => {
    const { headers } = await aMember();

    expect(await refusedFor(await rest(api, path, { method, headers, body }))).toEqual({
      status: 422,
      paths: [field],
    });
  });

  test("is refused in a path, a title, a form and over tRPC", async () => {
    const member = await aMember();
    const { headers } = member;
    const id = await anUpload(headers);
    const rename = { method: "PATCH", headers, body: { title: "half \ud83c" } };
    const { headers: cookie } = await signIn(api, member);
    const caller = await api.web.caller(new Headers(cookie));

    expect((await rest(api, "/documents/doc_%00", { headers })).status).toBe(422);
    expect((await refusedFor(await rest(api, `/documents/${id}`, rename))).paths).toEqual([
      "title",
    ]);
    const form = { method: "POST", headers, body: aForm(text, { title: "a\0b" }) };
    expect((await refusedFor(await rest(api, "/documents", form))).paths).toEqual(["title"]);
    await expect(caller.documents.rename({ id, title: "a\0b" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });
});

test("it refuses what is nested without end", async () => {
  const { headers } = await aMember();
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  const body = `{"text":${deep},"name":${deep}}`;
  const asked = {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body,
  };

  expect((await rest(api, "/documents/classify", asked)).status).toBe(422);
  expect((await rest(api, "/projects", asked)).status).toBe(422);
});

test("it passes over a body where none is taken", async () => {
  const { headers } = await aMember();
  const path = `/documents/${await anUpload(headers)}`;

  expect((await rest(api, path, { method: "DELETE", headers, body: { why: "\0" } })).status).toBe(
    200,
  );
  expect((await rest(api, path, { method: "DELETE", headers, body: aForm("x") })).status).toBe(200);
  expect((await rest(api, path, { method: "DELETE", headers, body: "{" })).status).toBe(200);
});

test("it passes over a workspace's cookie that names none", async () => {
  const { headers } = await signIn(api, await aMember());
  const cookie = headers.cookie.replace(/besunny\.workspace=\w+/, "besunny.workspace=%00");

  expect((await rest(api, "/documents", { headers: { cookie } })).status).toBe(200);
});

describe("what nobody knows", () => {
  test.each([
    ["GET", "/documents?limt=5", undefined, "limt"],
    ["GET", "/search?q=x&sort=title", undefined, "sort"],
    ["GET", "/batches?q=x", undefined, "q"],
    ["POST", "/projects?name=x", { name: "x" }, "name"],
    ["POST", "/projects", { name: "x", isRestrictd: true }, "isRestrictd"],
    ["POST", "/ask", { question: "What?", scope: { project: "prj_1" } }, "scope.project"],
    ["POST", "/batches", { kind: "upload", expectedCount: 1, tilte: "x" }, "tilte"],
    ["POST", "/batches", { kind: "reprocess", filter: { staus: "x" } }, "filter.staus"],
    ["PUT", "/documents/doc_1/classification", { type: null, by: "me" }, "by"],
    ["POST", "/documents/doc_1/unlock", { password: "x", hint: "y" }, "hint"],
  ])("is refused and named: %s %s %j", async (method, path, body, name) => {
    const { headers } = await aMember();
    const response = await rest(api, path, { method, headers, ...(body && { body }) });

    expect(await refusedFor(response)).toEqual({ status: 422, paths: [name] });
  });

  test.each([["another"], ["file", "file"], ["file", "another"]])(
    "is refused and named where files come as %s %s",
    async (...names) => {
      const { headers } = await aMember();
      const body = new FormData();
      for (const name of names) body.append(name, new File([text], "lease.txt"));
      const { status, paths } = await refusedFor(
        await rest(api, "/documents", { method: "POST", headers, body }),
      );

      expect({ status, paths }).toEqual({ status: 422, paths: [names[0]] });
    },
  );

  test("is refused and named in a form", async () => {
    const { headers } = await aMember();
    const body = aForm(text, { projectID: "prj_1" });
    const response = await rest(api, "/documents", { method: "POST", headers, body });

    expect(await refusedFor(response)).toEqual({ status: 422, paths: ["projectID"] });
  });
});

test.each([
  "/documents?cursor=junk",
  `/documents?cursor=${coded(["x", "y"])}`,
  `/projects?cursor=${coded(["x", "y"])}`,
  `/batches?cursor=${coded(["x", "y"])}`,
  `/documents?sort=title&cursor=${coded(["documents/newest", "2026-01-01T00:00:00.000Z", "doc_1"])}`,
  `/projects?cursor=${coded(["batches", "2026-01-01T00:00:00.000Z", "bat_1"])}`,
])("it tells of a cursor that is not of its list: %s", async (path) => {
  const { headers } = await aMember();

  expect(await (await rest(api, path, { headers })).json()).toMatchObject({
    status: 422,
    detail: "The cursor is not one of ours; begin without it",
  });
});

test.each([
  "from=-271821-04-20",
  "to=%2B275760-09-13",
  "from=0000-01-01",
  "from=tomorrow",
  "from=1",
])("it refuses a day that is none: %s", async (query) => {
  const { headers } = await aMember();
  for (const path of [`/documents?${query}`, `/search?q=x&${query}`])
    expect((await refusedFor(await rest(api, path, { headers }))).paths).toEqual([
      query.split("=")[0],
    ]);
});

test("it remembers nothing of a request that is not done here", async () => {
  const { headers } = await aMember();
  const keyed = { ...headers, "idempotency-key": "one" };
  const body = { name: "One" };
  const wrong = await rest(api, "/projects", { method: "PUT", headers: keyed, body });
  const right = await rest(api, "/projects", { method: "POST", headers: keyed, body });

  expect([wrong.status, right.status]).toEqual([405, 201]);
});

test("it files the same bytes to another project, and tells of it", async () => {
  const { headers, ctx } = await aMember();
  const { id } = await createProject(ctx, { name: "Second home" });
  const send = async (fields = {}) =>
    rest(api, "/documents", { method: "POST", headers, body: aForm("the same", fields) });
  const first = await (await send()).json();
  const second = await send({ projectId: id });
  const hidden = await send({ projectId: "prj_hidden" });

  expect(second.status).toBe(200);
  expect(await second.json()).toMatchObject({
    duplicateOf: first.document.id,
    filedTo: [id],
    document: { projects: [{ id }] },
  });
  expect(hidden.status).toBe(404);
});

test("it never fails by anything that is sent", async () => {
  const contract = await contractOf(api);
  for (const [path, methods] of Object.entries(contract.paths ?? {}))
    for (const [method, operation] of Object.entries(methods))
      if (!path.endsWith("/events"))
        await survives(method.toUpperCase(), path.replace("/api/v1", ""), operation);
}, 180_000);

type Operation = {
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
type Schema = { properties?: object; oneOf?: Schema[] };

/** A person for each operation, so that nobody asks too much. */
async function survives(method: string, path: string, operation: Operation): Promise<void> {
  const { headers, ctx } = await aMember();
  const id = await anUpload(headers);
  await process(ctx, id);
  const { id: project } = await createProject(ctx, { name: "One" });
  const batch = { method: "POST", headers, body: { kind: "upload", expectedCount: 1 } };
  const { id: batchId } = await (await rest(api, "/batches", batch)).json();

  const garbage = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom("", "\0", "a\0b", "-1", "1e999", "null", "[]", "%", "../..", "\u202e", id),
    fc.constantFrom(id, project, batchId, "doc_1", "prj_1", "9".repeat(40), coded(["x", "y"])),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  );
  const named = (names: readonly string[], value: fc.Arbitrary<unknown>) =>
    fc.record(Object.fromEntries(names.map((name) => [name, value])), {
      requiredKeys: [],
      noNullPrototype: true,
    });
  const inQuery = operation.parameters.filter(
    (each) => each.in === "query" && each.name !== "wait",
  );
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const fields = [content?.schema ?? {}, ...(content?.schema.oneOf ?? [])].flatMap(
    ({ properties = {} }) => Object.keys(properties),
  );
  const arbitrary = fc.record({
    places: fc.array(fc.oneof(fc.constantFrom(id, project, batchId, "1"), garbage), {
      minLength: 2,
      maxLength: 2,
    }),
    query: named(
      inQuery.map(({ name }) => name),
      garbage,
    ),
    body: named(fields, fc.oneof(garbage, fc.jsonValue(), fc.constant({ q: "\0" }))),
  });

  const property = fc.asyncProperty(arbitrary, async ({ places, query, body }) => {
    let place = 0;
    const concrete = path.replaceAll(/\{\w+\}/g, () =>
      encodeURIComponent(wellFormed(places[place++]) || "x"),
    );
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]) => [name, wellFormed(value)]),
    );
    const sent = type?.startsWith("multipart") ? formOf(body) : type && body;
    const response = await rest(api, `${concrete}?${search}`, {
      method,
      headers,
      ...(sent && { body: sent }),
    });
    await response.body?.cancel();
    expect(response.status, `${method} ${concrete}?${search} ${JSON.stringify(body)}`).toBeLessThan(
      500,
    );
    expect(response.status).not.toBe(429);
  });
  await fc.assert(property, { seed: 20_261_128, numRuns: 12, endOnFailure: true });
}

function formOf(fields: object): FormData {
  const texts = Object.entries(fields).map(([name, value]) => [name, wellFormed(value)]);
  return aForm(`${text} ${Math.random()}`, Object.fromEntries(texts));
}

/** As an address or a form can carry it. */
function wellFormed(value: unknown): string {
  return (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).toWellFormed();
}

function coded(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}
