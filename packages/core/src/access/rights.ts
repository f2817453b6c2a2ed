import { AppError, forbidden } from "../errors";
import { type Action, allowedInProject, type ProjectRole } from "./actions";
import type { Actor } from "./actor";
import { personWithProjects } from "./policy";

type Filed = { filedIn: readonly { id: string; isRestricted: boolean }[] };

/**
 * As what somebody acts on a document: the strongest of their roles in its projects. Owners, admins and background functions lead everywhere, viewers
 * read. In an open project a member of the workspace without a role of their own contributes, as they do to what is in no project.
 */
export function roleFor(actor: Actor, { filedIn }: Filed): ProjectRole {
  const person = personWithProjects(actor);
  if (!person) return "lead";
  if (person.role === "viewer") return "reader";
  if (filedIn.length === 0) return "contributor";
  const held = filedIn.map((project) => roleIn(person.projects, project));
  return held.includes("lead") ? "lead" : held.includes("contributor") ? "contributor" : "reader";
}

/** Whether somebody's roles in its projects let them do this to a document. */
export function mayDo(actor: Actor, action: Action, document: Filed): boolean {
  return allowedInProject[roleFor(actor, document)].includes(action);
}

/** Refuses what a reader of a document's projects would change; all of it or nothing. */
export function mustBeAllowed(
  actor: Actor,
  action: Action,
  documents: readonly (Filed & { title: string })[],
): void {
  const refused = documents.find((document) => !mayDo(actor, action, document));
  if (!refused) return;
  throw new AppError("FORBIDDEN", `In the project of “${refused.title}” you may only read`, {
    hint: "Ask a lead of the project to make you a contributor, or leave the document out.",
  });
}

/** Whether somebody leads every restricted project that keeps a document from the rest of the workspace. */
export function mayPublish(actor: Actor, { filedIn }: Filed): boolean {
  return filedIn
    .filter(({ isRestricted }) => isRestricted)
    .every((project) => mayDo(actor, "document.publish", { filedIn: [project] }));
}

/** Where somebody may change documents, for a filter that leaves out what they may only read; null where that is everywhere. */
export function changeableIn(actor: Actor): { in: string[]; notIn: string[] } | null {
  const person = personWithProjects(actor);
  if (!person) return null;
  const idsOf = (isReader: boolean) =>
    person.projects.filter(({ role }) => (role === "reader") === isReader).map(({ id }) => id);
  return { in: idsOf(false), notIn: idsOf(true) };
}

/** Refuses to file into a project, or to take out of it, what one may only read there. */
export function mustContribute(
  actor: Actor,
  project: { id: string; name: string; isRestricted: boolean },
): void {
  if (!mayDo(actor, "document.file", { filedIn: [project] }))
    forbidden(`filing documents in ${project.name}: you are a reader there`);
}

function roleIn(
  memberships: readonly { id: string; role: ProjectRole }[],
  { id, isRestricted }: { id: string; isRestricted: boolean },
): ProjectRole {
  const own = memberships.find((membership) => membership.id === id)?.role;
  return own ?? (isRestricted ? "reader" : "contributor");
}
