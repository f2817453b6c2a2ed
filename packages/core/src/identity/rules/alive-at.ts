import type { IdentityContext } from "../../context";

const DAY_MS = 86_400_000;

/** Returns the two times that decide whether a session is alive: the time now, and the time since which it must have been used. */
export function aliveAt({ clock, rules }: Pick<IdentityContext, "clock" | "rules">) {
  const now = clock();
  return { now, idleSince: new Date(now.getTime() - rules.sessionIdleDays * DAY_MS) };
}
