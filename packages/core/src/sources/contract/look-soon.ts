import type { StoredSource } from "@besunny/db/sources/sources";

import { sourceLookAsked } from "../../events";
import type { LookTools } from "./tools";

/** Lets a source be looked at now, if nobody looks at it. */
export async function lookSoon(tools: LookTools, source: StoredSource): Promise<void> {
  const { sources, workspaceId, clock, emit } = tools;
  const now = clock();
  const isLooking = source.claimedUntil !== null && source.claimedUntil > now;
  await sources.change(source.id, {
    dueAt: now,
    ...(!isLooking && { claimedUntil: new Date(now.getTime() + 60_000) }),
  });
  const { id: sourceId, connection } = source;
  if (!isLooking) emit(sourceLookAsked.of({ workspaceId, sourceId, ownerId: connection.ownerId }));
}

/** Lets a source be compared: everything there is listed again. */
export async function compareSoon(tools: LookTools, source: StoredSource): Promise<void> {
  const { sources, sourceLooks, clock } = tools;
  if (source.lookId) await sourceLooks.end(source.lookId, { outcome: "stopped", at: clock() });
  await sources.change(source.id, {
    state: "listing",
    phase: "idle",
    checkpoint: null,
    cursor: null,
    isCaughtUp: false,
    lookId: null,
    answer: null,
    stateReason: null,
    claimedUntil: null,
  });
  await lookSoon(tools, { ...source, claimedUntil: null });
}
