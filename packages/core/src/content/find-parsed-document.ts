import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { ofType } from "../shapes";
import { readModel } from "./contract/parsed-document-file";
import { findParsedKey } from "./find-parsed-key";

/** Returns the whole parsed document: pages with words and boxes, blocks, tables. */
export const findParsedDocument = flow("content.find-parsed-document", {
  title: "Find a document's text with pages, blocks and places",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: ofType<ParsedDocument>(),
  doors: ["rest"],
  opens: ({ id }) => id,
  uses: ["files"],

  handle: async ({ caller, files }, { id }) =>
    readModel(files, await findParsedKey(caller, { id })),
});
