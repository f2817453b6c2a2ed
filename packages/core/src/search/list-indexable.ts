import type { Document } from "@besunny/db/workspace/documents/document-row";
import { z } from "zod";
import { query } from "../operation/query";
import { ofType } from "../shapes";

export const listIndexable = query("search.list-indexable", {
  title: "List documents that the index must hold",
  permission: "index.write",
  input: z.object({ after: z.string(), limit: z.number().int() }),
  output: ofType<{ document: Document; passages: number }[]>(),
  doors: [],

  async handle({ documents, passages }, { after, limit }) {
    const found = await documents.listIndexed({ after, limit });
    const counts = await passages.countByDocument(found.map(({ id }) => id));
    return found.map((document) => ({ document, passages: counts.get(document.id) ?? 0 }));
  },
});
