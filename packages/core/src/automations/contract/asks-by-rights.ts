import type { Condition } from "@besunny/rules/conditions";

/** Returns whether the answer to a condition depends on which documents and projects its owner sees. */
export function asksByRights(condition: Condition): boolean {
  const text = JSON.stringify(condition);
  return text.includes(".isNew") || text.includes("hasNewParty") || text.includes("doc.projects");
}
