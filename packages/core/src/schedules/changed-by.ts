import type { PlatformActor } from "../access/platform-policy";

/** Returns the columns that say who changed a schedule, and when. */
export function changedBy(actor: PlatformActor, now: Date) {
  return { changedAt: now, ...(actor.kind === "platformAdmin" && { changedById: actor.id }) };
}
