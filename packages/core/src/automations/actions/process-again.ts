import { z } from "zod";

import { retryDocuments } from "../../processing/retry-documents";
import { action } from "./action";
import { refusedTo } from "./may";

export const processAgain = action({
  name: "process-again",
  field: "status",
  input: z.object({}),
  isReversible: false,
  words: () => ({}),

  plan(world, subject) {
    const { id, status } = subject.document;
    if (status === "pending" || status === "processing")
      return { kind: "nothing", because: "It is being processed." };
    return (
      refusedTo(world, subject, "document.retry") ?? {
        kind: "change",
        change: {
          action: "process-again",
          documentId: id,
          field: "status",
          before: status,
          after: "pending",
        },
      }
    );
  },
  foresee: (_world, { document, record }) => ({
    document: { ...document, status: "pending" },
    record: { ...record, doc: { ...record.doc, status: "pending" } },
  }),
  async perform(caller, { documentId }) {
    await retryDocuments(caller, { ids: [documentId] });
  },
});
