import { z } from "zod";

import { conversationId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { findOwn } from "./find-own";

/** Deletes a conversation of the caller's own for good: its questions, answers and ratings. */
export const deleteConversation = command("conversations.delete-conversation", {
  title: "Delete a conversation for good",
  permission: "conversation.manage",
  input: z.object({ id: conversationId }),
  output: nothing,
  doors: ["web", "rest"],

  async handle(tools, { id }) {
    await findOwn(tools, id);
    await tools.conversations.remove(id);
  },
});
