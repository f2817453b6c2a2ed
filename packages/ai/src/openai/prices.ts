import type { Cost } from "../ai";

/** US dollars for a million tokens, list prices; dated models cost what their family costs. */
const prices: readonly { model: string; input: number; output: number }[] = [
  { model: "gpt-5-nano", input: 0.05, output: 0.4 },
  { model: "gpt-5-mini", input: 0.25, output: 2 },
  { model: "gpt-5", input: 1.25, output: 10 },
  { model: "gpt-4.1-nano", input: 0.1, output: 0.4 },
  { model: "gpt-4.1-mini", input: 0.4, output: 1.6 },
  { model: "gpt-4.1", input: 2, output: 8 },
  { model: "gpt-4o-mini", input: 0.15, output: 0.6 },
  { model: "gpt-4o", input: 2.5, output: 10 },
  { model: "o4-mini", input: 1.1, output: 4.4 },
  { model: "text-embedding-3-small", input: 0.02, output: 0 },
  { model: "text-embedding-3-large", input: 0.13, output: 0 },
];

/** What a call cost; models without a list price, such as one's own server's, cost nothing here. */
export function costOf(model: string, usage: { input: number; output: number }): Cost {
  const price = prices
    .filter((each) => model === each.model || model.startsWith(`${each.model}-`))
    .sort((a, b) => b.model.length - a.model.length)[0];
  const usd = ((price?.input ?? 0) * usage.input + (price?.output ?? 0) * usage.output) / 1e6;
  return { inputTokens: usage.input, outputTokens: usage.output, usd };
}
