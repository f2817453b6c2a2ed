import { invalidInput, notFound } from "../errors";
import { query } from "../operation/query";
import { outcomesOf } from "./contract/answering/answer";
import { namesInWorkspace } from "./contract/answering/names";
import { askerIn } from "./contract/asker";
import { findMetricFor } from "./contract/catalogue/catalogue";
import { ProjectAnalytics, ProjectAnalyticsInput } from "./contract/project/project-analytics";
import { groupingOf, projectQuery, projectRange } from "./contract/project/project-question";
import { projectFigures } from "./contract/project/project-words";

/** Answers all figures of a project as of one moment, each counted from the documents that the actor may see. */
export const readProjectAnalytics = query("metrics.read-project-analytics", {
  title: "Read the figures of a project",
  permission: "document.read",
  input: ProjectAnalyticsInput,
  output: ProjectAnalytics,
  doors: ["web", "rest"],
  isOfOneMoment: true,

  async handle({ figures, principals, clock, ...tools }, asked) {
    if (!(await tools.projects.find(asked.id))) notFound("Project", asked.id);
    const asOf = clock();
    const grouping = groupingOf(asked.groupBy);
    const range = projectRange(asked, asOf);
    const asker = askerIn(principals);
    const metrics = projectFigures.flatMap((name) => findMetricFor(asker, name) ?? []);
    const outcomes = await outcomesOf(
      metrics.map((metric) => projectQuery(metric, asked, range, grouping)),
      { figures, asker, names: namesInWorkspace(tools), asOf },
    );
    const unfit = outcomes.find((outcome) => !outcome.ok && outcome.code === "INVALID_INPUT");
    if (unfit && !unfit.ok) invalidInput(unfit.message);
    const known = new Map(metrics.map((metric) => [metric.name, metric]));
    return {
      projectId: asked.id,
      ...range,
      timeZone: asked.timeZone,
      groupBy: [...(grouping.grain === "none" ? [] : [grouping.grain]), ...grouping.breakOuts],
      asOf,
      figures: outcomes.flatMap((outcome) => {
        if (!outcome.ok) return [];
        const { query, ...answer } = outcome.answer;
        const metric = known.get(answer.metric);
        const times = query.grain === "none" ? [] : [query.grain];
        return metric ? [{ ...metric, ...answer, groupedBy: [...times, ...query.breakOuts] }] : [];
      }),
      missing: outcomes.flatMap((outcome) =>
        outcome.ok ? [] : [{ metric: outcome.metric, message: outcome.message }],
      ),
    };
  },
});
