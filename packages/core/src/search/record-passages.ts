import { z } from "zod";

import { documentId } from "../ids";
import { notFound } from "../errors";
import { command } from "../operation/operation";
import { Passages } from "../processing/replace-knowledge";

export const recordPassages = command({
  action: "document.process",
  input: z.object({
    documentId,
    passages: Passages,
  }),

  async run({ documents, passages: repository }, { documentId: id, passages }) {
    if (!(await documents.find(id))) notFound("Document", id);
    await repository.replace(id, passages);
  },
});
