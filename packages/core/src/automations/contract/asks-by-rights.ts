import type { Condition } from "@besunny/rules/conditions";

const known = new WeakMap<Condition, boolean>();

/** Returns whether the answer to a condition depends on which documents and projects its owner sees. */
export function asksByRights(condition: Condition): boolean {
  const found = known.get(condition);
  if (found !== undefined) return found;
  const text = JSON.stringify(condition);
  const asks = [".isNew", "hasNewParty", "doc.projects"].some((each) => text.includes(each));
  known.set(condition, asks);
  return asks;
}
