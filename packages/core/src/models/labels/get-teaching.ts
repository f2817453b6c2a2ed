import { z } from "zod";

import { notFound } from "../../errors";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { count } from "../../shapes";

/** Returns how many documents follow what a person said of this document's type. */
export const getTeaching = query("models.get-teaching", {
  title: "Count the documents that follow a label",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: z.object({ followers: count }),
  doors: ["web"],

  async handle({ documents, taughtLabels }, { id }) {
    const document = (await documents.find(id)) ?? notFound("Document", id);
    if (!document.isTypeCorrected) return { followers: 0 };
    return { followers: (await taughtLabels.countFollowers([id])).get(id) ?? 0 };
  },
});
