import type { BaseMessage } from "@langchain/core/messages";

import type { MessagesInput, SentMessage } from "../ai";
import { toAnswer } from "./answer-graph/prompts";
import { messagesForDocument } from "./read-document";

const roles: Partial<Record<string, string>> = { human: "user", ai: "assistant" };

/** Returns the messages with which a hosted model would be asked, before anything in them is replaced. */
export async function messagesFor(input: MessagesInput): Promise<SentMessage[]> {
  const messages: BaseMessage[] =
    "document" in input
      ? await messagesForDocument({
          ...input,
          local: { type: { candidates: [...input.candidates] } },
        })
      : toAnswer(input.question, input.passages, { refused: [] });
  return messages.map(({ type, text }) => ({ role: roles[type] ?? type, text }));
}
