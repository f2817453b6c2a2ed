import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { manyDocumentIds } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { announceChange } from "./contract/announce-change";

/** Takes documents out of the trash, with the attachments that are there too. */
export const restoreDocuments = command("documents.restore-documents", {
  title: "Restore documents from the trash",
  permission: "document.trash",
  input: z.object({ ids: manyDocumentIds }),
  output: ofIds,
  doors: ["web", "rest"],

  timeoutSeconds: 120,

  async handle(tools, { ids }) {
    const { documents, filing, actor, changed } = tools;
    await filing.lockRoots({ documentIds: ids });
    mustBeAllowed(actor, "document.trash", await documents.findMany(ids));
    const taken = await documents.listWithAttachments(ids, { isTrashed: true });
    const all = taken.map(({ id }) => id);
    announceChange(tools, [await documents.moveToTrash(all, { trashedAt: null })]);
    for (const id of all)
      changed({ subject: id, before: { isTrashed: true }, after: { isTrashed: false } });
    return { ids: all };
  },
});
