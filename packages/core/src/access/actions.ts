export const roles = ["owner", "admin", "member", "viewer"] as const;
export type Role = (typeof roles)[number];

export const projectRoles = ["lead", "contributor", "reader"] as const;
export type ProjectRole = (typeof projectRoles)[number];

/** The scopes that an API key can have. */
export const keyScopes = ["read", "write", "delete", "members", "keys"] as const;
export type KeyScope = (typeof keyScopes)[number];

const see = [
  "document.read",
  "document.search",
  "document.ask",
  "conversation.manage",
  "view.manage",
  "comment.read",
  "notice.read",
  "batch.read",
  "project.read",
  "member.read",
  "workspace.read",
  "source.read",
  "dashboard.read",
  "automation.read",
  "approval.decide",
  "apiKey.manage",
] as const;

const contribute = [
  "document.upload",
  "document.rename",
  "document.correct",
  "document.trash",
  "document.retry",
  "document.cancel",
  "document.file",
  "document.tag",
  "document.publish",
  "document.share",
  "comment.write",
  "entity.merge",
  "batch.create",
  "batch.manage",
  "project.create",
  "project.update",
  "view.share",
  "source.manage",
  "dashboard.make",
  "automation.manage",
  "apiKey.create",
] as const;

const manage = [
  "document.delete",
  "project.archive",
  "member.invite",
  "member.manage",
  "workspace.update",
  "type.manage",
  "tag.manage",
  "field.manage",
  "group.manage",
  "comment.moderate",
  "apiKey.manageAll",
  "audit.read",
  "audit.watch",
  "search.review",
  "quality.review",
  "release.read",
  "release.manage",
  "dashboard.manage",
  "automation.manageAll",
  "source.manageAll",
  "signIn.manage",
  "encryption.read",
  "encryption.manage",
  "document.markSensitive",
  "privacy.manage",
  "webhook.manage",
  "slack.manage",
] as const;

const own = [
  "member.manageOwners",
  "audit.eraseWords",
  "billing.manage",
  "look.decide",
  "workspace.export",
  "workspace.end",
] as const;

const work = [
  "document.process",
  "document.cleanUp",
  "batch.follow",
  "index.write",
  "request.remember",
  "quality.work",
  "release.work",
  "spending.watch",
  "model.train",
  "report.deliver",
  "source.sync",
  "audit.anchor",
  "member.sync",
  "look.use",
  "isolation.watch",
  "privacy.work",
  "automation.work",
  "webhook.deliver",
  "workspace.pack",
  "workspace.erase",
] as const;

export type Action =
  | (typeof see)[number]
  | (typeof contribute)[number]
  | (typeof manage)[number]
  | (typeof own)[number]
  | (typeof work)[number];

/** Viewers may see, members may add and correct, admins may manage, owners may do all. */
export const allowed: Record<Role, readonly Action[]> = {
  viewer: see,
  member: [...see, ...contribute],
  admin: [...see, ...contribute, ...manage],
  owner: [...see, ...contribute, ...manage, ...own],
};

/** Every permission of people; the others belong to background jobs. */
export const actions: readonly Action[] = [...see, ...contribute, ...manage, ...own];

/** The one scope that a key needs for an action. */
export const scopeFor: Record<Action, KeyScope> = {
  "document.read": "read",
  "document.search": "read",
  "document.ask": "read",
  "conversation.manage": "write",
  "view.manage": "write",
  "view.share": "write",
  "batch.read": "read",
  "project.read": "read",
  "member.read": "read",
  "workspace.read": "read",
  "document.upload": "write",
  "document.rename": "write",
  "document.correct": "write",
  "document.trash": "write",
  "document.retry": "write",
  "document.cancel": "write",
  "document.file": "write",
  "document.tag": "write",
  "tag.manage": "write",
  "field.manage": "write",
  "document.publish": "write",
  "document.share": "write",
  "comment.read": "read",
  "comment.write": "write",
  "comment.moderate": "delete",
  "notice.read": "read",
  "group.manage": "members",
  "entity.merge": "write",
  "batch.create": "write",
  "batch.manage": "write",
  "project.create": "write",
  "project.update": "write",
  "project.archive": "write",
  "type.manage": "write",
  "document.delete": "delete",
  "member.invite": "members",
  "member.manage": "members",
  "member.manageOwners": "members",
  "workspace.update": "members",
  "apiKey.manage": "keys",
  "apiKey.create": "keys",
  "apiKey.manageAll": "keys",
  "audit.read": "members",
  "audit.watch": "members",
  "search.review": "members",
  "quality.review": "members",
  "quality.work": "write",
  "release.read": "members",
  "release.manage": "members",
  "dashboard.read": "read",
  "dashboard.make": "write",
  "dashboard.manage": "members",
  "automation.read": "read",
  "automation.manage": "write",
  "automation.manageAll": "members",
  "automation.work": "write",
  "approval.decide": "write",
  "document.process": "write",
  "document.cleanUp": "write",
  "batch.follow": "write",
  "index.write": "write",
  "request.remember": "write",
  "release.work": "write",
  "spending.watch": "write",
  "model.train": "write",
  "report.deliver": "write",
  "source.read": "read",
  "source.manage": "write",
  "source.manageAll": "members",
  "source.sync": "write",
  "audit.anchor": "write",
  "signIn.manage": "members",
  "member.sync": "members",
  "encryption.read": "members",
  "encryption.manage": "members",
  "billing.manage": "members",
  "isolation.watch": "write",
  "privacy.manage": "members",
  "privacy.work": "write",
  "audit.eraseWords": "members",
  "document.markSensitive": "members",
  "look.decide": "members",
  "look.use": "read",
  "webhook.manage": "write",
  "slack.manage": "write",
  "webhook.deliver": "write",
  "workspace.export": "members",
  "workspace.end": "members",
  "workspace.pack": "write",
  "workspace.erase": "write",
};

/** The permissions that are refused while a workspace is read only: all that adds to it, changes it or costs. */
export const heldBack: readonly Action[] = [
  ...contribute.filter((action) => action !== "document.trash" && action !== "batch.manage"),
  "document.ask",
  "member.invite",
  "type.manage",
  "tag.manage",
  "field.manage",
  "group.manage",
  "project.archive",
  "release.manage",
];

const change = [
  "document.upload",
  "document.rename",
  "document.correct",
  "document.trash",
  "document.retry",
  "document.cancel",
  "document.file",
  "document.tag",
  "document.share",
] as const;

/** The permissions of each role in a project, on the documents of that project. */
export const allowedInProject: Record<ProjectRole, readonly Action[]> = {
  reader: see,
  contributor: [...see, ...change],
  lead: [...see, ...change, "document.publish", "project.update"],
};

/** The permissions for which the role in a project counts, in addition to the role in the workspace. */
export const projectActions: readonly Action[] = [
  "document.read",
  ...change,
  "document.publish",
  "project.update",
];
