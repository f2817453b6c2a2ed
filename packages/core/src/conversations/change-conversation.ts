import type { ConversationChanges } from "@besunny/db/workspace/conversations/conversations";
import { z } from "zod";

import { Scope } from "../answers/contract/question";
import { conversationId } from "../ids";
import { command } from "../operation/command";
import { Conversation, scopeOf } from "./contract/conversation";
import { findOwn } from "./find-own";
import { showConversation } from "./show-conversation";
import { conversationTitle } from "./start-conversation";

/**
 * Changes a conversation of the caller's own. When it is shared, all members may read it, each only the answers from documents that they
 * may see. The audit log keeps no title, which is people's own words.
 */
export const changeConversation = command("conversations.change-conversation", {
  title: "Rename, share or change a conversation",
  permission: "conversation.manage",
  input: z.object({
    id: conversationId,
    title: conversationTitle.optional(),
    scope: Scope.optional(),
    isShared: z.boolean().optional(),
  }),
  output: Conversation,
  doors: ["web", "rest"],

  async handle(tools, { id, title, scope, isShared }) {
    const { conversations, clock, changed } = tools;
    const { sharedAt, scope: stored } = await findOwn(tools, id);
    const changes: ConversationChanges = {
      ...(title !== undefined && { title }),
      ...(scope && { scope }),
      ...(isShared !== undefined && { sharedAt: isShared ? (sharedAt ?? clock()) : null }),
    };
    if (Object.keys(changes).length > 0) await conversations.change(id, changes);
    const before = { scope: scopeOf(stored), isShared: sharedAt !== null };
    const after = { scope: scope ?? before.scope, isShared: isShared ?? before.isShared };
    if (JSON.stringify(before) !== JSON.stringify(after)) changed({ subject: id, before, after });
    return showConversation(tools, id);
  },
});
