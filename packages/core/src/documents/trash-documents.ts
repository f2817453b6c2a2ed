import { z } from "zod";
import { documentCancelled } from "../events";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { announceChange } from "./contract/announce-change";
import {
  changeableAmong,
  chosenDocuments,
  chosenIds,
  isOneChoice,
  oneChoice,
} from "./contract/chosen-documents";
import { announceTrashed } from "./contract/taking/announce-trashed";

/**
 * Moves documents to the trash with their attachments and stops work on them. Leaves out documents that are in the trash already or that
 * the actor may not see.
 */
export const trashDocuments = command("documents.trash-documents", {
  title: "Move documents to the trash",
  permission: "document.trash",
  input: z.object(chosenDocuments).refine(isOneChoice, oneChoice),
  output: ofIds,
  doors: ["web", "rest"],

  timeoutSeconds: 120,

  async handle(tools, choice) {
    const { documents, filing, runs, clock, workspaceId, emit, changed } = tools;
    const chosen = await chosenIds(tools, choice);
    await filing.lockRoots({ documentIds: chosen });
    const allowed = await changeableAmong(tools, chosen, choice, "document.trash");
    const ids = allowed.map(({ id }) => id);
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
    await announceTrashed(tools, all);
    announceChange(tools, ranges);
    return { ids: all };
  },
});

function isUnread({ status }: { status: string }): boolean {
  return status === "pending" || status === "processing";
}
