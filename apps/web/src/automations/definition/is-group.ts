import type { ConditionGroup, ConditionRow } from "@besunny/rules/conditions";

/** Tells a group from a row. The schema beside the types does so too, but it brings zod along. */
export function isGroup(of: ConditionRow | ConditionGroup): of is ConditionGroup {
  return "of" in of;
}
