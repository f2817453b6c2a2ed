import type { Repositories } from "@besunny/db/database";
import type { Document } from "@besunny/db/workspace/documents/document-row";

import { AppError } from "../errors";

/** Throws `INVALID_INPUT` for a mentioned person who may not see the document: a mention shows nobody what they may not see. */
export async function mustSee(
  { members }: Pick<Repositories, "members">,
  { access }: Pick<Document, "access">,
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return;
  const readers = await members.listReaders(access);
  if (userIds.every((id) => readers.some(({ userId }) => userId === id))) return;
  throw new AppError("INVALID_INPUT", "Somebody whom you mention may not see this document", {
    hint: "Share it with them first, or leave them out.",
  });
}
