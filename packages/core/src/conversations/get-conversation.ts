import { z } from "zod";

import { personOf } from "../access/person-of";
import { conversationId } from "../ids";
import { query } from "../operation/query";
import { ConversationDetail } from "./contract/conversation";
import { turnOf } from "./contract/turn";
import { showConversation } from "./show-conversation";

/** Returns a conversation with its turns. Answers from documents that the caller may not see are hidden. */
export const getConversation = query("conversations.get-conversation", {
  title: "Show a conversation",
  permission: "document.ask",
  input: z.object({ id: conversationId }),
  output: ConversationDetail,
  doors: ["web", "rest"],

  async handle(tools, { id }) {
    const { conversationTurns, actor, clock } = tools;
    const conversation = await showConversation(tools, id);
    const turns = await conversationTurns.list(id, personOf(actor).id);
    const reading = { isMine: conversation.isMine, now: clock() };
    return { ...conversation, turns: turns.map((turn) => turnOf(turn, reading)) };
  },
});
