import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { documentCancelled } from "../events";
import { documentIds } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { announceChange } from "./contract/announce-change";

/**
 * Moves documents to the trash with their attachments and stops work on them. Leaves out documents that are in the trash already or that
 * the actor may not see.
 */
export const trashDocuments = command("documents.trash-documents", {
  title: "Move documents to the trash",
  permission: "document.trash",
  input: z.object({ ids: documentIds }),
  output: ofIds,
  doors: ["web", "rest"],

  async handle(tools, { ids }) {
    const { documents, filing, runs, actor, clock, workspaceId, emit, changed } = tools;
    await filing.lockRoots({ documentIds: ids });
    mustBeAllowed(actor, "document.trash", await documents.findMany(ids));
    const taken = await documents.listWithAttachments(ids, { isTrashed: false });

    const all = taken.map(({ id }) => id);
    const ended = await runs.endOpenOf(all, "cancelled", clock());
    const [open, closed] = [true, false].map((isOpen) =>
      taken.filter((each) => isUnread(each) === isOpen).map(({ id }) => id),
    );
    const trashedAt = clock();
    const ranges = [
      await documents.moveToTrash(open ?? [], { trashedAt, status: "cancelled" }),
      await documents.moveToTrash(closed ?? [], { trashedAt }),
    ];
    for (const documentId of new Set([...(open ?? []), ...ended]))
      emit(documentCancelled.of({ workspaceId, documentId }));
    for (const { id, status } of taken)
      changed({
        subject: id,
        before: { isTrashed: false, status },
        after: { isTrashed: true, status: open?.includes(id) ? "cancelled" : status },
      });
    announceChange(tools, ranges);
    return { ids: all };
  },
});

function isUnread({ status }: { status: string }): boolean {
  return status === "pending" || status === "processing";
}
