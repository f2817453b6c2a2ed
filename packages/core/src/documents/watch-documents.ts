import { z } from "zod";
import { principals } from "../access/policy";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { stream } from "../operation/stream";
import type { DocumentSummary } from "./contract/document-summary";
import { type GoneDocument, WatchedDocument } from "./contract/watched-document";
import { findLatestSeq } from "./find-latest-seq";
import { findSummaries } from "./find-summaries";
import { listChangedSince } from "./list-changed-since";

const BATCH = 500;
/** Transactions may commit in another order than they took their numbers: after a gap, as many are looked at again. */
const OVERLAP = 64;

/**
 * Documents of the workspace as they change, the newest state of each, and that one is gone. `after` resumes where a lost connection ended, and may tell again
 * what had changed shortly before. A notification is only a hint: what is yielded is read from the truth, and only what the actor may see.
 * Watching one document ends with `NOT_FOUND` when it is gone.
 */
export const watchDocuments = stream("documents.watch-documents", {
  title: "Watch documents change",
  permission: "document.read",
  input: z.object({ after: z.number().int().min(0).optional(), documentId: documentId.optional() }),
  output: WatchedDocument,
  doors: ["web", "rest"],
  uses: ["changes"],
  audit: { notAudited: "It reads summaries." },

  async *handle(
    { caller, changes, actor, workspaceId, signal },
    { after, documentId: only },
  ): AsyncGenerator<WatchedDocument> {
    let seq = after ?? (await findLatestSeq(caller, {}));
    let isBehind = after !== undefined;
    const told = new Map<string, number>();
    const hinted = new Set<string>();
    const lost = new Map<string, number>();
    let wake: () => void = () => undefined;
    const mine = principals(actor);
    const unwatch = changes.onChange(workspaceId, ({ documentId: id, seq: at, lostBy = [] }) => {
      if (id === "") isBehind = true;
      else hinted.add(id);
      if (lostBy.some((principal) => mine.includes(principal))) lost.set(id, at);
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
        const wasBehind = isBehind;
        const changed = isBehind ? await catchUp() : await findSummaries(caller, { ids });
        for (const gone of await goneAmong(ids, changed, wasBehind)) yield gone;
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

    /** Only what was told here before, or could be read, is told to be gone. */
    async function goneAmong(
      ids: readonly string[],
      changed: readonly DocumentSummary[],
      wasBehind: boolean,
    ): Promise<GoneDocument[]> {
      const asked = wasBehind && only ? [...ids, only] : ids;
      const found = wasBehind ? await findSummaries(caller, { ids: [...asked] }) : changed;
      const missing = asked.filter((id) => !found.some((document) => document.id === id));
      if (only && missing.includes(only)) notFound("Document", only);
      const known = missing.filter((id) => !only && (told.has(id) || lost.has(id)));
      return known.map((id) => {
        const at = lost.get(id) ?? told.get(id) ?? 0;
        lost.delete(id);
        told.delete(id);
        return { id, seq: at, isGone: true };
      });
    }

    async function catchUp() {
      isBehind = false;
      const all = [];
      let from = Math.max(0, seq - OVERLAP);
      for (;;) {
        const batch = await listChangedSince(caller, { seq: from, limit: BATCH });
        all.push(...batch);
        from = batch.at(-1)?.seq ?? from;
        seq = Math.max(seq, from);
        if (batch.length < BATCH) return all;
      }
    }
  },
});
