import type { Actor, Person } from "../access/actor";
import { forbidden } from "../errors";

/** Returns the actor as a person. Throws `FORBIDDEN` for other actors, who have no keys. */
export function personOf(actor: Actor): Person {
  return actor.kind === "user" ? actor : forbidden("keys for background functions");
}
