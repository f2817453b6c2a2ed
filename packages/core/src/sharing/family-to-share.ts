import type { Repositories } from "@besunny/db/database";
import type { FiledFamily } from "@besunny/db/workspace/documents/filing";

import type { Actor } from "../access/actor";
import { mayDo, mayPublish } from "../access/rights";
import { AppError, notFound } from "../errors";

type Filed = Pick<FiledFamily, "filedIn" | "visibility" | "uploadedById">;

/**
 * Returns whether the actor may show a document to others: they may change it, and lead every restricted project that hides it from the
 * workspace.
 */
export function mayShare(actor: Actor, document: Filed): boolean {
  return mayDo(actor, "document.share", document) && mayPublish(actor, document);
}

/**
 * Locks the file in which a visible document came, with its attachments, and returns it. Throws `FORBIDDEN` if the actor may not show it to
 * others.
 */
export async function familyToShare(
  { documents, filing, actor }: Pick<Repositories, "documents" | "filing"> & { actor: Actor },
  id: string,
): Promise<FiledFamily> {
  if (!(await documents.find(id))) notFound("Document", id);
  const [family] = await filing.lockFamilies([id]);
  if (!family) notFound("Document", id);
  if (mayShare(actor, family)) return family;
  throw new AppError("FORBIDDEN", `You may not share “${family.title}”`, {
    hint: "Ask a lead of the project that it is in.",
  });
}
