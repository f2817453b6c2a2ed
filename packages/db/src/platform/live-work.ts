import { boolean } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { PlatformClient } from "./platform-tx";

/** Reports if people of any workspace wait for documents now. Nobody waits for the runs of a paused batch. */
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
