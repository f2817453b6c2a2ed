import { shippedRetirements } from "@besunny/ai/outside/retirements";
import type { Clock, Log } from "@besunny/core/context";
import { holding, isOf } from "@besunny/core/costs/contract/retirements";
import type { Retirement } from "@besunny/db/platform/money/model-retirements";
import type { PlatformDatabase } from "@besunny/db/platform/platform-database";

const SECONDS_KNOWN = 300;

type Options = {
  db: { platform: Pick<PlatformDatabase, "modelRetirements"> };
  clock: Clock;
  log: Log;
};
type Listed = readonly { id: string; shutdownDate: string | null }[];

const ofFile: readonly Retirement[] = shippedRetirements.models.map((each) => ({
  ...each,
  server: shippedRetirements.server,
  saidBy: "file",
  source: shippedRetirements.source,
}));

/**
 * Knows when models end: by an admin's word, else the provider's, else the file that ships with BeSunny. They are read in the background; a
 * change is known five minutes later.
 */
export function createRetirements({ db, clock, log }: Options) {
  const { modelRetirements } = db.platform;
  let known: readonly Retirement[] = ofFile;
  let readAt = Number.NEGATIVE_INFINITY;

  async function read(): Promise<void> {
    const isFirst = readAt === Number.NEGATIVE_INFINITY;
    readAt = clock().getTime();
    if (isFirst) for (const each of ofFile) await modelRetirements.put(each, clock());
    known = await modelRetirements.list();
  }
  const inBackground = (work: Promise<void>) =>
    void work.catch((error: unknown) => log.warn({ error }, "the ends of models are not known"));

  return {
    /** Returns the day (ISO) on which a model ends; null if none is known. */
    endOf(server: string, model: string): string | null {
      if (clock().getTime() - readAt > SECONDS_KNOWN * 1000) inBackground(read());
      const ends = holding(known, [], clock());
      const end = ends.find((each) => each.server === server && isOf(model, each.model));
      return end?.endsOn ?? null;
    },

    /** Keeps the days that the provider's list of models says. */
    noteListed(server: string, models: Listed): void {
      inBackground(
        (async () => {
          for (const { id: model, shutdownDate: endsOn } of models) {
            const key = { server, model, saidBy: "provider" as const };
            if (endsOn === null) await modelRetirements.remove(key);
            else
              await modelRetirements.put(
                { ...key, endsOn, replacement: null, source: "the provider's list of models" },
                clock(),
              );
          }
        })(),
      );
    },
  };
}
