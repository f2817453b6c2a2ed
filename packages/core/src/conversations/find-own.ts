import type { Repositories } from "@besunny/db/database";
import type { Conversation } from "@besunny/db/workspace/conversations/conversations";

import type { Actor } from "../access/actor";
import { personOf } from "../access/person-of";
import { AppError, notFound } from "../errors";

/** Returns a conversation of the caller's own. Throws `FORBIDDEN` for one that another person shares. */
export async function findOwn(
  { conversations, actor }: Pick<Repositories, "conversations"> & { actor: Actor },
  id: string,
): Promise<Conversation> {
  const reader = personOf(actor);
  const found = (await conversations.find(id, reader.id)) ?? notFound("Conversation", id);
  if (found.ownerId === reader.id) return found;
  throw new AppError("FORBIDDEN", "This conversation belongs to somebody else; you may read it", {
    hint: "Start a conversation of your own to ask and to change.",
  });
}
