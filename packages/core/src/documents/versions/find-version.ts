import { z } from "zod";

import { notFound } from "../../errors";
import { documentId } from "../../ids";
import { query } from "../../operation/query";

export const findVersion = query("documents.find-version", {
  title: "Find the file of a version",
  permission: "document.read",
  input: z.object({ id: documentId, number: z.number().int().positive() }),
  output: z.object({
    fileName: z.string(),
    size: z.number(),
    contentHash: z.string(),
    storageKey: z.string(),
  }),
  doors: [],

  async handle({ documents }, { id, number }) {
    const found = await documents.findVersion(id, number);
    if (!found) return notFound("Version", String(number));
    return { ...found, size: Number(found.size) };
  },
});
