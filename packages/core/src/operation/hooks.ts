import type { AppError } from "../errors";
import type { FlagName, FlagSubject } from "../flags";
import type { Door } from "./door";

/** One call as the pipeline reports it: the operation, its door and the request's trace. Never input or output. */
export type Call = {
  operation: string;
  kind: string;
  door: Door;
  /** The kind and id of the actor; null before anybody is known. */
  actor: { kind: string; id: string } | null;
  workspaceId: string | null;
  traceId: string;
};

export type Outcome =
  | { outcome: "ok" }
  | { outcome: "refused" | "failed"; error: AppError | unknown };

/** Places in the pipeline where operations are timed, limited and counted. */
export type Hooks = {
  /** Runs the work as one span of the trace, and reports how it ended. */
  span<Result>(call: Call, work: () => Promise<Result>): Promise<Result>;
  /**
   * Takes the operation's cost from the actor's limit. Throws `RATE_LIMITED` if the limit is used up. Not called for operations within
   * others.
   */
  limit(call: Call, cost: number): Promise<void>;
  /** Returns whether a feature is on for the person and the workspace. */
  isOn(flag: FlagName, subject: FlagSubject): Promise<boolean>;
  /** Counts a call that has succeeded. */
  meter(call: Call, cost: number): void;
};

/** Hooks that do nothing; every feature is on. */
export const noHooks: Hooks = {
  span: (_call, work) => work(),
  limit: async () => undefined,
  isOn: async () => true,
  meter: () => undefined,
};
