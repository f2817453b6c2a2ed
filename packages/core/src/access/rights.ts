import { AppError, forbidden } from "../errors";
import { type Action, allowedInProject, type ProjectRole } from "./actions";
import type { Actor, Person } from "./actor";
import { personWithProjects } from "./policy";

type Filed = {
  filedIn: readonly { id: string; isRestricted: boolean }[];
  /** Set for a private document: its owner is who uploaded it. */
  visibility?: string | null;
  uploadedById?: string | null;
};

/** The actions that show a document to more people. Only its owner may do them to a private document. */
const widening: readonly Action[] = ["document.file", "document.share", "document.publish"];

/**
 * Returns the role in which the actor acts on a document: the strongest of their roles in its projects. Owners, admins and background
 * functions are leads everywhere, viewers are readers. A member without a role of their own is a contributor in open projects and for
 * documents in no project. The owner of a private document leads it. Others who see a private mail may read it.
 */
export function roleFor(actor: Actor, document: Filed): ProjectRole {
  const { filedIn, visibility = null } = document;
  if (actor.kind === "link" || actor.kind === "source") return "reader";
  if (visibility !== null && isOwnerOf(actor, document))
    return actor.role === "viewer" ? "reader" : "lead";
  if (visibility === "owner" && actor.kind === "user") return "reader";
  const person = personWithProjects(actor);
  if (!person) return "lead";
  if (person.role === "viewer") return "reader";
  if (filedIn.length === 0) return "contributor";
  const held = filedIn.map((project) => roleIn(person.projects, project));
  return held.includes("lead") ? "lead" : held.includes("contributor") ? "contributor" : "reader";
}

/** Returns whether the actor's roles in the document's projects allow this action. */
export function mayDo(actor: Actor, action: Action, document: Filed): boolean {
  const isKept = (document.visibility ?? null) !== null && actor.kind === "user";
  if (isKept && widening.includes(action) && !isOwnerOf(actor, document)) return false;
  return allowedInProject[roleFor(actor, document)].includes(action);
}

/** Throws `FORBIDDEN` if the actor is only a reader of one of the documents, so that the command changes all documents or none. */
export function mustBeAllowed(
  actor: Actor,
  action: Action,
  documents: readonly (Filed & { title: string })[],
): void {
  const refused = documents.find((document) => !mayDo(actor, action, document));
  if (!refused) return;
  if ((refused.visibility ?? null) !== null)
    throw new AppError("FORBIDDEN", `“${refused.title}” is private: you may only read it`, {
      hint: "Ask the person whose account it came from.",
    });
  throw new AppError("FORBIDDEN", `In the project of “${refused.title}” you may only read`, {
    hint: "Ask a lead of the project to make you a contributor, or leave the document out.",
  });
}

/** Returns whether the actor leads every restricted project that hides a document from the rest of the workspace. */
export function mayPublish(actor: Actor, { filedIn }: Filed): boolean {
  return filedIn
    .filter(({ isRestricted }) => isRestricted)
    .every((project) => mayDo(actor, "document.publish", { filedIn: [project] }));
}

/**
 * Returns the projects in which the actor may change documents (`in`) or only read them (`notIn`); null if the actor may change all
 * documents.
 */
export function changeableIn(actor: Actor): { in: string[]; notIn: string[] } | null {
  const person = personWithProjects(actor);
  if (!person) return null;
  const idsOf = (isReader: boolean) =>
    person.projects.filter(({ role }) => (role === "reader") === isReader).map(({ id }) => id);
  return { in: idsOf(false), notIn: idsOf(true) };
}

/** Throws `FORBIDDEN` if the actor is only a reader of the project, and so may not add documents to it or remove them. */
export function mustContribute(
  actor: Actor,
  project: { id: string; name: string; isRestricted: boolean },
): void {
  if (!mayDo(actor, "document.file", { filedIn: [project] }))
    forbidden(`filing documents in ${project.name}: you are a reader there`);
}

function isOwnerOf(actor: Actor, { uploadedById }: Filed): actor is Person {
  return actor.kind === "user" && actor.id === uploadedById;
}

function roleIn(
  memberships: readonly { id: string; role: ProjectRole }[],
  { id, isRestricted }: { id: string; isRestricted: boolean },
): ProjectRole {
  const own = memberships.find((membership) => membership.id === id)?.role;
  return own ?? (isRestricted ? "reader" : "contributor");
}
