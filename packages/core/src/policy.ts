import { forbidden } from "./errors";

export const roles = ["owner", "admin", "member", "viewer"] as const;
export type Role = (typeof roles)[number];

export const projectRoles = ["lead", "contributor", "reader"] as const;
export type ProjectRole = (typeof projectRoles)[number];

/** A project that somebody is a member of, and as what. */
export type ProjectMembership = { id: string; role: ProjectRole };

export type Actor =
  | {
      kind: "user";
      id: string;
      name: string;
      role: Role;
      projects: readonly ProjectMembership[];
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
  "apiKey.manage",
] as const;

const manage = [
  "document.delete",
  "project.archive",
  "member.invite",
  "member.manage",
  "workspace.update",
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

export function can(role: Role, action: Action): boolean {
  return allowed[role].includes(action);
}

export function authorize(actor: Actor, action: Action): void {
  if (actor.kind === "user" && !can(actor.role, action)) forbidden(action);
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
