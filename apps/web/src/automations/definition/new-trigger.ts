import type { Trigger, TriggerKind } from "@besunny/rules/definition";

/** Returns a trigger of a kind as it is before anybody has filled it in. */
export function newTrigger(kind: TriggerKind, timeZone: string): Trigger {
  switch (kind) {
    case "fact.date":
      return { kind, field: "facts.due_date.date", days: -14 };
    case "clock":
      return { kind, cron: "0 8 * * 1", timeZone };
    default:
      return { kind };
  }
}
