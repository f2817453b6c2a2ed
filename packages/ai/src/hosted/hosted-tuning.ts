import type { OutsideCallKind, Redact } from "../outside/outside-call";

/** A document and the type that people gave it, to tune a model with. */
export type TuningExample = { text: string; type: string };

/** The cost of a tuning and the life of its result. Money is in millionths of a US dollar; null: not known. */
export type TuningEstimate = {
  examples: number;
  tokens: number;
  epochs: number;
  costMicro: number | null;
  /** The last day of the model that is tuned, and so of the tuned one; null if the provider names none. */
  shutdownDate: string | null;
};

export type TuningState = "queued" | "running" | "succeeded" | "failed" | "cancelled";

/** The state of a tuning. `trainedTokens` is what the provider counts and bills. */
export type TuningProgress = {
  state: TuningState;
  events: { at: Date; message: string }[];
  trainedTokens: number | null;
  costMicro: number | null;
  problem: string | null;
};

/** A tuned model and the server that has it. */
export type TunedModel = { server: string; model: string };

/** The people who agreed to the cost. Above a limit two different ones are needed. */
export type Approval = { userIds: readonly string[] };

/** Tunes a model outside of BeSunny. */
export type HostedTuning = {
  /** Sends nothing but a question for the models on offer. */
  estimate(examples: readonly TuningExample[], signal?: AbortSignal): Promise<TuningEstimate>;
  /** Starts a tuning and returns its id at the provider. Throws `TuningRefused` without the approval that the cost asks for. */
  start(
    examples: readonly TuningExample[],
    approval: Approval,
    signal?: AbortSignal,
  ): Promise<{ id: string }>;
  /** Returns its state. Deletes the files at the provider once it is over. */
  watch(id: string, signal?: AbortSignal): Promise<TuningProgress>;
  cancel(id: string, signal?: AbortSignal): Promise<void>;
  /** Returns the tuned model, or null while there is none. */
  result(id: string, signal?: AbortSignal): Promise<TunedModel | null>;
};

/** Thrown if a tuning may not start, with a sentence for people. */
export class TuningRefused extends Error {
  override readonly name = "TuningRefused";
}

/** Replaces what may not leave in the texts. */
export type Anonymise = (texts: readonly string[], signal?: AbortSignal) => ReturnType<Redact>;

/** Runs a call of the provider: the place for budget, breaker and ledger. */
export type Outgoing = <Result>(
  kind: OutsideCallKind,
  call: () => Promise<Result>,
) => Promise<Result>;
