import type { Actor } from "../access/policy";
import { forbidden } from "../errors";

/** Owners, admins and a project's leads may change it; its documents are everybody's. */
export function mustLead(actor: Actor, members: readonly { userId: string; role: string }[]): void {
  if (actor.kind === "system" || actor.role === "owner" || actor.role === "admin") return;
  const isLead = members.some(({ userId, role }) => userId === actor.id && role === "lead");
  if (!isLead) forbidden("changing a project that you do not lead");
}
