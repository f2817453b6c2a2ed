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
  /** The number of people who must agree to the cost. */
  peopleNeeded: number;
};

export type TuningState = "queued" | "running" | "succeeded" | "failed" | "cancelled";

/** The state of a tuning. `trainedTokens` is what the provider counts and bills; `tuned` is the name of the model that came of it. */
export type TuningProgress = {
  state: TuningState;
  events: { at: Date; message: string }[];
  trainedTokens: number | null;
  costMicro: number | null;
  problem: string | null;
  tuned: string | null;
};

/** The people who agreed to the cost, and the name of the tuning: a second start with the same name starts nothing. */
export type TuningStart = { key: string; userIds: readonly string[] };

/** Tunes a model outside of BeSunny. Everything that is sent goes through the choke point. */
export type HostedTuning = {
  server: string;
  model: string;
  /** Sends nothing but a question for the models on offer. */
  estimate(examples: readonly TuningExample[], signal?: AbortSignal): Promise<TuningEstimate>;
  /** Starts a tuning and returns its id at the provider. Throws `TuningRefused` without the people that the cost asks for. */
  start(
    examples: readonly TuningExample[],
    start: TuningStart,
    signal?: AbortSignal,
  ): Promise<{ id: string }>;
  /** Returns its state. Deletes the files at the provider once it is over. */
  watch(id: string, signal?: AbortSignal): Promise<TuningProgress>;
  /** Stops it and deletes its file. One that is over stays so. */
  cancel(id: string, signal?: AbortSignal): Promise<void>;
};

/** Thrown if a tuning may not start, with a sentence for people. */
export class TuningRefused extends Error {
  override readonly name = "TuningRefused";
}
