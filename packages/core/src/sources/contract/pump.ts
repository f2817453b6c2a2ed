import type { StoredSource } from "@besunny/db/sources/sources";

import { sourceFetchAsked } from "../../events";
import type { LookTools } from "./tools";

/** A pump that has not said anything for so long is taken for dead, and another one begins. */
export const PUMP_LEASE_MS = 5 * 60_000;

/** Lets items be fetched, if none are being fetched from this source. */
export async function startPump(tools: LookTools, source: StoredSource): Promise<void> {
  const { sources, workspaceId, clock, emit } = tools;
  const now = clock();
  if (source.pumpUntil && source.pumpUntil > now) return;
  const { id: sourceId, connectionId, connection } = source;
  await sources.change(sourceId, { pumpUntil: new Date(now.getTime() + PUMP_LEASE_MS) });
  emit(sourceFetchAsked.of({ workspaceId, sourceId, connectionId, ownerId: connection.ownerId }));
}
