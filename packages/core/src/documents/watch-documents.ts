import type { Change } from "@besunny/db/changes";
import { z } from "zod";
import { principals } from "../access/policy";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { stream } from "../operation/stream";
import { collectHints, type Hinted } from "./collect-hints";
import type { DocumentSummary } from "./contract/document-summary";
import { type GoneDocument, WatchedDocument } from "./contract/watched-document";
import { findLatestSeq } from "./find-latest-seq";
import { findSummaries } from "./find-summaries";
import { listChangedSince } from "./list-changed-since";

const BATCH = 500;
/** Transactions may commit in another order than they took their numbers, so the watcher reads this many numbers before a gap again. */
const OVERLAP = 64;

/**
 * Yields documents of the workspace as they change, the newest state of each, and reports documents that are gone. `after` resumes where a
 * lost connection ended, and may repeat changes from shortly before. A notification is only a hint: the stream reads each document from the
 * database, with the actor's access. Watching one document ends with `NOT_FOUND` when the document is gone.
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
    const hints = collectHints(principals(actor));
    let wake: () => void = () => undefined;
    const unwatch = changes.onChange(workspaceId, (change) => {
      if (change.documents.length === 0) isBehind = true;
      else hints.add(only ? about(only, change) : change);
      wake();
    });
    const stop = () => wake();
    signal?.addEventListener("abort", stop);

    try {
      while (!signal?.aborted) {
        const { ids, lost } = hints.take(BATCH);
        if (!isBehind && ids.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        const wasBehind = isBehind;
        const changed = isBehind ? await catchUp() : await findSummaries(caller, { ids });
        for (const gone of await goneAmong({ ids, lost }, changed, wasBehind)) yield gone;
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

    /** Returns the missing documents that this stream yielded before or that the watcher lost; others are not reported as gone. */
    async function goneAmong(
      { ids, lost }: Hinted,
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
        told.delete(id);
        return { id, seq: at, isGone: true };
      });
    }

    function about(id: string, change: Change): Change {
      return { ...change, documents: change.documents.filter((each) => each.id === id) };
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
