import { notFound } from "../errors";
import { query } from "../operation/query";
import { rowsBehind } from "./contract/answering/drill";
import { namesInWorkspace } from "./contract/answering/names";
import { askerIn } from "./contract/asker";
import { ProjectRowsInput } from "./contract/project/project-analytics";
import {
  groupingOf,
  projectMetric,
  projectQuery,
  projectRange,
} from "./contract/project/project-question";
import { projectFigures } from "./contract/project/project-words";
import { DrillPage } from "./contract/query";

/** Lists the rows behind a figure of a project, or behind one of its points, the newest first. */
export const listProjectRows = query("metrics.list-project-rows", {
  title: "List the rows behind a figure of a project",
  permission: "document.read",
  input: ProjectRowsInput,
  output: DrillPage,
  doors: ["web", "rest"],
  isOfOneMoment: true,

  async handle({ figures, principals, clock, ...tools }, asked) {
    if (!(await tools.projects.find(asked.id))) notFound("Project", asked.id);
    const asOf = clock();
    const asker = askerIn(principals);
    const metric = projectMetric(asker, asked.metric, projectFigures);
    const grouping = groupingOf(asked.groupBy);
    return rowsBehind(
      {
        query: projectQuery(metric, asked, projectRange(asked, asOf), grouping),
        at: asked.at ?? null,
        group: asked.group?.map((key) => key || null) ?? [],
        limit: asked.limit,
        cursor: asked.cursor,
      },
      { figures, asker, names: namesInWorkspace(tools), asOf },
    );
  },
});
