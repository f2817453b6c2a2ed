import { z } from "zod";
import { may } from "../access/policy";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { idIn, instant } from "../shapes";

/** The reason why a document stays. Names of holds are shown to owners and admins alone. */
export const Keeping = z.object({
  isHeld: z.boolean(),
  holds: z.array(
    z.object({
      id: idIn("hld"),
      name: z.string(),
      reason: z.string(),
      until: instant.nullable(),
    }),
  ),
});

/** Explains why a document cannot be deleted. */
export const explainKeeping = query("privacy.explain-keeping", {
  title: "See why a document is kept",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: Keeping,
  doors: ["web"],

  async handle({ documents, legalHolds, actor, clock }, { id }) {
    if (!(await documents.find(id))) notFound("Document", id);
    const held = await legalHolds.heldAmong([id], clock());
    const holds = may(actor, "privacy.manage")
      ? held.map(({ holdId, name, reason, until }) => ({ id: holdId, name, reason, until }))
      : [];
    return { isHeld: held.length > 0, holds };
  },
});
