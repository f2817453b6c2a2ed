import { z } from "zod";

import type { Actor } from "../access/actor";
import { identityOperation } from "../operation/identity";
import { idIn, ofType } from "../shapes";
import { tokenHash } from "../token-hash";
import { linkToken } from "./contract";

/** Returns the holder of the link as an actor who sees its document and nothing else; null if it was revoked or has run out. */
export const checkLink = identityOperation("identity.check-link", {
  title: "Check the link to a document",
  input: z.object({ token: linkToken }),
  output: z.object({ workspaceId: idIn("ws"), actor: ofType<Actor>() }).nullable(),
  doors: ["web"],
  notAudited: "Opening the document records it.",

  async handle({ db, clock }, { token }) {
    const found = await db.identity.publicLinks.findOpen(tokenHash(token), clock());
    if (!found) return null;
    const { workspaceId, ...link } = found;
    return { workspaceId, actor: { kind: "link" as const, ...link } };
  },
});
