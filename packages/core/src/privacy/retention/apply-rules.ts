import { z } from "zod";
import { deleteDocuments } from "../../documents/delete-documents";
import { trashDocuments } from "../../documents/trash-documents";
import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { findRipe } from "./find-ripe";
import { noteTrashed } from "./note-trashed";
import { tellDue } from "./tell-due";

const AT_ONCE = 200;

/**
 * Applies the rules of retention: notifies people, moves to the trash what was announced a week ago, and erases what has been there long enough. A hold
 * keeps a document from all three. Each deletion leaves its receipt.
 */
export const applyRules = flow("privacy.apply-rules", {
  title: "Apply rules of retention",
  permission: "privacy.work",
  input: z.object({}),
  output: z.object({ told: count, trashed: count, erased: count, isMore: z.boolean() }),
  doors: ["job"],
  audit: { notAudited: "Each of its steps leaves a row." },

  async handle({ caller }) {
    const { told, isMore: isMoreToTell } = await tellDue(caller, {});
    const { toTrash, toErase } = await findRipe(caller, { limit: AT_ONCE });
    if (toTrash.length > 0) await trashDocuments(caller, { ids: toTrash });
    const { documents: trashed } = await noteTrashed(caller, {});
    const { ids: erased } =
      toErase.length > 0 ? await deleteDocuments(caller, { ids: toErase }) : { ids: [] };
    const isFull = (found: readonly string[], done: number) => found.length === AT_ONCE && done > 0;
    return {
      told,
      trashed,
      erased: erased.length,
      isMore: isMoreToTell || isFull(toTrash, trashed) || isFull(toErase, erased.length),
    };
  },
});
