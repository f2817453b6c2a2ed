import type { Repositories } from "@besunny/db/database";

import type { NoticeKind } from "../../notifications/contract/notice-kinds";
import { tell } from "../../notifications/contract/tell";
import { adminsOf } from "./admins-of";

type Tools = Pick<Repositories, "members" | "notices" | "noticeSettings">;

/** Tells owners and admins of something about their models. A person gets one notice of a key. */
export async function tellAdmins(
  tools: Tools,
  notice: { kind: NoticeKind; key: string; createdAt: Date; count?: number; day?: string },
): Promise<void> {
  const admins = await adminsOf(tools.members);
  await tell(
    tools,
    admins.map((userId) => ({ userId, ...notice })),
  );
}
