import type { Repositories } from "@besunny/db/database";
import type { NewNotice } from "@besunny/db/workspace/people/notices";

import { channelsOf, type NoticeKind, topicOf } from "./notice-kinds";

type Tools = Pick<Repositories, "notices" | "noticeSettings">;

/** Adds notices for people, but for those who have switched their topic off. */
export async function tell(
  { notices, noticeSettings }: Tools,
  given: readonly (NewNotice & { kind: NoticeKind })[],
): Promise<void> {
  if (given.length === 0) return;
  const chosen = await noticeSettings.channelsOf(given.map(({ userId }) => userId));
  await notices.add(
    given.filter(
      ({ userId, kind }) => channelsOf(chosen.get(userId) ?? {})[topicOf(kind)] !== "off",
    ),
  );
}
