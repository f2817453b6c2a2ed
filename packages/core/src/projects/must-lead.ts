import type { Actor } from "../access/actor";
import { personWithProjects } from "../access/policy";
import { forbidden } from "../errors";

/** Throws `FORBIDDEN` unless the actor may change the project: owners, admins and its leads. Its documents have other rules. */
export function mustLead(actor: Actor, members: readonly { userId: string; role: string }[]): void {
  const person = personWithProjects(actor);
  if (!person) return;
  const isLead = members.some(({ userId, role }) => userId === person.id && role === "lead");
  if (!isLead) forbidden("changing a project that you do not lead");
}
