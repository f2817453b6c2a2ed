import type { Document } from "@besunny/db/workspace/documents/document-row";
import { z } from "zod";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { ofType } from "../shapes";

export const findIndexed = query("search.find-indexed", {
  title: "Find documents for the index",
  permission: "index.write",
  input: z.object({ ids: z.array(documentId).max(500) }),
  output: ofType<Document[]>(),
  doors: [],

  handle: ({ documents }, { ids }) => documents.findMany(ids),
});
