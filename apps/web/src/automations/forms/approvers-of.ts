import type { Approver } from "@besunny/rules/definition";

/** Returns the people that an input names; what is none is left out. */
export function approversOf(value: unknown): Approver[] {
  return Array.isArray(value) ? value.flatMap((each) => approverOf(each) ?? []) : [];
}

function approverOf(given: unknown): Approver | null {
  const of: Record<string, unknown> = Object(given);
  const { kind, userId, role, projectId } = of;
  if (kind === "person" && typeof userId === "string") return { kind, userId };
  if (kind === "role" && (role === "owner" || role === "admin" || role === "member"))
    return { kind, role };
  if (kind !== "leads") return null;
  return typeof projectId === "string" ? { kind, projectId } : { kind };
}
