import type { OutsideLane } from "./cost-of";
import type { CallScope, OutsideCallKind, OutsideModel } from "./outside-call";
import type { Usage } from "./usage";

/**
 * The ways in which a call ends. `cut`: the answer began and did not end. `refused`: BeSunny did not send it, and it cost nothing. A call is
 * `open` until then.
 */
export const endedStates = ["ok", "failed", "aborted", "cut", "refused"] as const;
export type EndedState = (typeof endedStates)[number];

/** A call that is about to go out. */
export type CallToOpen = {
  scope: CallScope;
  provider: "openai";
  to: OutsideModel;
  kind: OutsideCallKind;
  lane: OutsideLane;
  /** The most that it can cost, in micro-dollars; null if its price is unknown. */
  reservedMicro: number | null;
  /** True if local models can do the work. Such calls stop before the budget is used up. */
  hasLocalRung: boolean;
  at: Date;
};

/** The end of a call. */
export type CallEnd = {
  state: EndedState;
  usage: Usage;
  /** True if BeSunny counted the tokens itself, because the provider did not say. */
  isEstimated: boolean;
  /** Micro-dollars; null if the price is unknown. */
  costMicro: number | null;
  /** The row of prices that was used. */
  priceId: string | null;
  /** Milliseconds from the reservation to the end. */
  latencyMs: number;
  attempts: number;
  errorCode: string | null;
};

/** Holds every call to an outside model, and what is left of budgets. */
export type Ledger = {
  /**
   * Writes the call down and reserves its money, in one step. Returns its id. Rejects with `OutsideRefused` if a budget or the workspace's
   * rule about unknown prices does not allow it; the refusal is written down.
   */
  open(call: CallToOpen): Promise<string>;
  /** Writes the end of a call. Does not wait for the database and never throws; the call stays reserved until it is written. */
  close(id: string, end: CallEnd): void;
  /** Resolves once every end was written. */
  flush(): Promise<void>;
};

/** A ledger that holds nothing, for use without a database. */
export const noLedger: Ledger = {
  open: async () => "",
  close: () => undefined,
  flush: async () => undefined,
};
