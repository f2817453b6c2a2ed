import { z } from "zod";

import { personOf } from "../access/person-of";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { Conversation, conversationOf } from "./contract/conversation";

/**
 * Lists the caller's conversations, or those that others share, those that were used last first. Words are looked for in titles, questions
 * and answers that the caller may see.
 */
export const listConversations = query("conversations.list-conversations", {
  title: "List conversations",
  permission: "document.ask",
  input: z.object({
    of: z.enum(["me", "others"]).default("me"),
    q: z.string().trim().max(200).optional(),
    ...paging,
  }),
  output: pageOf(Conversation),
  doors: ["web", "rest"],

  async handle({ conversations, members, actor }, { of, q, limit, cursor }) {
    const reader = personOf(actor);
    const { items, nextCursor } = await conversations.list({
      readerId: reader.id,
      of,
      q: q || undefined,
      limit,
      cursor: cursor ?? undefined,
    });
    const people = await members.listPeople([...new Set(items.map(({ ownerId }) => ownerId))]);
    const owners = new Map(people.map((person) => [person.id, person]));
    return { items: items.map((each) => conversationOf(each, reader, owners)), nextCursor };
  },
});
