import { claimListens } from "@besunny/core/sources/listening/claim-listens";
import { listenSource } from "@besunny/core/sources/listening/listen-source";
import { releaseListen } from "@besunny/core/sources/listening/release-listen";

import type { Callers } from "../callers";
import type { Log } from "../log";

const TICK_MS = 15_000;
/** Connections that one worker holds open. Sources beyond them are looked at by the clock alone. */
const MOST = 200;

type Claimed = { workspaceId: string; sourceId: string; ownerId: string };

/**
 * Listens at sources whose providers tell of news on an open connection: mailboxes by IMAP, and Dropbox. Claims are in the database and are renewed at each
 * tick, so that another worker goes on when this one dies. A source that is removed or paused is left at the next tick.
 */
export function listenAtSources(
  { platformCaller, sourceCaller }: Pick<Callers, "platformCaller" | "sourceCaller">,
  log: Log,
  { tickMs = TICK_MS, most = MOST }: { tickMs?: number; most?: number } = {},
): { stop(): Promise<void> } {
  const caller = platformCaller("look-at-sources");
  const listening = new Map<string, AbortController>();
  const unended = new Set<Promise<void>>();
  let underWay: Promise<void> | null = null;
  let isStopping = false;

  async function tick(): Promise<void> {
    try {
      const held = [...listening.keys()];
      const room = Math.max(0, most - held.length);
      const { kept, claimed } = await claimListens(caller, { held, room });
      const goesOn = new Set(kept);
      for (const id of held) if (!goesOn.has(id)) listening.get(id)?.abort();
      for (const source of claimed) begin(source);
    } catch (error) {
      log.warn({ error }, "sources could not be listened at, and are at the next tick");
    }
  }

  function begin(source: Claimed): void {
    const stop = new AbortController();
    if (isStopping) stop.abort();
    listening.set(source.sourceId, stop);
    const ended: Promise<void> = listen(source, stop.signal).finally(() => unended.delete(ended));
    unended.add(ended);
  }

  async function listen(
    { workspaceId, sourceId: id, ownerId }: Claimed,
    signal: AbortSignal,
  ): Promise<void> {
    let isBroken = true;
    try {
      const source = sourceCaller(workspaceId, { kind: "source", id, ownerId });
      ({ isBroken } = await listenSource(source, { id }, signal));
    } catch (error) {
      log.warn({ error, sourceId: id }, "the listening at a source broke off");
    }
    listening.delete(id);
    // A source that is no longer ours has been claimed by somebody else, or is gone.
    if (signal.aborted && !isStopping) return;
    // A renewal under way would come after the release.
    await underWay;
    await releaseListen(caller, { id, isBroken }).catch((error: unknown) =>
      log.warn({ error, sourceId: id }, "a source could not be released, and is in a minute"),
    );
  }

  const look = () => {
    underWay ??= tick().finally(() => {
      underWay = null;
    });
  };
  const ticking = setInterval(look, tickMs);
  look();

  return {
    async stop() {
      isStopping = true;
      clearInterval(ticking);
      await underWay;
      for (const stop of listening.values()) stop.abort();
      await Promise.all(unended);
    },
  };
}
