import type { Log } from "@besunny/core/context";
import { AppError } from "@besunny/core/errors";
import type { Call, Hooks } from "@besunny/core/operation/hooks";
import type { AuditOutcome } from "@besunny/db/audit-outcomes";

/** A call that takes longer than this is logged, in milliseconds. */
const SLOW_MS = 2_000;

/** The number of calls of an operation in this process with one outcome, and the time of all of them in milliseconds. */
export type OperationCount = {
  operation: string;
  outcome: AuditOutcome;
  calls: number;
  milliseconds: number;
};

type Monitor = {
  hooks: Pick<Hooks, "span">;
  /** Every operation that was called since the process began. */
  counts(): OperationCount[];
};

/** Counts and times the operations of this process, and logs those that are slow, with the trace they belong to. */
export function createMonitor({ log, now }: { log: Log; now: () => number }): Monitor {
  const counted = new Map<string, OperationCount>();

  function count({ operation }: Call, outcome: OperationCount["outcome"], milliseconds: number) {
    const key = `${operation} ${outcome}`;
    const known = counted.get(key) ?? { operation, outcome, calls: 0, milliseconds: 0 };
    counted.set(key, {
      ...known,
      calls: known.calls + 1,
      milliseconds: known.milliseconds + milliseconds,
    });
  }

  return {
    counts: () => [...counted.values()],
    hooks: {
      async span(call, work) {
        const startedAt = now();
        try {
          const result = await work();
          end(call, "ok", startedAt);
          return result;
        } catch (error) {
          end(call, error instanceof AppError ? "refused" : "failed", startedAt);
          throw error;
        }
      },
    },
  };

  function end(call: Call, outcome: OperationCount["outcome"], startedAt: number): void {
    const milliseconds = Math.round(now() - startedAt);
    count(call, outcome, milliseconds);
    if (milliseconds < SLOW_MS) return;
    const { operation, door, actor, workspaceId, traceId } = call;
    log.info(
      { operation, door, actor: actor?.id, workspaceId, traceId, outcome, milliseconds },
      "an operation took long",
    );
  }
}
