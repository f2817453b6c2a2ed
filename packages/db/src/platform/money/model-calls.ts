import { text } from "@besunny/sql/rows/column";

import { rawRows } from "../../raw-rows";
import type { PlatformTx } from "../platform-tx";

const ended = rawRows({ id: text });
const deleted = rawRows({ id: text });

/** Ends calls of which nothing was heard again, and deletes old ones. */
export function platformCallRepository(tx: PlatformTx) {
  return {
    /** Ends calls whose process died: their money is free again, and their cost is unknown. Returns how many there were. */
    endLost: async (at: Date): Promise<number> => {
      const lost = await ended(tx)`
        update model_calls set state = 'aborted', error_code = 'LOST', is_estimated = true, ended_at = ${at}
         where state = 'open' and reserved_until < ${at} returning id`;
      return lost.length;
    },

    countLost: (at: Date): Promise<number> =>
      tx.modelCall.count({ where: { state: "open", reservedUntil: { lt: at } } }),

    countBefore: (before: Date): Promise<number> =>
      tx.modelCall.count({ where: { createdAt: { lt: before } } }),

    /** Deletes calls that began before a moment, at most `limit`. Returns how many were deleted. */
    deleteBefore: async (before: Date, limit: number): Promise<number> => {
      const gone = await deleted(tx)`
        delete from model_calls where id in (
          select id from model_calls where created_at < ${before} and state <> 'open' order by created_at limit ${limit}) returning id`;
      return gone.length;
    },
  };
}
