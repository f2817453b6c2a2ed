import { forbidden } from "../errors";
import type { Actor, Person } from "./actor";

/** Returns the actor as a person. Throws `FORBIDDEN` for other actors, to whom nothing can belong. */
export function personOf(actor: Actor): Person {
  return actor.kind === "user" ? actor : forbidden("things of their own to background functions");
}
