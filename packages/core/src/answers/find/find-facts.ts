import type { DocumentFact } from "@besunny/db/workspace/documents/document-facts";
import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";

export const findFacts = query("answers.find-facts", {
  title: "Find the facts of documents for an answer",
  permission: "document.ask",
  input: z.object({ ids: z.array(documentId) }),
  output: ofType<DocumentFact[]>(),
  doors: [],

  handle: ({ documentFacts }, { ids }) => documentFacts.listVisible(ids),
});
