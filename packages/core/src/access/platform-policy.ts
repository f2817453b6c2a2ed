import { AppError } from "../errors";
import { type JobName, platformJobs } from "./jobs";

const manage = [
  "platform.read",
  "run.manage",
  "bulkAction.manage",
  "schedule.manage",
  "audit.readPlatform",
] as const;

const work = ["liveWork.read", "schedule.work", "bulkAction.work", "outbox.relay"] as const;

/** What can be done across workspaces: by platform admins, and by background jobs. */
export type PlatformAction = (typeof manage)[number] | (typeof work)[number];

/** Every action of a platform admin. */
export const platformActions: readonly PlatformAction[] = manage;

export type PlatformActor = { kind: "platformAdmin"; id: string } | { kind: "job"; name: JobName };

/** Returns whether the actor may do this across workspaces. */
export function mayAcross(actor: PlatformActor, action: PlatformAction): boolean {
  const permitted: readonly PlatformAction[] =
    actor.kind === "platformAdmin" ? manage : (platformJobs[actor.name] ?? []);
  return permitted.includes(action);
}

/** Throws `FORBIDDEN` for whoever may not do this across workspaces. */
export function authorizeAcross(actor: PlatformActor, action: PlatformAction): void {
  if (mayAcross(actor, action)) return;
  const who = actor.kind === "job" ? `The job ${actor.name}` : "A platform admin";
  throw new AppError("FORBIDDEN", `${who} may not do ${action}`);
}
