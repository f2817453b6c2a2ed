import type { Actor } from "../access/actor";
import { personWithProjects } from "../access/policy";
import { forbidden } from "../errors";

/** Owners, admins and a project's leads may change it; its documents are everybody's. */
export function mustLead(actor: Actor, members: readonly { userId: string; role: string }[]): void {
  const person = personWithProjects(actor);
  if (!person) return;
  const isLead = members.some(({ userId, role }) => userId === person.id && role === "lead");
  if (!isLead) forbidden("changing a project that you do not lead");
}
