import type { PlatformContext, Tools } from "@besunny/core/context";
import { relayOutbox, type SendEvents } from "@besunny/core/platform/relay-outbox";

const SWEEP_MS = 5_000;

/** Sends events as soon as a command has committed them, and sweeps for what a crash has left. One relay at a time. */
export function startRelay(
  ctx: PlatformContext,
  { changes }: Pick<Tools, "changes">,
  send: SendEvents,
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
      await relayOutbox(ctx, send);
    } catch (error) {
      ctx.log.warn({ error }, "events wait in the outbox and are sent at the next sweep");
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
