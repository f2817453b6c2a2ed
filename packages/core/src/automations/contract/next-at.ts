import type { Trigger } from "@besunny/rules/definition";
import type { Problem } from "@besunny/rules/problem";

import { nextTime, timing } from "../../timing";

const LOOK_EVERY_MS = 15 * 60_000;

/** Returns the next moment at which a trigger is looked at; null for one that events begin. A clock may come to its end. */
export function nextAtOf(trigger: Trigger, now: Date, isFirst = false): Date | null {
  switch (trigger.kind) {
    case "clock":
      try {
        return nextTime(trigger, now);
      } catch {
        return null;
      }
    case "fact.date":
    case "action.overdue":
      return isFirst ? now : new Date(now.getTime() + LOOK_EVERY_MS);
    default:
      return null;
  }
}

/** Returns what is wrong with the times of a trigger. */
export function problemsOfTimes(trigger: Trigger): Problem[] {
  if (trigger.kind !== "clock") return [];
  const { cron, timeZone } = trigger;
  const { error } = timing.safeParse({ cron, timeZone });
  return (error?.issues ?? []).map(({ message, path }) => ({
    code: "input",
    message,
    path: ["trigger", ...path.map(String)],
  }));
}
