import type { FlagName } from "../../flags";
import type { PlatformCommandTools } from "../../operation/platform";
import { type Decision, decisionOf, subjectOf } from "./contract";

/** Stores a decision about a flag for everybody, and notes what changed. */
export async function decide(
  { flags, clock, changed }: Pick<PlatformCommandTools, "flags" | "clock" | "changed">,
  key: FlagName,
  change: Partial<Decision>,
): Promise<void> {
  const before = decisionOf(key, await flags.list());
  const after = { ...before, ...change };
  await flags.save({ key, ...after, changedAt: clock() });
  changed({ subject: subjectOf(key), before, after });
}
