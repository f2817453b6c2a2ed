import { z } from "zod";

import { documentId } from "../documents/document";
import { Locator } from "../documents/statements";
import { notFound } from "../errors";
import { command } from "../operation";

export const recordPassages = command({
  action: "document.process",
  input: z.object({
    documentId,
    passages: z.array(
      z.object({
        number: z.number().int().min(0),
        text: z.string(),
        start: z.number().int(),
        end: z.number().int(),
        page: z.number().int(),
        headingPath: z.array(z.string()),
        at: Locator,
      }),
    ),
  }),

  async run({ documents, passages: repository }, { documentId: id, passages }) {
    if (!(await documents.find(id))) notFound("Document", id);
    await repository.replace(id, passages);
  },
});
