import type { BaseMessage } from "@langchain/core/messages";
import type { Cost, SentMessage } from "../../ai";
import { tokensIn } from "../../redaction/tokens";
import { outgoing } from "../outgoing";
import type { Hosted } from "../read-document";
import { type Usage, usageOf } from "../usage";

/** Costs and messages of the calls of one answer. */
export type Spent = { costs: Cost[]; sent: SentMessage[] };

/** Streams the lines of a model's reply, each as soon as it is complete, and notes cost and messages. */
export async function* linesOf(
  { chat, price, redact }: Hosted,
  messages: BaseMessage[],
  spent: Spent,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const { messages: sent, restore } = await outgoing(messages, redact, signal, "answer");
  spent.sent.push(...sent.map((message) => toSent(message, restore)));
  const stream = await chat.stream(sent, signal ? { signal } : {});
  let usage: Usage | null = null;
  let open = "";
  for await (const chunk of stream) {
    if (chunk.usage_metadata) usage = usageOf(chunk.usage_metadata) ?? usage;
    const lines = (open + chunk.text).split("\n");
    open = lines.pop() ?? "";
    yield* lines.map((line) => restore(line));
  }
  if (open !== "") yield restore(open);
  spent.costs.push(price(usage));
}

/** A message as it left, with the details that its tokens stand for. */
function toSent({ type, text }: BaseMessage, restore: (text: string) => string): SentMessage {
  const tokens = new Set(tokensIn(text).map(({ token }) => token));
  const replaced = [...tokens].flatMap((token) => {
    const stands = restore(token);
    return stands === token ? [] : [{ token, stands }];
  });
  return { role: roles[type] ?? type, text, ...(replaced.length > 0 && { replaced }) };
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
