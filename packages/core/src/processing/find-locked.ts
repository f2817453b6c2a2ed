import type { Document } from "@besunny/db/workspace/documents/document-row";
import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { ofType } from "../shapes";

export const findLocked = query("processing.find-locked", {
  title: "Find a protected document",
  permission: "document.retry",
  input: z.object({ id: documentId }),
  output: ofType<Document>(),
  doors: [],

  async handle({ documents, actor }, { id }) {
    const document = (await documents.find(id)) ?? notFound("Document", id);
    mustBeAllowed(actor, "document.retry", [document]);
    return document;
  },
});
