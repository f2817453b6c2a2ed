import { randomUUID } from "node:crypto";
import type { Clock, Log } from "@besunny/core/context";
import type { Call, Hooks } from "@besunny/core/operation/hooks";
import { quotaExceeded } from "@besunny/core/quota-exceeded";
import type { Database } from "@besunny/db/database";

const FLUSH_MS = 5_000;

type Options = { db: Pick<Database, "platform">; clock: Clock; log: Log; flushMs?: number };

/**
 * Counts the calls that programs make over REST, and writes them into the ledger every few seconds: one row for each person. A workspace that has used up
 * its calls is refused from the next writing on. What a crash keeps from being written is not counted.
 */
export function countApiCalls({ db, clock, log, flushMs = FLUSH_MS }: Options): {
  hooks: Pick<Hooks, "limit" | "meter">;
  flush(): Promise<void>;
  close(): Promise<void>;
} {
  const { usageLedger } = db.platform;
  const counted = new Map<string, { workspaceId: string; subject: string; quantity: number }>();
  const full = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;

  async function flush(): Promise<void> {
    timer = null;
    const rows = [...counted.values()];
    counted.clear();
    if (rows.length === 0) return;
    const at = clock();
    try {
      await usageLedger.record(
        rows.map((row) => ({ ...row, meter: "apiCalls", at, key: `apiCalls:${randomUUID()}` })),
      );
    } catch (error) {
      log.warn({ error }, "calls of programs could not be counted and are counted later");
      for (const row of rows) add(row);
      return;
    }
    const ids = [...new Set(rows.map(({ workspaceId }) => workspaceId)), ...full.keys()];
    full.clear();
    for (const { workspaceId, hard } of await usageLedger.usedUp("apiCalls", ids, at))
      full.set(workspaceId, hard);
  }

  function add(row: { workspaceId: string; subject: string; quantity: number }): void {
    const key = `${row.workspaceId} ${row.subject}`;
    const known = counted.get(key);
    counted.set(key, { ...row, quantity: row.quantity + (known?.quantity ?? 0) });
    timer ??= setTimeout(
      () => void flush().catch((error: unknown) => log.warn({ error }, "calls were not looked up")),
      flushMs,
    ).unref();
  }

  return {
    hooks: {
      async limit({ door, workspaceId }: Call) {
        const hard = door === "rest" && workspaceId !== null ? full.get(workspaceId) : undefined;
        if (hard === undefined) return;
        // The next month or a higher limit must be seen although nothing else is counted.
        timer ??= setTimeout(() => void lookAgain(), flushMs).unref();
        throw quotaExceeded("apiCalls", hard);
      },
      meter({ door, workspaceId, actor }: Call) {
        if (door !== "rest" || workspaceId === null || actor?.kind !== "user") return;
        add({ workspaceId, subject: actor.id, quantity: 1 });
      },
    },
    flush,
    async close() {
      if (timer) clearTimeout(timer);
      await flush();
    },
  };

  async function lookAgain(): Promise<void> {
    timer = null;
    const ids = [...full.keys()];
    const still = await usageLedger.usedUp("apiCalls", ids, clock()).catch(() => null);
    if (!still) return;
    full.clear();
    for (const { workspaceId, hard } of still) full.set(workspaceId, hard);
  }
}
