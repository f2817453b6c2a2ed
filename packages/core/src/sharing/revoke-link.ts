import { z } from "zod";

import { announceChange } from "../documents/contract/announce-change";
import { notFound } from "../errors";
import { linkId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { familyToShare } from "./family-to-share";

/** Ends a link at once. */
export const revokeLink = command("sharing.revoke-link", {
  title: "Revoke a link to a document",
  permission: "document.share",
  input: z.object({ linkId }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { linkId: id }) {
    const { documentLinks, filing, clock, changed } = tools;
    const link = (await documentLinks.findOpen(id, clock())) ?? notFound("Link", id);
    const family = await familyToShare(tools, link.documentId);
    await documentLinks.revoke(id, clock());
    announceChange(tools, [await filing.writeAccess({ documentIds: [family.id] })]);
    changed({ subject: link.documentId, before: { link: id }, after: { link: null } });
  },
});
