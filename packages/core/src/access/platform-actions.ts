const manage = [
  "platform.read",
  "run.manage",
  "bulkAction.manage",
  "schedule.manage",
  "index.manage",
  "audit.readPlatform",
  "people.manage",
  "system.read",
  "system.manage",
  "flag.read",
  "flag.manage",
  "model.manage",
  "report.manage",
  "dashboard.manage",
] as const;

const work = [
  "liveWork.read",
  "schedule.work",
  "bulkAction.work",
  "outbox.relay",
  "figure.work",
  "dashboard.open",
  "source.look",
  "billing.listen",
  "webhook.claim",
] as const;

/** A permission across workspaces, of platform admins or of background jobs. */
export type PlatformAction = (typeof manage)[number] | (typeof work)[number];

/** Every permission of a platform admin. */
export const platformActions: readonly PlatformAction[] = manage;
