import { z } from "zod";

import { sourceFetchAsked, sourceLookAsked, sourceWatchAsked } from "../../events";
import { platformCommand } from "../../operation/platform";
import { count } from "../../shapes";

/** Sources that one call begins to look at. More of them wait for the next call, some seconds later. */
const AT_ONCE = 10;
/** A claim that nobody took up is claimed again after this time. */
const LEASE_MS = 5 * 60_000;

/**
 * Claims sources that are due, those of which items wait to be fetched, and channels that end soon, and asks jobs for the work. Each is claimed once, also
 * if several workers call it at the same moment.
 */
export const claimDue = platformCommand("sources.claim-due", {
  title: "Claim sources that are due",
  permission: "source.look",
  input: z.object({}),
  output: z.object({ looks: count, pumps: count, watches: count }),
  doors: [],
  audit: { notAudited: "It happens every few seconds; the looks are the record." },

  async handle({ dueSources, events, clock }) {
    const now = clock();
    const until = new Date(now.getTime() + LEASE_MS);
    const looks = await dueSources.claimLooks({ now, until, limit: AT_ONCE });
    for (const { connectionId: _, ...source } of looks)
      await events.add(sourceLookAsked.of(source));
    const pumps = await dueSources.claimPumps({ now, until, limit: AT_ONCE });
    for (const source of pumps) await events.add(sourceFetchAsked.of(source));
    const watches = await dueSources.claimWatches({ now, limit: AT_ONCE });
    for (const { connectionId: _, ...source } of watches)
      await events.add(sourceWatchAsked.of(source));
    return { looks: looks.length, pumps: pumps.length, watches: watches.length };
  },
});
