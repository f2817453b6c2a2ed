import { randomBytes } from "node:crypto";

import { z } from "zod";

import { announceChange } from "../documents/contract/announce-change";
import { command } from "../operation/command";
import { tokenHash } from "../token-hash";
import { DocumentLink, ofDocument } from "./contract";
import { familyToShare } from "./family-to-share";

const DAY_MS = 86_400_000;

/**
 * Creates a link that shows this document alone, without its attachments, to anyone who has it. Returns its token only once; only its hash is
 * stored.
 */
export const createLink = command("sharing.create-link", {
  title: "Make a link to a document",
  feature: "public-links",
  permission: "document.share",
  input: ofDocument.extend({
    days: z.number().int().min(1).max(365).default(7),
    mayDownload: z.boolean().default(false),
  }),
  output: DocumentLink.extend({ token: z.string() }),
  doors: ["web"],

  async handle(tools, { id: documentId, days, mayDownload }) {
    const { documentLinks, filing, actor, clock, changed } = tools;
    const family = await familyToShare(tools, documentId);
    const token = randomBytes(24).toString("base64url");
    const {
      createdBy,
      documentId: _of,
      ...link
    } = await documentLinks.create({
      documentId,
      tokenHash: tokenHash(token),
      mayDownload,
      createdById: actor.kind === "user" ? actor.id : null,
      expiresAt: new Date(clock().getTime() + days * DAY_MS),
    });
    announceChange(tools, [await filing.writeAccess({ documentIds: [family.id] })]);
    changed({ subject: documentId, before: { link: null }, after: { link: link.id } });
    return { ...link, byName: createdBy?.name ?? null, token };
  },
});
