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
  via: Via;
};

/**
 * The one who acts in a workspace: a person, a background job by its name, or a platform admin who acts on runs. Sources, automations, MCP
 * clients and links will get their own kinds here.
 */
export type Actor = Person | { kind: "job"; name: JobName } | { kind: "platformAdmin"; id: string };

/** Returns the id under which the actor is recorded: the id of a person or admin, or the name of a job. */
export function actorIdOf(actor: { kind: "job"; name: string } | { id: string }): string {
  return "id" in actor ? actor.id : actor.name;
}
