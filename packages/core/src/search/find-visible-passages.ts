import { z } from "zod";
import { summaryOf } from "../documents/contract/document-summary";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { ofType } from "../shapes";
import { Locator } from "../understanding/contract/statements";
import type { FoundPassage } from "./contract/search-result";

export const findVisiblePassages = query("search.find-visible-passages", {
  title: "Find the passages that may be seen",
  permission: "document.search",
  input: z.object({ keys: z.array(z.object({ documentId, number: z.number() })) }),
  output: ofType<Map<string, FoundPassage>>(),
  doors: [],

  async handle({ passages, documents }, { keys }) {
    const rows = await passages.listVisible(keys);
    const owners = await documents.findMany([...new Set(rows.map((row) => row.documentId))]);
    const byId = new Map(owners.map((document) => [document.id, summaryOf(document)]));
    return new Map(
      rows.flatMap((row) => {
        const document = byId.get(row.documentId);
        if (!document) return [];
        const { number, text, page, headingPath, start, end } = row;
        const span: [number, number] = [start, end];
        const passage = { number, text, page, span, headingPath, at: Locator.parse(row.at) };
        return [[`${row.documentId}/${number}`, { document, passage }] as const];
      }),
    );
  },
});
