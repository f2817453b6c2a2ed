import type { Document } from "@besunny/db/workspace/documents/document-row";
import { z } from "zod";
import { notFound } from "../../errors";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";

/** Returns the whole row with its storage keys, for background functions. */
export const findForProcessing = query("processing.find-for-processing", {
  title: "Find a document for processing",
  permission: "document.process",
  input: z.object({ documentId }),
  output: ofType<Document>(),
  doors: [],

  handle: async ({ documents }, { documentId: id }) =>
    (await documents.find(id)) ?? notFound("Document", id),
});
