import { z } from "zod";
import { documentId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { Features } from "./record-understanding";

/** Keeps features that were made again, because those of the document were of another version. */
export const recordFeatures = command("processing.record-features", {
  title: "Store what documents are compared by",
  permission: "document.process",
  input: z.object({ documentId, features: Features }),
  output: nothing,
  doors: [],
  audit: { notAudited: "It is derived from the document and says nothing new." },

  async handle({ documents, documentFeatures }, { documentId: id, features }) {
    if (await documents.find(id))
      await documentFeatures.put(id, {
        ...features,
        values: Buffer.from(features.values, "base64"),
      });
  },
});
