import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** A mail about notices. `day` is that of a digest; null for a mail that is sent at once. */
export type NewNoticeMail = {
  userId: string;
  day: string | null;
  tokenHash: string;
  subject: string;
  text: string;
};

/** Puts mails about notices in the queue. */
export function noticeMailRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Returns false if the person has a digest of that day. */
    add: async (mail: NewNoticeMail, now: Date): Promise<boolean> => {
      const { count } = await tx.noticeMail.createMany({
        data: [{ id: newId("nml"), workspaceId, ...mail, createdAt: now, nextTryAt: now }],
        skipDuplicates: true,
      });
      return count > 0;
    },
  };
}
