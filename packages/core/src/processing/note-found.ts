import { z } from "zod";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { count, nothing } from "../shapes";

/** Notes what there was of deleted documents outside of the tables, before it goes. A second note changes nothing. */
export const noteFound = command("processing.note-found", {
  title: "Note what there was of deleted documents",
  permission: "document.cleanUp",
  input: z.object({
    documents: z.array(z.object({ documentId, found: z.record(z.string(), count) })),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The record of the deletion holds it." },

  async handle({ deletionChecks }, { documents }) {
    for (const { documentId: id, found } of documents) await deletionChecks.noteFound(id, found);
  },
});
