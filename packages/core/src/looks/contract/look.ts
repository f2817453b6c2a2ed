import type { StoredLook } from "@besunny/db/trust/looks";
import { z } from "zod";
import { count, idIn, instant } from "../../shapes";
import { lookStates } from "./look-words";

/** A look of a platform admin into a workspace. */
export const Look = z.object({
  id: idIn("wlk"),
  adminId: z.string(),
  adminName: z.string().nullable(),
  reason: z.string(),
  minutes: count,
  isUrgent: z.boolean(),
  state: z.enum(lookStates),
  askedAt: instant,
  endsAt: instant.nullable(),
});
export type Look = z.output<typeof Look>;

/** Returns the state of a look at a moment. One that nobody answered within a day is over. */
export function stateOf(
  { beganAt, endsAt, closedAt, askedAt }: StoredLook,
  now: Date,
): Look["state"] {
  if (closedAt) return beganAt ? "ended" : "refused";
  if (!beganAt) return now.getTime() - askedAt.getTime() > DAY_MS ? "ended" : "waiting";
  return endsAt && endsAt > now ? "open" : "ended";
}
const DAY_MS = 86_400_000;

/** Returns a stored look as people see it. */
export function lookOf(look: StoredLook, names: ReadonlyMap<string, string>, now: Date): Look {
  const { id, adminId, reason, minutes, isUrgent, askedAt, endsAt } = look;
  const adminName = names.get(adminId) ?? null;
  return {
    id,
    adminId,
    adminName,
    reason,
    minutes,
    isUrgent,
    askedAt,
    endsAt,
    state: stateOf(look, now),
  };
}
