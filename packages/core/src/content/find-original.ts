import type { Document } from "@besunny/db/workspace/documents/document-row";
import { z } from "zod";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { ofType } from "../shapes";

export const findOriginal = query("content.find-original", {
  title: "Find the original of a document",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: ofType<Document>(),
  doors: [],

  handle: async ({ documents }, { id }) => (await documents.find(id)) ?? notFound("Document", id),
});
