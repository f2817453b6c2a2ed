import { type BaseMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";

import type { OutgoingTexts, RedactedTexts } from "../outside/outside-call";
import { TOKENS_STAND_FOR_DETAILS } from "../redaction/tokens-note";

/** Puts tokens in the place of what may not leave in the texts of one call. */
export type RedactMessages = (
  given: Pick<OutgoingTexts, "texts" | "kind">,
  signal?: AbortSignal,
) => Promise<RedactedTexts>;

/** Messages as they leave, and the way back. */
export type Outgoing = { messages: BaseMessage[]; restore: (text: string) => string };

/** Returns the messages with tokens in the place of what may not leave. If there are any, the messages say what tokens are. */
export async function outgoing(
  messages: BaseMessage[],
  redact: RedactMessages | undefined,
  signal: AbortSignal | undefined,
  kind: "chat" | "answer" = "chat",
): Promise<Outgoing> {
  if (!redact) return { messages, restore: (text) => text };
  const { texts, replaced, restore } = await redact(
    { kind, texts: messages.map(({ text }) => text) },
    signal,
  );
  const isAnyReplaced = Object.keys(replaced).length > 0;
  const sent = messages.map(({ type }, at) => {
    const text = texts[at] ?? "";
    if (type !== "system") return new HumanMessage(text);
    return new SystemMessage(isAnyReplaced ? `${text}\n\n${TOKENS_STAND_FOR_DETAILS}` : text);
  });
  return { messages: sent, restore };
}

/** Returns a parsed answer with the details in place of their tokens, in every text of it. */
export function restoredIn(value: unknown, restore: (text: string) => string): unknown {
  if (typeof value === "string") return restore(value);
  if (Array.isArray(value)) return value.map((each) => restoredIn(each, restore));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [restore(key), restoredIn(each, restore)]),
  );
}
