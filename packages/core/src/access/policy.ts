import { AppError, forbidden, outOfScope, readOnly } from "../errors";
import {
  type Action,
  allowed,
  heldBack,
  type KeyScope,
  keyScopes,
  type Role,
  scopeFor,
} from "./actions";
import type { Actor, Person, Via } from "./actor";
import { jobMay, sourceMay } from "./jobs";

/** The permissions of a platform admin in a workspace: to cancel and reopen the runs of its documents, and to look after its releases. */
const ofPlatformAdmins: readonly Action[] = [
  "document.cancel",
  "document.process",
  "release.read",
  "release.manage",
];

/** Returns whether somebody in this role may do this. */
export function can(role: Role, action: Action): boolean {
  return allowed[role].includes(action);
}

/** Returns the scopes that allow somebody in this role at least one action. */
export function scopesOf(role: Role): KeyScope[] {
  return keyScopes.filter((scope) => allowed[role].some((action) => scopeFor[action] === scope));
}

/** Returns whether the actor may do this: by their role or list of permissions, and by the scopes of the API key they came with. */
export function may(actor: Actor, action: Action): boolean {
  if (actor.kind === "job") return jobMay(actor.name, action);
  if (actor.kind === "source") return sourceMay(action);
  if (actor.kind === "platformAdmin") return ofPlatformAdmins.includes(action);
  if (actor.kind === "link") return action === "document.read";
  return can(actor.role, action) && isInScope(actor.via, action) && !isHeldBack(actor, action);
}

/** Throws `FORBIDDEN` for an actor who may not do this. The error tells a person how to get the permission. */
export function authorize(actor: Actor, action: Action): void {
  if (may(actor, action)) return;
  if (actor.kind === "job")
    throw new AppError("FORBIDDEN", `The job ${actor.name} may not do ${action}`);
  if (actor.kind === "source") throw new AppError("FORBIDDEN", `A source may not do ${action}`);
  if (actor.kind === "user" && can(actor.role, action) && isHeldBack(actor, action)) readOnly();
  if (actor.kind === "user" && can(actor.role, action)) outOfScope(action, scopeFor[action]);
  forbidden(action);
}

/** A workspace whose payments are late for long is read only. Reading, exporting, deleting, leaving and paying go on. */
function isHeldBack({ isReadOnly }: Person, action: Action): boolean {
  return isReadOnly === true && heldBack.includes(action);
}

function isInScope(via: Via, action: Action): boolean {
  return via.kind === "session" || via.scopes.includes(scopeFor[action]);
}

/** Returns the person whose roles in projects count. Null for owners, admins and jobs, who lead every project. Null also for links and
 * sources, which lead none. */
export function personWithProjects(actor: Actor): Person | null {
  if (actor.kind !== "user" || actor.role === "owner" || actor.role === "admin") return null;
  return actor;
}

/**
 * Returns the principals of the actor. A document is visible when they overlap its `access`. `all` is on every document that is not private, and
 * `jobs` on those that are: background jobs process what no admin sees.
 */
export function principals(actor: Actor): string[] {
  if (actor.kind === "link") return [actor.id];
  if (actor.kind === "source") return ["ws", actor.ownerId, ...(actor.sees ?? [])];
  if (actor.kind === "job") return ["all", "jobs"];
  if (actor.kind === "platformAdmin") return ["all"];
  const { id, role, projects, groups = [] } = actor;
  const isAdmin = role === "owner" || role === "admin";
  const own = ["ws", id, ...projects.map((project) => project.id), ...groups];
  return isAdmin ? ["all", ...own] : own;
}
