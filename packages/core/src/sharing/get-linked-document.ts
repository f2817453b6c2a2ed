import { z } from "zod";

import { query } from "../operation/query";
import { LinkedDocument } from "./contract";
import { findLinked } from "./linked-document";

export const getLinkedDocument = query("sharing.get-linked-document", {
  title: "Show the document of a link",
  feature: "public-links",
  permission: "document.read",
  input: z.object({}),
  output: LinkedDocument,
  doors: [],

  handle: async ({ documents, actor }) => (await findLinked({ documents }, actor)).document,
});
