import { boolean } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { PlatformClient } from "./platform-tx";

/** Whether people of any workspace wait for documents to be read now; what is paused with its batch, nobody waits for. */
export function liveWorkRepository(prisma: PlatformClient) {
  return {
    isWaiting: async (): Promise<boolean> => {
      const [row] = await waiting(prisma)`
        select exists (
          select 1 from runs r left join batches b on b.id = r.batch_id
           where r.kind = 'process'
             and (r.state = 'running' or (r.state = 'queued' and b.state is distinct from 'paused'))
        ) as "isWaiting"`;
      return row?.isWaiting ?? false;
    },
  };
}

const waiting = rawRows({ isWaiting: boolean });
