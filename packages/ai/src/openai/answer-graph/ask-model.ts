import type { BaseMessage } from "@langchain/core/messages";
import type { Cost, SentMessage } from "../../ai";
import type { Hosted } from "../read-document";
import { type Usage, usageOf } from "../usage";

/** Costs and messages of the calls of one answer. */
export type Spent = { costs: Cost[]; sent: SentMessage[] };

/** Streams the lines of a model's reply, each as soon as it is complete, and notes cost and messages. */
export async function* linesOf(
  { chat, price }: Hosted,
  messages: BaseMessage[],
  spent: Spent,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  spent.sent.push(...messages.map(({ type, text }) => ({ role: roles[type] ?? type, text })));
  const stream = await chat.stream(messages, signal ? { signal } : {});
  let usage: Usage | null = null;
  let open = "";
  for await (const chunk of stream) {
    if (chunk.usage_metadata) usage = usageOf(chunk.usage_metadata) ?? usage;
    const lines = (open + chunk.text).split("\n");
    open = lines.pop() ?? "";
    yield* lines;
  }
  if (open !== "") yield open;
  spent.costs.push(price(usage));
}

const roles: Partial<Record<string, string>> = { human: "user", ai: "assistant" };

/** Returns the lines of a whole reply that are not empty. */
export async function replyOf(...call: Parameters<typeof linesOf>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(...call)) if (line.trim() !== "") lines.push(line.trim());
  return lines;
}

/** Adds costs. The sum is unknown in US dollars if one of them is. */
export function sumOf(costs: readonly Cost[]): Cost {
  return costs.reduce(
    (sum, cost) => ({
      inputTokens: sum.inputTokens + cost.inputTokens,
      outputTokens: sum.outputTokens + cost.outputTokens,
      usd: sum.usd === null || cost.usd === null ? null : sum.usd + cost.usd,
    }),
    { inputTokens: 0, outputTokens: 0, usd: 0 },
  );
}
