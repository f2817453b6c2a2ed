import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { instant } from "../../shapes";
import { listDatasets } from "../../trials/evaluations/list-datasets";
import { listEvaluations } from "../../trials/evaluations/list-evaluations";
import { ofWorkspace } from "./contract";

const MOST_RUNS = 50;
const Point = z.object({
  labels: z.number(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
});
const WithCurve = z.object({ curve: z.array(Point) });

/** Lists the evaluations of a workspace, its datasets, and its training runs with their learning curves. */
export const listWorkspaceEvaluations = platformQuery("platform.list-workspace-evaluations", {
  title: "List the evaluations of a workspace",
  permission: "platform.read",
  input: ofWorkspace,
  output: z.object({
    items: listEvaluations.output.shape.items,
    datasets: listDatasets.output.shape.items,
    training: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        state: z.string(),
        problem: z.string().nullable(),
        curve: z.array(Point),
        createdAt: instant,
        endedAt: instant.nullable(),
      }),
    ),
  }),
  doors: ["admin"],

  async handle({ db, inWorkspace }, { workspaceId }) {
    const caller = inWorkspace(workspaceId);
    const [{ items }, { items: datasets }, runs] = await Promise.all([
      listEvaluations(caller, {}),
      listDatasets(caller, {}),
      db.platform.models.listTrainingRuns(workspaceId, MOST_RUNS),
    ]);
    const training = runs.map(({ metrics, ...run }) => ({
      ...run,
      curve: WithCurve.safeParse(metrics).data?.curve ?? [],
    }));
    return { items, datasets, training };
  },
});
