import { z } from "zod";

import { conflict, notFound } from "../errors";
import { documentId } from "../ids";
import { query } from "../operation/query";

/** Returns the key of a document's parsed file. Throws `CONFLICT` while the document has not been read. */
export const findParsedKey = query("content.find-parsed-key", {
  title: "Find where a document's text is stored",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: z.string(),
  doors: [],

  async handle({ documents }, { id }) {
    const { modelKey } = (await documents.find(id)) ?? notFound("Document", id);
    return (
      modelKey ??
      conflict("The document was not read yet", "Wait until it is, or see its timeline.")
    );
  },
});
