import type { Actor } from "../access/actor";
import { may } from "../access/policy";
import { forbidden } from "../errors";

/** Throws `FORBIDDEN` for an actor who may not make or unmake owners. */
export function mustManageOwners(actor: Actor): void {
  if (!may(actor, "member.manageOwners")) forbidden("changing who owns the workspace");
}
