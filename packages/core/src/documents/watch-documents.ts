import { z } from "zod";

import { query, stream } from "../operation";
import { documentId } from "./document";
import { summaryOf } from "./document-summary";

const BATCH = 500;

const changedSince = query({
  action: "document.read",
  input: z.object({ seq: z.number() }),
  async run({ documents }, { seq }) {
    return (await documents.listChangedSince(seq, BATCH)).map(summaryOf);
  },
});

const latestSeq = query({
  action: "document.read",
  input: z.object({}),
  run: ({ documents }) => documents.latestSeq(),
});

/**
 * Documents of the workspace as they change, the newest state of each. `after` resumes where a lost connection ended; a notification is
 * only a hint, what is yielded is read from the truth and only what the actor may see.
 */
export const watchDocuments = stream({
  action: "document.read",
  input: z.object({ after: z.number().int().min(0).optional(), documentId: documentId.optional() }),

  async *run({ ctx, changes, workspaceId, signal }, { after, documentId: only }) {
    let seq = after ?? (await latestSeq(ctx, {}));
    let isDirty = true;
    let wake: () => void = () => undefined;
    const unwatch = changes.onChange(workspaceId, () => {
      isDirty = true;
      wake();
    });
    const stop = () => wake();
    signal?.addEventListener("abort", stop);

    try {
      while (!signal?.aborted) {
        if (!isDirty) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        isDirty = false;
        const changed = await changedSince(ctx, { seq });
        if (changed.length === BATCH) isDirty = true;
        for (const document of changed) {
          seq = Math.max(seq, document.seq);
          if (!only || only === document.id) yield document;
        }
      }
    } finally {
      unwatch();
      signal?.removeEventListener("abort", stop);
    }
  },
});
