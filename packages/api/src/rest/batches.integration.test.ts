import { aModel, anUnderstanding, process, wordVectors } from "@besunny/core/test/documents";
import { expect, test } from "vitest";

import { aForm, aKey, anApi, aPerson, rest } from "../../test/an-api";

const api = await anApi({
  reader: { read: async () => aModel("The rent is 900 a month.") },
  ai: { ...wordVectors, understand: async () => anUnderstanding() },
  index: { replaceDocument: async () => undefined },
});

async function aMember(role?: "admin" | "member" | "viewer", home?: string) {
  const person = await aPerson({ ...(home && { home }), ...(role && { role }) });
  return { ...person, ...(await aKey(api, person, role)) };
}

async function aBatch({ headers }: Awaited<ReturnType<typeof aMember>>) {
  const body = { kind: "upload", expectedCount: 2, title: "March" };
  const response = await rest(api, "/batches", { method: "POST", headers, body });
  return { response, batch: await response.json() };
}

async function upload(headers: Record<string, string>, batchId: string) {
  const body = aForm(`The rent ${Math.random()}`, { batchId });
  const response = await rest(api, "/documents", { method: "POST", headers, body });
  const { document } = await response.json();
  return String(document.id);
}

test("files that name their batch are followed as one, and reported as CSV", async () => {
  const member = await aMember();
  const { headers, ctx } = member;
  const { response, batch } = await aBatch(member);
  expect(response.status).toBe(201);
  expect(response.headers.get("location")).toBe(`/api/v1/batches/${batch.id}`);
  const path = `/batches/${batch.id}`;

  const first = await upload(headers, batch.id);
  await upload(headers, batch.id);
  await process(ctx, first);

  expect(await (await rest(api, path, { headers })).json()).toMatchObject({
    state: "running",
    title: "March",
    totals: { all: 2, done: 1, waiting: 1, missing: 0 },
    reasons: [],
  });
  const list = await (await rest(api, "/batches?limit=1", { headers })).json();
  expect(list).toMatchObject({ items: [{ id: batch.id }], nextCursor: null });
  const done = await rest(api, `${path}/documents?state=done`, { headers });
  expect(await done.json()).toMatchObject({ items: [{ documentId: first, type: "contract" }] });

  const report = await rest(api, `${path}/report.csv`, { headers });
  expect(report.headers.get("content-type")).toContain("text/csv");
  expect(report.headers.get("content-disposition")).toMatch(
    /^attachment; filename="batch-.*\.csv"$/,
  );
  expect((await report.text()).trim().split("\r\n")).toHaveLength(3);
});

test("it is paused, resumed and cancelled, and says each time how it stands", async () => {
  const member = await aMember();
  const { headers } = member;
  const { batch } = await aBatch(member);
  await upload(headers, batch.id);
  const act = async (verb: string) =>
    (await rest(api, `/batches/${batch.id}/${verb}`, { method: "POST", headers })).json();

  expect(await act("pause")).toMatchObject({ state: "paused" });
  expect(await act("resume")).toMatchObject({ state: "running" });
  expect(await act("cancel")).toMatchObject({ state: "cancelled", totals: { cancelled: 1 } });
  expect(await act("retry-failed")).toMatchObject({ code: "CONFLICT" });
  expect(await act("pause")).toMatchObject({ code: "CONFLICT" });
});

test("documents are processed again by a filter", async () => {
  const member = await aMember();
  const { headers, ctx } = member;
  const { batch } = await aBatch(member);
  await process(ctx, await upload(headers, batch.id));

  const body = { kind: "reprocess", filter: { status: "ready" } };
  const again = await rest(api, "/batches", { method: "POST", headers, body });

  expect(await again.json()).toMatchObject({ kind: "reprocess", totals: { all: 1, waiting: 1 } });
});

test.each([
  ["no kind", {}],
  ["nothing expected", { kind: "upload", expectedCount: 0 }],
  ["neither documents nor a filter", { kind: "reprocess" }],
])("it refuses a batch with %s", async (_, body) => {
  const { headers } = await aMember();
  const response = await rest(api, "/batches", { method: "POST", headers, body });
  expect(await response.json()).toMatchObject({ code: "INVALID_INPUT" });
});

test("it is not there for anybody next door", async () => {
  const { batch } = await aBatch(await aMember());
  const { headers } = await aMember();
  for (const path of ["", "/documents", "/report.csv"])
    expect((await rest(api, `/batches/${batch.id}${path}`, { headers })).status).toBe(404);
  const cancel = await rest(api, `/batches/${batch.id}/cancel`, { method: "POST", headers });
  expect(cancel.status).toBe(404);
});
