import { AppError, forbidden, outOfScope } from "../errors";
import { type Action, allowed, type KeyScope, keyScopes, type Role, scopeFor } from "./actions";
import type { Actor, Person, Via } from "./actor";
import { jobMay } from "./jobs";

/** What an admin of the platform may do in a workspace: stop and reopen the runs of its documents. */
const ofPlatformAdmins: readonly Action[] = ["document.cancel", "document.process"];

/** Returns whether somebody in this role may do this. */
export function can(role: Role, action: Action): boolean {
  return allowed[role].includes(action);
}

/** The scopes with which a key of somebody in this role could do anything. */
export function scopesOf(role: Role): KeyScope[] {
  return keyScopes.filter((scope) => allowed[role].some((action) => scopeFor[action] === scope));
}

/** Whether the actor's role allows it, and the key's scopes where they came with one. */
export function may(actor: Actor, action: Action): boolean {
  if (actor.kind === "job") return jobMay(actor.name, action);
  if (actor.kind === "platformAdmin") return ofPlatformAdmins.includes(action);
  return can(actor.role, action) && isInScope(actor.via, action);
}

/** Throws `FORBIDDEN` for an actor who may not do this, with what would let them. */
export function authorize(actor: Actor, action: Action): void {
  if (may(actor, action)) return;
  if (actor.kind === "job")
    throw new AppError("FORBIDDEN", `The job ${actor.name} may not do ${action}`);
  if (actor.kind === "user" && can(actor.role, action)) outOfScope(action, scopeFor[action]);
  forbidden(action);
}

function isInScope(via: Via, action: Action): boolean {
  return via.kind === "session" || via.scopes.includes(scopeFor[action]);
}

/** Returns the person whose roles in projects count; null for owners, admins and jobs, who lead every project. */
export function personWithProjects(actor: Actor): Person | null {
  if (actor.kind !== "user" || actor.role === "owner" || actor.role === "admin") return null;
  return actor;
}

/** Returns the principals of the actor. A document is visible when they overlap its `access`. */
export function principals(actor: Actor): string[] {
  const person = personWithProjects(actor);
  return person ? ["ws", person.id, ...person.projects.map(({ id }) => id)] : ["all"];
}
