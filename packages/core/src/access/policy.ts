import { forbidden, outOfScope } from "../errors";

export const roles = ["owner", "admin", "member", "viewer"] as const;
export type Role = (typeof roles)[number];

export const projectRoles = ["lead", "contributor", "reader"] as const;
export type ProjectRole = (typeof projectRoles)[number];

/** A project that somebody is a member of, and as what. */
export type ProjectMembership = { id: string; role: ProjectRole };

/** What an API key may be made for. */
export const keyScopes = ["read", "write", "delete", "members", "keys"] as const;
export type KeyScope = (typeof keyScopes)[number];

/** How a person is here: signed in, or through one of their API keys, which may do no more than its scopes. */
export type Via =
  | { kind: "session"; id: string }
  | { kind: "apiKey"; id: string; scopes: readonly KeyScope[] };

export type Actor =
  | {
      kind: "user";
      id: string;
      name: string;
      role: Role;
      projects: readonly ProjectMembership[];
      via: Via;
    }
  | { kind: "system"; job: string };

const see = [
  "document.read",
  "document.search",
  "document.ask",
  "batch.read",
  "project.read",
  "member.read",
  "workspace.read",
  "apiKey.manage",
] as const;

const contribute = [
  "document.upload",
  "document.rename",
  "document.correct",
  "document.trash",
  "document.retry",
  "document.cancel",
  "document.file",
  "document.publish",
  "batch.create",
  "batch.manage",
  "project.create",
  "project.update",
  "apiKey.create",
] as const;

const manage = [
  "document.delete",
  "project.archive",
  "member.invite",
  "member.manage",
  "workspace.update",
  "apiKey.manageAll",
] as const;

const own = ["member.manageOwners"] as const;

const work = ["document.process"] as const;

export type Action =
  | (typeof see)[number]
  | (typeof contribute)[number]
  | (typeof manage)[number]
  | (typeof own)[number]
  | (typeof work)[number];

/** Viewers may see, members may add and correct, admins may manage, owners may do all. */
export const allowed: Record<Role, readonly Action[]> = {
  viewer: see,
  member: [...see, ...contribute],
  admin: [...see, ...contribute, ...manage],
  owner: [...see, ...contribute, ...manage, ...own],
};

/** Every action that a person may have; `document.process` is for background functions alone. */
export const actions: readonly Action[] = [...see, ...contribute, ...manage, ...own];

/** The one scope that a key needs for an action. */
export const scopeFor: Record<Action, KeyScope> = {
  "document.read": "read",
  "document.search": "read",
  "document.ask": "read",
  "batch.read": "read",
  "project.read": "read",
  "member.read": "read",
  "workspace.read": "read",
  "document.upload": "write",
  "document.rename": "write",
  "document.correct": "write",
  "document.trash": "write",
  "document.retry": "write",
  "document.cancel": "write",
  "document.file": "write",
  "document.publish": "write",
  "document.process": "write",
  "batch.create": "write",
  "batch.manage": "write",
  "project.create": "write",
  "project.update": "write",
  "project.archive": "write",
  "document.delete": "delete",
  "member.invite": "members",
  "member.manage": "members",
  "member.manageOwners": "members",
  "workspace.update": "members",
  "apiKey.manage": "keys",
  "apiKey.create": "keys",
  "apiKey.manageAll": "keys",
};

export function can(role: Role, action: Action): boolean {
  return allowed[role].includes(action);
}

/** The scopes with which a key of somebody in this role could do anything. */
export function scopesOf(role: Role): KeyScope[] {
  return keyScopes.filter((scope) => allowed[role].some((action) => scopeFor[action] === scope));
}

/** Whether the actor's role allows it, and the key's scopes where they came with one. */
export function may(actor: Actor, action: Action): boolean {
  return actor.kind === "system" || (can(actor.role, action) && isInScope(actor.via, action));
}

export function authorize(actor: Actor, action: Action): void {
  if (may(actor, action) || actor.kind === "system") return;
  if (can(actor.role, action)) outOfScope(action, scopeFor[action]);
  forbidden(action);
}

function isInScope(via: Via, action: Action): boolean {
  return via.kind === "session" || via.scopes.includes(scopeFor[action]);
}

const change = [
  "document.upload",
  "document.rename",
  "document.correct",
  "document.trash",
  "document.retry",
  "document.cancel",
  "document.file",
] as const;

/** What a member of the workspace may do with the documents of a project, by their role in it. */
export const allowedInProject: Record<ProjectRole, readonly Action[]> = {
  reader: see,
  contributor: [...see, ...change],
  lead: [...see, ...change, "document.publish", "project.update"],
};

/** Every action for which the role in a project counts, beside the role in the workspace. */
export const projectActions: readonly Action[] = [
  "document.read",
  ...change,
  "document.publish",
  "project.update",
];

/** Whom the actor stands for. A document is visible when this overlaps its `access`. */
export function principals(actor: Actor): string[] {
  if (actor.kind === "system" || actor.role === "owner" || actor.role === "admin") return ["all"];
  return ["ws", actor.id, ...actor.projects.map(({ id }) => id)];
}
