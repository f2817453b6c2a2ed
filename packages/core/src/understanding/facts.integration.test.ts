import { afterAll, expect, test } from "vitest";

import { aContext } from "../../test/contexts";
import {
  aModel,
  anIndex,
  anUnderstanding,
  process,
  uploadText,
  wordVectors,
} from "../../test/documents";

const { index, close } = await anIndex();
afterAll(close);

test("what is understood of a document leaves facts that SQL can filter and add, once", async () => {
  const facts = [
    {
      name: "total",
      value: "EUR 12.50",
      normalised: "EUR 12.50",
      confidence: 0.9,
      evidence: [[0, 5] satisfies [number, number]],
    },
    {
      name: "due date",
      value: "2026-03-01",
      normalised: "2026-03-01",
      confidence: 0.8,
      evidence: [],
    },
  ];
  const ctx = await aContext({
    reader: { read: async () => aModel("Total is due.") },
    ai: { ...wordVectors, understand: async () => anUnderstanding({ facts }) },
    index,
  });
  const { document } = await uploadText(ctx, "any bytes");
  await process(ctx, document.id);

  const read = (principals: string[]) =>
    ctx.db.read({ workspaceId: ctx.workspaceId, principals }, (all) =>
      all.documentFacts.listVisible([document.id]),
    );
  expect(await read(["all"])).toMatchObject([
    { name: "total", kind: "money", number: 12.5, currency: "EUR", date: null },
    { name: "due date", kind: "date", number: null, date: new Date("2026-03-01") },
  ]);
  expect(await read(["usr_stranger"])).toEqual([]);
});
