import { z } from "zod";
import { type NoticeTopic, noticeChannels, noticeKinds, noticeTopics } from "./notice-words";

export const noticeKind = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof noticeKind>;

export const noticeChannel = z.enum(noticeChannels);
export type NoticeChannel = z.infer<typeof noticeChannel>;

/** The channel of each topic. */
export const NoticeChannels = z.object({
  share: noticeChannel,
  comment: noticeChannel,
  project: noticeChannel,
  failure: noticeChannel,
  review: noticeChannel,
  view: noticeChannel,
  due: noticeChannel,
  report: noticeChannel,
  source: noticeChannel,
  models: noticeChannel,
  meeting: noticeChannel,
  look: noticeChannel,
  approval: noticeChannel,
  automation: noticeChannel,
  webhook: noticeChannel,
  data: noticeChannel,
});
export type NoticeChannels = z.infer<typeof NoticeChannels>;

const atFirst: NoticeChannels = {
  share: "mail",
  comment: "mail",
  project: "mail",
  failure: "digest",
  review: "digest",
  view: "digest",
  due: "digest",
  report: "app",
  source: "mail",
  models: "mail",
  meeting: "mail",
  look: "mail",
  approval: "mail",
  automation: "mail",
  webhook: "mail",
  data: "mail",
};

/** Returns the channels that a person chose; the rest are as at first. */
export function channelsOf(chosen: unknown): NoticeChannels {
  const known = NoticeChannels.partial().safeParse(chosen).data ?? {};
  return merged(atFirst, known);
}

/** Returns the channels with these changes. */
export function merged(
  before: NoticeChannels,
  changes: Readonly<Partial<Record<NoticeTopic, NoticeChannel | undefined>>>,
): NoticeChannels {
  return NoticeChannels.parse(
    Object.fromEntries(noticeTopics.map((topic) => [topic, changes[topic] ?? before[topic]])),
  );
}

/** Returns the topic of a notice. */
export function topicOf(kind: NoticeKind): NoticeTopic {
  if (kind === "mention") return "comment";
  if (kind === "connection" || kind === "push") return "source";
  if (kind === "decision" || kind === "action" || kind === "brief") return "meeting";
  if (kind === "told") return "automation";
  if (kind === "export" || kind === "departure" || kind === "retention") return "data";
  if (kind === "watch") return "look";
  return isAboutModels(kind) ? "models" : kind;
}

const aboutModels = [
  "budget",
  "retirement",
  "drift",
  "release",
  "training",
  "quota",
  "billing",
] as const satisfies readonly NoticeKind[];

function isAboutModels(kind: NoticeKind): kind is (typeof aboutModels)[number] {
  return aboutModels.some((each) => each === kind);
}

/** Returns the kinds of notices that these channels send by one of them. */
export function kindsBy(channels: NoticeChannels, channel: NoticeChannel): NoticeKind[] {
  return noticeKinds.filter((kind) => channels[topicOf(kind)] === channel);
}
