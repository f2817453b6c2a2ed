import { AppError } from "../errors";
import { type JobName, platformJobs } from "./jobs";
import { type PlatformAction, platformActions } from "./platform-actions";

export type PlatformActor =
  | { kind: "platformAdmin"; id: string; sessionId?: string }
  | { kind: "job"; name: JobName };

/** Returns whether the actor may do this across workspaces. */
export function mayAcross(actor: PlatformActor, action: PlatformAction): boolean {
  const permitted: readonly PlatformAction[] =
    actor.kind === "platformAdmin" ? platformActions : (platformJobs[actor.name] ?? []);
  return permitted.includes(action);
}

/** Throws `FORBIDDEN` for an actor who may not do this across workspaces. */
export function authorizeAcross(actor: PlatformActor, action: PlatformAction): void {
  if (mayAcross(actor, action)) return;
  const who = actor.kind === "job" ? `The job ${actor.name}` : "A platform admin";
  throw new AppError("FORBIDDEN", `${who} may not do ${action}`);
}

/** Returns the id of the platform admin who acts. Throws `FORBIDDEN` for a job. */
export function adminIdOf(actor: PlatformActor): string {
  if (actor.kind === "platformAdmin") return actor.id;
  throw new AppError("FORBIDDEN", `The job ${actor.name} owns nothing`);
}
