import type { Clock, Log } from "@besunny/core/context";
import { decideFlag, type FlagState } from "@besunny/core/flags";
import type { Hooks } from "@besunny/core/operation/hooks";
import type { Changes } from "@besunny/db/changes";
import type { StoredFlag } from "@besunny/db/platform/flags";

const FRESH_MS = 10_000;

type Given = {
  db: { platform: { flags: { list(): Promise<StoredFlag[]> } } };
  changes: Pick<Changes, "onFlags">;
  clock: Clock;
  log: Log;
};

/**
 * Returns the hook that tells if a flag is on. It reads the decisions every ten seconds at most, and again at once when one changes. While
 * the database does not answer, the last decisions hold.
 */
export function createFlags({ db, changes, clock, log }: Given): Pick<Hooks, "isOn"> {
  let known: ReadonlyMap<string, FlagState> = new Map();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;
  let isListening = false;
  let announced = 0;

  async function read(): Promise<void> {
    const begunAt = clock().getTime();
    const before = announced;
    try {
      const stored = await db.platform.flags.list();
      known = new Map(stored.map((flag) => [flag.key, stateOf(flag)]));
    } catch (error) {
      log.warn({ error }, "the decisions about flags could not be read; the last ones hold");
    }
    // The rows may lack a change that was announced meanwhile.
    if (announced === before) readAt = begunAt;
  }

  return {
    async isOn(name, subject) {
      if (!isListening) {
        isListening = true;
        changes.onFlags(() => {
          announced += 1;
          readAt = Number.NEGATIVE_INFINITY;
        });
      }
      if (clock().getTime() - readAt > FRESH_MS) {
        reading ??= read().finally(() => {
          reading = null;
        });
        await reading;
      }
      return decideFlag(name, known.get(name), subject);
    },
  };
}

function stateOf({ isKilled, isOn, percentage, workspaces }: StoredFlag): FlagState {
  return {
    isKilled,
    isOn,
    percentage,
    workspaces: Object.fromEntries(workspaces.map((each) => [each.workspaceId, each.isOn])),
  };
}
