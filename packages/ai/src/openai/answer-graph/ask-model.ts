import type { BaseMessage } from "@langchain/core/messages";
import type { Cost, SentMessage } from "../../ai";
import { type Hosted, withCost } from "../hosted";

/** Costs and messages of the calls of one answer. */
export type Spent = { costs: Cost[]; sent: SentMessage[] };

/** The most tokens of one reply, with those of reasoning. */
const MOST_OUTPUT = 6_000;

/** Streams the lines of a model's reply, each as soon as it is complete, and notes cost and messages. */
export async function* linesOf(
  { chat, model, scope }: Hosted,
  messages: BaseMessage[],
  spent: Spent,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  yield* chat.lines({
    scope,
    kind: "answer",
    model,
    messages,
    mostOutput: MOST_OUTPUT,
    signal,
    onSpent: (call) => void spent.costs.push(withCost(call)),
    onSent: (sent) => void spent.sent.push(...sent),
  });
}

/** Returns the lines of a whole reply that are not empty. */
export async function replyOf(...call: Parameters<typeof linesOf>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(...call)) if (line.trim() !== "") lines.push(line.trim());
  return lines;
}
