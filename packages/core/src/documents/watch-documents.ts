import { z } from "zod";

import { query, stream } from "../operation";
import { documentId } from "./document";
import { summaryOf } from "./document-summary";

const BATCH = 500;
/** Transactions may commit in another order than they took their numbers: after a gap, as many are looked at again. */
const OVERLAP = 64;

const changedSince = query({
  action: "document.read",
  input: z.object({ seq: z.number() }),
  async run({ documents }, { seq }) {
    return (await documents.listChangedSince(seq, BATCH)).map(summaryOf);
  },
});

const named = query({
  action: "document.read",
  input: z.object({ ids: z.array(documentId) }),
  async run({ documents }, { ids }) {
    return (await documents.findMany(ids)).map(summaryOf);
  },
});

const latestSeq = query({
  action: "document.read",
  input: z.object({}),
  run: ({ documents }) => documents.latestSeq(),
});

/**
 * Documents of the workspace as they change, the newest state of each. `after` resumes where a lost connection ended, and may tell again
 * what had changed shortly before. A notification is only a hint: what is yielded is read from the truth, and only what the actor may see.
 */
export const watchDocuments = stream({
  action: "document.read",
  input: z.object({ after: z.number().int().min(0).optional(), documentId: documentId.optional() }),

  async *run({ ctx, changes, workspaceId, signal }, { after, documentId: only }) {
    let seq = after ?? (await latestSeq(ctx, {}));
    let isBehind = after !== undefined;
    const told = new Map<string, number>();
    const hinted = new Set<string>();
    let wake: () => void = () => undefined;
    const unwatch = changes.onChange(workspaceId, ({ documentId: id }) => {
      if (id === "") isBehind = true;
      else hinted.add(id);
      wake();
    });
    const stop = () => wake();
    signal?.addEventListener("abort", stop);

    try {
      while (!signal?.aborted) {
        const ids = [...hinted].slice(0, BATCH);
        if (!isBehind && ids.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        for (const id of ids) hinted.delete(id);
        const changed = isBehind ? await catchUp() : await named(ctx, { ids });
        for (const document of changed) {
          const isNews = document.seq > (told.get(document.id) ?? 0);
          told.set(document.id, document.seq);
          if (isNews && (!only || only === document.id)) yield document;
        }
      }
    } finally {
      unwatch();
      signal?.removeEventListener("abort", stop);
    }

    async function catchUp() {
      isBehind = false;
      const all = [];
      let from = Math.max(0, seq - OVERLAP);
      for (;;) {
        const batch = await changedSince(ctx, { seq: from });
        all.push(...batch);
        from = batch.at(-1)?.seq ?? from;
        seq = Math.max(seq, from);
        if (batch.length < BATCH) return all;
      }
    }
  },
});
