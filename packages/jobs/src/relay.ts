import { relayOutbox, type SendEvents } from "@besunny/core/platform/relay-outbox";

import type { Callers } from "./callers";
import type { Log } from "./log";

const SWEEP_MS = 5_000;

/** Calls back when the outbox may hold events; returns a function that ends that. */
type Outbox = { onOutbox(wake: () => void): () => void };

/** Sends events as soon as a command has committed them, and every 5 seconds those that a crash has left. One relay at a time. */
export function startRelay(
  { platformCaller }: Pick<Callers, "platformCaller">,
  { changes, send, log }: { changes: Outbox; send: SendEvents; log: Log },
): { stop(): Promise<void> } {
  let underWay: Promise<void> | null = null;
  let isWanted = false;
  let isStopped = false;

  function relay(): void {
    isWanted = true;
    if (!underWay && !isStopped)
      underWay = drain().finally(() => {
        underWay = null;
        if (isWanted) relay();
      });
  }

  async function drain(): Promise<void> {
    isWanted = false;
    try {
      await relayOutbox(platformCaller("relay-outbox"), { send });
    } catch (error) {
      log.warn({ error }, "events wait in the outbox and are sent at the next sweep");
    }
  }

  const unwatch = changes.onOutbox(relay);
  const sweep = setInterval(relay, SWEEP_MS);
  relay();

  return {
    async stop() {
      isStopped = true;
      unwatch();
      clearInterval(sweep);
      await underWay;
    },
  };
}
