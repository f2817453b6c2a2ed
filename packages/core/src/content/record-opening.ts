import { z } from "zod";

import { notFound } from "../errors";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Records that an original was opened: shown in place where `isInline`, else downloaded. */
export const recordOpening = command("content.record-opening", {
  title: "Open or download the original of a document",
  permission: "document.read",
  input: z.object({ id: documentId, isInline: z.boolean() }),
  output: nothing,
  doors: [],

  async handle({ documents }, { id }) {
    if (!(await documents.find(id))) notFound("Document", id);
  },
});
