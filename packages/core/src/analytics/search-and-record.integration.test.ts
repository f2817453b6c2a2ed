import { afterAll, expect, test } from "vitest";
import { silentAi } from "../../test/asking";
import { aContext } from "../../test/contexts";
import { anIndex, aReadyDocument } from "../../test/documents";
import { listEmptyQueries } from "./list-empty-queries";
import { searchAndRecord } from "./search-and-record";

const { index, close } = await anIndex();
afterAll(close);
const tools = { index, ai: silentAi };

test("a search of a program is in the search log of its workspace, and in no other", async () => {
  const ctx = await aContext({ ...tools, role: "owner" });
  const { id } = await aReadyDocument(ctx, "The tenant pays the rent.");
  const { items } = await searchAndRecord(ctx, { q: "tenant" });
  expect(items.map(({ document }) => document.id)).toEqual([id]);

  await searchAndRecord(ctx, { q: "zeppelin", type: "contract" });
  const { items: empty } = await listEmptyQueries(ctx, {});
  expect(empty.map(({ words }) => words)).toEqual(["zeppelin"]);

  const neighbour = await aContext({ ...tools, role: "owner" });
  expect((await searchAndRecord(neighbour, { q: "tenant" })).items).toEqual([]);
  expect(JSON.stringify(await listEmptyQueries(neighbour, {}))).not.toContain("zeppelin");
});

test("a key that may not read is refused, and leaves nothing in the log", async () => {
  const ctx = await aContext({ ...tools, role: "owner" });
  const via = { kind: "apiKey" as const, id: "key_1", scopes: [] };
  const stranger = { ...ctx, actor: { ...ctx.actor, via } };
  await expect(searchAndRecord(stranger, { q: "zeppelin" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  expect((await listEmptyQueries(ctx, {})).items).toEqual([]);
});
