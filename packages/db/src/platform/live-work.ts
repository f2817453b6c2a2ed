import { boolean } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { PlatformClient } from "./platform-tx";

/** Reports if people of any workspace wait for documents now. Nobody waits for the runs of a paused batch. */
export function liveWorkRepository(prisma: PlatformClient) {
  const isWaiting = async (): Promise<boolean> => {
    const [row] = await waiting(prisma)`
      select exists (
        select 1 from runs r left join batches b on b.id = r.batch_id
         where r.kind = 'process'
           and (r.state = 'running' or (r.state = 'queued' and b.state is distinct from 'paused'))
      ) as "isWaiting"`;
    return row?.isWaiting ?? false;
  };
  return {
    isWaiting,

    /**
     * Returns whether the run of an arrived document may go on: nobody waits, or no earlier run of its kind is under way. While people wait, one
     * arrived document is worked on at a time.
     */
    mayArrivedGo: async (runId: string): Promise<boolean> => {
      if (!(await isWaiting())) return true;
      const [row] = await first(prisma)`
        select not exists (
          select 1 from runs other, runs mine
           where mine.id = ${runId} and other.kind = 'arrived' and other.state = 'running' and other.id <> mine.id
             and (mine.state = 'queued' or (other.created_at, other.id) < (mine.created_at, mine.id))
        ) as "isFirst"`;
      return row?.isFirst ?? true;
    },
  };
}

const waiting = rawRows({ isWaiting: boolean });
const first = rawRows({ isFirst: boolean });
