import type { ConnectionViewer } from "@besunny/db/sources/connections";

import type { Actor } from "../../access/actor";
import { may } from "../../access/policy";

/**
 * Returns whose connections and sources the actor sees: a person sees their own, and who may manage those of the organisation sees these too.
 * Jobs and sources see all. Nobody sees the private account of another person.
 */
export function viewerOf(actor: Actor): ConnectionViewer {
  if (actor.kind !== "user") return null;
  return { userId: actor.id, seesShared: may(actor, "source.manageAll") };
}
