import type { Repositories } from "@besunny/db/database";
import type { Actor, LinkHolder } from "../access/actor";
import { AppError } from "../errors";
import type { LinkedDocument } from "./contract";

/** Returns the document of the caller's link. Throws `NOT_FOUND` for every other caller, and once the document is in the trash. */
export async function findLinked(
  { documents }: Pick<Repositories, "documents">,
  actor: Actor,
): Promise<{ link: LinkHolder; document: LinkedDocument }> {
  const found = actor.kind === "link" ? await documents.find(actor.documentId) : null;
  if (actor.kind !== "link" || !found || found.trashedAt)
    throw new AppError("NOT_FOUND", "This link shows nothing any more", {
      hint: "Ask the person who sent it for a new one.",
    });
  const { id, title, fileName, format, size, pageCount, stage } = found;
  const isRead = stage !== "uploaded";
  const { mayDownload } = actor;
  return {
    link: actor,
    document: { id, title, fileName, format, size, pageCount, isRead, mayDownload },
  };
}
