import { Cron } from "croner";

/** The next moment of a cron of five fields or a descriptor such as @daily, with an optional `TZ=Zone ` before it. */
export function nextFire(cron: string, after = new Date()): Date {
  const [, timezone, pattern = cron] = /^(?:CRON_)?TZ=(\S+)\s+(.+)$/.exec(cron.trim()) ?? [];
  const fields = pattern.trim().split(/\s+/);
  if (!pattern.trim().startsWith("@") && fields.length !== 5) {
    throw new Error(`the cron "${cron}" has ${fields.length} fields; Inngest takes five`);
  }
  const next = new Cron(pattern.trim(), { timezone: timezone ?? "UTC", paused: true }).nextRun(
    after,
  );
  if (!next) throw new Error(`the cron "${cron}" never fires`);
  return next;
}
