import { listeningKinds } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { platformCommand } from "../../operation/platform";
import { count } from "../../shapes";

/** A worker that has not renewed its claims for so long is taken for dead, and others listen instead. */
const LEASE_MS = 60_000;
/** Connections that are held open for one account: mail servers allow some ten. */
const MOST_OF_ACCOUNT = 3;

const Listen = z.object({ workspaceId: z.string(), sourceId: z.string(), ownerId: z.string() });

/**
 * Renews the claims of a worker on sources that it listens at, and claims others, as many as it has room for. Returns the ids of the claims that go on: a
 * source that was removed, paused or taken by another worker is not among them.
 */
export const claimListens = platformCommand("sources.claim-listens", {
  title: "Claim sources to listen at",
  permission: "source.look",
  input: z.object({ held: z.array(z.string()).max(1000), room: count }),
  output: z.object({ kept: z.array(z.string()), claimed: z.array(Listen) }),
  doors: [],
  audit: { notAudited: "It happens every few seconds; the looks are the record." },

  async handle({ listenedSources, clock }, { held, room }) {
    const now = clock();
    const until = new Date(now.getTime() + LEASE_MS);
    const kept = await listenedSources.renew(held, { now, until });
    const claimed = await listenedSources.claim({
      ...{ now, until, limit: room },
      kinds: listeningKinds,
      mostOfAccount: MOST_OF_ACCOUNT,
    });
    return { kept, claimed };
  },
});
