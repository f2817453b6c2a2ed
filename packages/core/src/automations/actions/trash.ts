import { z } from "zod";

import { restoreDocuments } from "../../documents/restore-documents";
import { trashDocuments } from "../../documents/trash-documents";
import { action } from "./action";
import { refusedTo } from "./may";

export const trash = action({
  name: "trash",
  field: "trash",
  input: z.object({}),
  isReversible: true,
  words: () => ({}),

  plan(world, subject) {
    const { id } = subject.document;
    if (subject.document.trashedAt)
      return { kind: "nothing", because: "It is in the trash already." };
    return (
      refusedTo(world, subject, "document.trash") ?? {
        kind: "change",
        change: { action: "trash", documentId: id, field: "trash", before: "no", after: "yes" },
      }
    );
  },
  foresee: ({ now }, { document, record }) => ({
    document: { ...document, trashedAt: now },
    record,
  }),
  async perform(caller, { documentId }) {
    await trashDocuments(caller, { ids: [documentId] });
  },
  async undo(caller, { documentId }) {
    await restoreDocuments(caller, { ids: [documentId] });
  },
});
