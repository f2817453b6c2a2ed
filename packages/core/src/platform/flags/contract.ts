import type { StoredFlag } from "@besunny/db/platform/flags";
import { z } from "zod";

import { type FlagName, flagNames, flags } from "../../flags";
import { count, idIn, instant } from "../../shapes";

export const ofFlag = z.object({ key: z.enum(flagNames) });

/** A flag with its declaration and the decisions about it. `changedAt` is null while its default holds. */
export const FlagSummary = z.object({
  key: z.enum(flagNames),
  title: z.string(),
  description: z.string(),
  owner: z.string(),
  expiresOn: z.string().nullable(),
  isExpired: z.boolean(),
  isOnByDefault: z.boolean(),
  isKilled: z.boolean(),
  isOn: z.boolean(),
  percentage: count,
  changedAt: instant.nullable(),
  workspaces: z.array(z.object({ workspaceId: idIn("ws"), isOn: z.boolean() })),
});
export type FlagSummary = z.infer<typeof FlagSummary>;

/** The decision about a flag for everybody. */
export type Decision = Pick<FlagSummary, "isKilled" | "isOn" | "percentage">;

/** Returns the decision that holds: the stored one, or the flag's default. */
export function decisionOf(key: FlagName, stored: readonly StoredFlag[]): Decision {
  const found = stored.find((each) => each.key === key);
  if (!found) return { isKilled: false, isOn: flags[key].isOnByDefault, percentage: 100 };
  const { isKilled, isOn, percentage } = found;
  return { isKilled, isOn, percentage };
}

/** Returns the subject of audit rows about a flag. */
export function subjectOf(key: FlagName): string {
  return `flag:${key}`;
}
