import type { Cost } from "../ai";
import type { Spent } from "../outside/choke-point";
import type { CallScope } from "../outside/outside-call";
import type { OutsideChat } from "../outside/outside-chat";

/** A chat model of a provider, and the parties for whom it is asked. */
export type Hosted = { chat: OutsideChat; model: string; scope: CallScope };

/** Returns what a call was spent as a cost. */
export function withCost({ usage, costMicro }: Spent): Cost {
  return { inputTokens: usage.input, outputTokens: usage.output, microUsd: costMicro };
}

/** Adds costs. The sum is unknown if one of them is. */
export function sumOf(costs: readonly Cost[]): Cost {
  return costs.reduce(
    (sum, cost) => ({
      inputTokens: sum.inputTokens + cost.inputTokens,
      outputTokens: sum.outputTokens + cost.outputTokens,
      microUsd:
        sum.microUsd === null || cost.microUsd === null ? null : sum.microUsd + cost.microUsd,
    }),
    { inputTokens: 0, outputTokens: 0, microUsd: 0 },
  );
}
