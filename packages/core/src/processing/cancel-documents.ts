import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { documentCancelled } from "../events";
import { documentIds } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";

/**
 * Cancels the open runs of documents, also those of a backfill. Leaves documents whose work has ended unchanged. Returns the ids of the
 * cancelled documents.
 */
export const cancelDocuments = command("processing.cancel-documents", {
  title: "Stop processing documents",
  permission: "document.cancel",
  input: z.object({ ids: documentIds }),
  output: ofIds,
  doors: ["web", "rest"],

  async handle({ documents, filing, runs, actor, clock, workspaceId, emit, changed }, { ids }) {
    await filing.lockRoots({ documentIds: ids });
    const found = await documents.findMany(ids);
    mustBeAllowed(actor, "document.cancel", found);
    const ended = new Set(
      await runs.endOpenOf(
        found.map(({ id }) => id),
        "cancelled",
        clock(),
      ),
    );
    const isUnread = ({ status }: { status: string }) =>
      status === "pending" || status === "processing";
    const cancelled = found.filter((each) => isUnread(each) || ended.has(each.id));
    const idsWhere = (unread: boolean) =>
      cancelled.filter((each) => isUnread(each) === unread).map(({ id }) => id);
    await documents.updateMany(idsWhere(true), { status: "cancelled" });
    await documents.updateMany(idsWhere(false), {});
    for (const { id, status } of cancelled)
      changed({
        subject: id,
        before: { status },
        after: { status: isUnread({ status }) ? "cancelled" : status },
      });
    for (const { id } of cancelled) emit(documentCancelled.of({ workspaceId, documentId: id }));
    return { ids: cancelled.map(({ id }) => id) };
  },
});
