import { claimWebhooks } from "@besunny/core/webhooks/delivering/claim-webhooks";
import { deliver } from "@besunny/core/webhooks/delivering/deliver";

import type { Callers } from "../callers";
import type { Log } from "../log";

const TICK_MS = 500;
/** Endpoints that one worker tells side by side. An endpoint is a lane: one that hangs holds this lane and no other. */
const MOST = 256;

/**
 * Tells webhooks what has happened, as soon as it has. Each endpoint is claimed once in the database. A claim runs out, so that another worker goes on
 * when this one dies.
 */
export function deliverWebhooks(
  { platformCaller, workspaceCaller }: Pick<Callers, "platformCaller" | "workspaceCaller">,
  log: Log,
  { tickMs = TICK_MS, most = MOST }: { tickMs?: number; most?: number } = {},
): { stop(): Promise<void> } {
  const caller = platformCaller("deliver-webhooks");
  const lanes = new Set<Promise<void>>();
  let underWay: Promise<void> | null = null;
  let isWanted = false;
  let isStopping = false;

  async function look(): Promise<void> {
    isWanted = false;
    try {
      const limit = most - lanes.size;
      if (limit <= 0) return;
      for (const claimed of await claimWebhooks(caller, { limit })) begin(claimed);
    } catch (error) {
      log.warn({ error }, "webhooks could not be claimed, and are at the next tick");
    }
  }

  function begin({ workspaceId, endpointId: id }: { workspaceId: string; endpointId: string }) {
    const lane: Promise<void> = deliver(workspaceCaller(workspaceId, "deliver-webhooks"), { id })
      .then((count) => {
        // There may be more: it is asked at once, and not at the next tick.
        if (count > 0) wake();
      })
      .catch((error: unknown) => {
        log.warn({ error, webhookId: id }, "a webhook was not told, and is in a minute");
      })
      .finally(() => lanes.delete(lane));
    lanes.add(lane);
  }

  function wake(): void {
    isWanted = true;
    if (underWay || isStopping) return;
    underWay = look().finally(() => {
      underWay = null;
      if (isWanted) wake();
    });
  }

  const ticking = setInterval(wake, tickMs);
  wake();

  return {
    async stop() {
      isStopping = true;
      clearInterval(ticking);
      await underWay;
      await Promise.all(lanes);
    },
  };
}
