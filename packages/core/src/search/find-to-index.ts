import type { Repositories } from "@besunny/db/database";
import type { Document } from "@besunny/db/workspace/documents/document-row";
import { z } from "zod";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { ofType } from "../shapes";

export const findToIndex = query("search.find-to-index", {
  title: "Find the passages of a document",
  permission: "index.write",
  input: z.object({ documentId }),
  output: ofType<{
    document: Document;
    passages: Awaited<ReturnType<Repositories["passages"]["list"]>>;
  } | null>(),
  doors: [],

  async handle({ documents, passages }, { documentId: id }) {
    const document = await documents.find(id);
    return document && { document, passages: await passages.list(id) };
  },
});
