import { z } from "zod";

import { query } from "../operation/query";
import { DocumentType, offeredTypes } from "./contract/document-types";

/** Lists the types that documents of the workspace may get: the standard ones that it does not hide, and its own ones. */
export const listTypes = query("understanding.list-types", {
  title: "List document types",
  permission: "document.read",
  input: z.object({}),
  output: z.object({ items: z.array(DocumentType) }),
  doors: ["web", "rest"],

  handle: async ({ documentTypes }) => ({ items: offeredTypes(await documentTypes.list()) }),
});
