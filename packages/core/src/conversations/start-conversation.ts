import { z } from "zod";

import { personOf } from "../access/person-of";
import { Scope } from "../answers/contract/question";
import { command } from "../operation/command";
import { secret } from "../operation/secret";
import { Conversation } from "./contract/conversation";
import { showConversation } from "./show-conversation";

/** The words of people in conversations are secret: a deleted conversation leaves none of them in the audit log. */
export const conversationTitle = secret(z.string().trim().min(1, "Give it a name").max(200));

/** Starts a conversation, which nobody else can see. Without a title it is called after its first question. */
export const startConversation = command("conversations.start-conversation", {
  title: "Start a conversation",
  permission: "conversation.manage",
  input: z.object({ title: conversationTitle.optional(), scope: Scope.default({}) }),
  output: Conversation,
  doors: ["web", "rest"],

  async handle(tools, { title, scope }) {
    const id = await tools.conversations.create({
      ownerId: personOf(tools.actor).id,
      title: title ?? null,
      scope,
    });
    return showConversation(tools, id);
  },
});
