import { afterAll, describe, expect, test } from "vitest";

import { aContext } from "../../../test/contexts";
import { aDocument, anIndex, anUnderstanding, aReadyDocument } from "../../../test/documents";
import type { WorkspaceContext } from "../../context";
import { documentSorts } from "../contract/document-words";
import { correctType } from "../correct-type";
import { listDocuments } from "../list-documents";

const { index, close } = await anIndex();
afterAll(close);

type Sort = (typeof documentSorts)[number];

async function titlesOf(ctx: WorkspaceContext, sort: Sort, limit = 50) {
  const titles: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listDocuments>> = await listDocuments(ctx, {
      sort,
      limit,
      cursor,
    });
    titles.push(...page.items.map(({ title }) => title));
    cursor = page.nextCursor;
  } while (cursor);
  return titles;
}

const ctx = await aContext();
for (const [title, size, type] of [
  ["B", 30, "invoice"],
  ["A", 10, null],
  ["D", 20, "contract"],
  ["C", 10, null],
] as const) {
  const { id } = await aDocument(ctx, { title, size });
  if (type) await correctType(ctx, { id, type });
}

describe("the library is ordered by any column", () => {
  test.each([
    ["title_desc", ["D", "C", "B", "A"]],
    ["size", ["A", "C", "D", "B"]],
    ["size_desc", ["B", "D", "C", "A"]],
    ["type", ["D", "B", "A", "C"]],
    ["type_desc", ["B", "D", "C", "A"]],
    ["confidence_desc", ["D", "B", "C", "A"]],
  ] as const)("%s: documents without a value come last", async (sort, titles) => {
    expect(await titlesOf(ctx, sort)).toEqual(titles);
  });

  test.each(documentSorts)("page by page as at once: %s", async (sort) => {
    expect(await titlesOf(ctx, sort, 1)).toEqual(await titlesOf(ctx, sort));
  });

  test("a key that the order cannot have is refused", async () => {
    const cursor = Buffer.from(JSON.stringify(["documents/size", "huge", "doc_1"])).toString(
      "base64url",
    );
    await expect(listDocuments(ctx, { sort: "size", cursor })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });
});

test("a document in a list shows the facts that tell it from others of its type", async () => {
  const fact = (name: string, value: string) => ({
    name,
    value,
    normalised: value,
    confidence: 0.9,
    evidence: [[0, 5] satisfies [number, number]],
  });
  const type = {
    name: "invoice",
    confidence: 0.9,
    candidates: [{ name: "invoice", confidence: 0.9 }],
    evidence: [],
  };
  const facts = [
    fact("due date", "2026-03-01"),
    fact("supplier", "Acme"),
    fact("total", "EUR 12.50"),
  ];
  const reader = await aContext({ index });
  await aReadyDocument(reader, "Total EUR 12.50 is due on 2026-03-01 to Acme.", {
    relativePath: "Office move/Bills/bill.txt",
    understanding: anUnderstanding({ type, facts }),
  });

  const [listed] = (await listDocuments(reader, {})).items;
  expect(listed).toMatchObject({
    folder: "Office move/Bills",
    highlights: [
      { name: "total", label: "Total", text: "EUR 12.50" },
      { name: "due date", label: "Due date", text: "2026-03-01" },
    ],
  });
});
