import { z } from "zod";
import { deleteDocuments } from "../../documents/delete-documents";
import { trashDocuments } from "../../documents/trash-documents";
import { privacyRequestId } from "../../ids";
import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { planErasure } from "./plan-erasure";

const AT_ONCE = 100;

/** Deletes the documents of an erasure that are to go. Each gets a receipt of its own once nothing is left of it. */
export const deleteChosen = flow("privacy.delete-chosen", {
  title: "Delete the documents of an erasure",
  permission: "privacy.work",
  input: z.object({ id: privacyRequestId }),
  output: z.object({ documents: count }),
  doors: ["job"],
  audit: { notAudited: "Each deletion leaves a row." },

  async handle({ caller }, { id }) {
    const { toDelete } = await planErasure(caller, { id });
    for (let from = 0; from < toDelete.length; from += AT_ONCE) {
      const ids = toDelete.slice(from, from + AT_ONCE);
      await trashDocuments(caller, { ids });
      await deleteDocuments(caller, { ids });
    }
    return { documents: toDelete.length };
  },
});
