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
