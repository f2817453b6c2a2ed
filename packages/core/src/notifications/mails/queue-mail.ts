import { randomBytes } from "node:crypto";

import type { Repositories } from "@besunny/db/database";

import type { Language } from "../../language";
import { tokenHash } from "../../token-hash";
import { noticeOf } from "../contract/notice";
import type { NoticeKind } from "../contract/notice-kinds";
import { MOST_IN_MAIL, noticeMail } from "./mail-text";

/** Older notices are in the inbox and are not mailed any more. */
const MOST_DAYS = 7;
const DAY_MS = 86_400_000;

type Tools = Pick<Repositories, "notices" | "noticeMails" | "workspaces">;

/**
 * Takes up the unread notices of these kinds and queues one mail about them. A notice is taken up once, even by two workers at the same
 * moment. Returns false if there was none, or if the person has a digest of the day.
 */
export async function queueMail(
  { notices, noticeMails, workspaces }: Tools,
  {
    userId,
    language,
    kinds,
    webUrl,
    day,
    now,
  }: {
    userId: string;
    language: Language;
    kinds: readonly NoticeKind[];
    webUrl: string;
    /** The day of a digest; null for a mail at once. */
    day: string | null;
    now: Date;
  },
): Promise<boolean> {
  const since = new Date(now.getTime() - MOST_DAYS * DAY_MS);
  const taken = await notices.takeToMail(userId, { kinds, since }, now);
  if (taken.length === 0) return false;
  const { name: workspaceName } = await workspaces.current();
  const token = randomBytes(24).toString("base64url");
  const mail = noticeMail(taken.slice(0, MOST_IN_MAIL).map(noticeOf), {
    language,
    workspaceName,
    webUrl,
    unsubscribeUrl: `${webUrl}/unsubscribe/${token}`,
    total: taken.length,
    isDigest: day !== null,
  });
  return noticeMails.add({ userId, day, tokenHash: tokenHash(token), ...mail }, now);
}
