import { forbidden } from "./errors";

export const roles = ["owner", "admin", "member", "viewer"] as const;
export type Role = (typeof roles)[number];

export type Actor =
  | { kind: "user"; id: string; name: string; role: Role; projectIds: readonly string[] }
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

/** Whom the actor stands for. A document is visible when this overlaps its `access`. */
export function principals(actor: Actor): string[] {
  if (actor.kind === "system" || actor.role === "owner" || actor.role === "admin") return ["all"];
  return ["ws", actor.id, ...actor.projectIds];
}
