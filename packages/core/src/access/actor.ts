import type { KeyScope, ProjectRole, Role } from "./actions";
import type { JobName } from "./jobs";

/** A project that a person is a member of, and their role in it. */
export type ProjectMembership = { id: string; role: ProjectRole };

/** A person's way in: a session, or one of their API keys, which may do no more than its scopes. */
export type Via =
  | { kind: "session"; id: string }
  | { kind: "apiKey"; id: string; scopes: readonly KeyScope[] };

/** A person of the workspace. */
export type Person = {
  kind: "user";
  id: string;
  name: string;
  role: Role;
  projects: readonly ProjectMembership[];
  /** The ids of the groups that they are a member of. */
  groups?: readonly string[];
  via: Via;
  /** The payments of the workspace are late for long, or it has ended: it is read, exported and paid for. */
  isReadOnly?: boolean;
};

/** A person who has the link to a document. They are not signed in, and see this document alone. */
export type LinkHolder = { kind: "link"; id: string; documentId: string; mayDownload: boolean };

/** A source that is kept the same here. It works for its owner, and sees no more than they do: `sees` names their projects and groups. */
export type SourceActor = {
  kind: "source";
  id: string;
  ownerId: string;
  sees?: readonly string[];
};

/**
 * The one who acts in a workspace: a person, a source, a background job by its name, a platform admin, or a link's holder.
 * Automations and MCP clients will get their own kinds here.
 */
export type Actor =
  | Person
  | LinkHolder
  | SourceActor
  | { kind: "job"; name: JobName }
  | { kind: "platformAdmin"; id: string; sessionId?: string };

/** Returns the id under which the actor is recorded: the id of a person or admin, or the name of a job. */
export function actorIdOf(actor: { kind: "job"; name: string } | { id: string }): string {
  return "id" in actor ? actor.id : actor.name;
}
