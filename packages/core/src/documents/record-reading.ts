import { z } from "zod";

import { notFound } from "../errors";
import { command } from "../operation";
import { processingRun } from "./run-document";

const page = z.object({
  number: z.number().int().positive(),
  kind: z.string(),
  label: z.string().nullable(),
  width: z.number(),
  height: z.number(),
  rotation: z.number().int(),
  text: z.string(),
  isRecognised: z.boolean(),
  quality: z.number(),
  reasons: z.array(z.string()),
});

/** Keeps the pages' texts and where the model lies. PostgreSQL cannot hold U+0000, so it is left out here. */
export const recordReading = command({
  action: "document.process",
  input: processingRun.extend({
    modelKey: z.string(),
    format: z.string(),
    mediaType: z.string(),
    pages: z.array(page),
  }),

  async run({ documents, pageTexts }, { documentId: id, modelKey, format, mediaType, pages }) {
    if (!(await documents.find(id))) notFound("Document", id);
    await pageTexts.replace(
      id,
      pages.map((each) => ({ ...each, text: each.text.replaceAll("\u0000", "") })),
    );
    await documents.update(id, { modelKey, format, mediaType, pageCount: pages.length });
  },
});
