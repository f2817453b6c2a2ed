import type { Repositories } from "@besunny/db/database";
import type { z } from "zod";

import { personOf } from "../access/person-of";
import { notFound } from "../errors";
import type { QueryTools } from "../operation/query";
import { type Conversation, conversationOf } from "./contract/conversation";

type Tools = Pick<Repositories, "conversations" | "members"> & Pick<QueryTools, "actor">;

/** Returns a conversation that the caller owns or that is shared, without its turns. */
export async function showConversation(
  { conversations, members, actor }: Tools,
  id: string,
): Promise<z.input<typeof Conversation>> {
  const reader = personOf(actor);
  const found = (await conversations.find(id, reader.id)) ?? notFound("Conversation", id);
  const people = await members.listPeople([found.ownerId]);
  return conversationOf(found, reader, new Map(people.map((person) => [person.id, person])));
}
