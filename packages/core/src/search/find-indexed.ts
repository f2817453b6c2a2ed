import type { Document } from "@besunny/db/documents";
import { z } from "zod";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { ofType } from "../shapes";

export const findIndexed = query("search.find-indexed", {
  title: "Find a document for the index",
  permission: "index.write",
  input: z.object({ documentId }),
  output: ofType<Document | null>(),
  doors: [],

  handle: ({ documents }, { documentId: id }) => documents.find(id),
});
