import { integer, text } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { PlatformClient } from "./platform-tx";

const workspaceRows = rawRows({
  workspaceId: text,
  name: text,
  releases: integer,
  champion: integer,
  evaluations: integer,
  experiments: integer,
  running: integer,
});

/** Reads which workspaces have releases and experiments. */
export function platformModelRepository(prisma: PlatformClient) {
  return {
    /** Lists the experiments that run, by workspace. A workspace has one at most. */
    listRunningExperiments: (): Promise<{ id: string; workspaceId: string }[]> =>
      prisma.experiment.findMany({
        where: { state: "running" },
        orderBy: { workspaceId: "asc" },
        select: { id: true, workspaceId: true },
      }),

    /** Lists the workspaces that have releases; those with the newest release first. `champion` is the number of the one that decides. */
    listWorkspaces: (limit: number) =>
      workspaceRows(prisma)`
        select w.id as "workspaceId", w.name, count(r.id)::int as releases,
               coalesce((select c.number from release_roles o join releases c on c.id = o.release_id
                          where o.workspace_id = w.id and o.role = 'champion'), 0)::int as champion,
               (select count(*) from evaluations e where e.workspace_id = w.id)::int as evaluations,
               (select count(*) from experiments x where x.workspace_id = w.id)::int as experiments,
               (select count(*) from experiments x where x.workspace_id = w.id and x.state = 'running')::int as running
          from workspaces w join releases r on r.workspace_id = w.id
         group by w.id, w.name order by max(r.created_at) desc, w.id limit ${limit}`,

    /** Lists the training runs of a workspace, the newest first. */
    listTrainingRuns: (workspaceId: string, limit: number) =>
      prisma.trainingRun.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: {
          id: true,
          kind: true,
          state: true,
          problem: true,
          metrics: true,
          createdAt: true,
          endedAt: true,
        },
      }),
  };
}
