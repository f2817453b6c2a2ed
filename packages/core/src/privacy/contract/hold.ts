import { z } from "zod";
import { entityId, projectId } from "../../ids";
import { count, idIn, instant } from "../../shapes";

export const holdKinds = ["project", "person", "query"] as const;
export const holdStates = ["inForce", "ranOut", "released"] as const;

/** A project, a member, somebody whom documents name, or all documents that match a query. */
export const HoldOn = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("project"), projectId }),
  z.object({ kind: z.literal("member"), userId: z.string().regex(/^usr_\w{1,56}$/) }),
  z.object({ kind: z.literal("entity"), entityId }),
  z.object({ kind: z.literal("query"), query: z.string().trim().min(1).max(1000) }),
]);
export type HoldOn = z.output<typeof HoldOn>;

export const holdReason = z.string().trim().min(3).max(1000);

/** A hold as owners and admins see it. `about` names the project or the person, or is the query. */
export const HoldSummary = z.object({
  id: idIn("hld"),
  name: z.string(),
  kind: z.enum(holdKinds),
  about: z.string(),
  reason: z.string(),
  state: z.enum(holdStates),
  until: instant.nullable(),
  documents: count,
  createdAt: instant,
  releasedAt: instant.nullable(),
  releaseReason: z.string().nullable(),
});
export type HoldSummary = z.output<typeof HoldSummary>;

/** Returns whether a hold is in force at a moment. */
export function holdStateAt(
  now: Date,
  { releasedAt, until }: { releasedAt: Date | null; until: Date | null },
): (typeof holdStates)[number] {
  if (releasedAt) return "released";
  return until && until <= now ? "ranOut" : "inForce";
}
