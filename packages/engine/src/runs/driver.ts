import type { Database } from "../database/database";
import type { FunctionConfig } from "../functions/function-config";
import type { ServeHandler } from "../functions/serve-handler";
import type { Queue } from "../queue/queue";

/** The tools of a worker that runs functions. `retryDelay` returns milliseconds after so many failures. */
export type Driver = {
  database: Database;
  queue: Queue;
  handler: ServeHandler;
  functions: ReadonlyMap<string, FunctionConfig>;
  retryDelay: (attempt: number) => number;
  workerId: () => string;
  stopping: () => boolean;
};

/** One call of a run. An answer to an earlier generation comes too late. */
export type Driven = { runId: string; generation: number; config: FunctionConfig };
