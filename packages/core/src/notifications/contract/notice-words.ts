/** The kinds of notices. */
export const noticeKinds = [
  "mention",
  "comment",
  "share",
  "project",
  "failure",
  "review",
  "view",
  "due",
  "budget",
  "retirement",
  "drift",
  "release",
  "training",
  "report",
  "source",
  "connection",
  "push",
  "decision",
  "action",
  "brief",
  "quota",
  "billing",
  "look",
  "approval",
  "automation",
  "told",
  "webhook",
  "export",
  "departure",
  "retention",
  "watch",
] as const;

/** The topics that people choose a channel for, in display order. Mentions go with comments; all about models goes together. */
export const noticeTopics = [
  "share",
  "comment",
  "project",
  "failure",
  "review",
  "view",
  "due",
  "report",
  "source",
  "models",
  "meeting",
  "look",
  "approval",
  "automation",
  "webhook",
  "data",
] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

/** The ways to be notified. Every one but `off` puts the notice into the inbox; `mail` and `digest` mail it too. `slack` sends it to a person who is linked. */
export const noticeChannels = ["app", "mail", "digest", "slack", "off"] as const;
