import { projectId } from "@besunny/core/ids";
import {
  ProjectAnalytics,
  ProjectFigure,
} from "@besunny/core/metrics/contract/project/project-analytics";
import { projectGroups } from "@besunny/core/metrics/contract/project/project-words";
import { listProjectRows } from "@besunny/core/metrics/list-project-rows";
import { readProjectAnalytics } from "@besunny/core/metrics/read-project-analytics";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { etagOf, isHeld } from "../etag";
import { offers } from "../offers";
import { paging, when } from "../wire";

const tags = ["Analytics"];
const ofProject = z.object({ id: projectId });
const { timeZone, groupBy, compare } = readProjectAnalytics.input.shape;
const { metric } = listProjectRows.input.shape;
const range = {
  from: when.optional(),
  to: when.optional(),
  timeZone: timeZone.meta({
    description: "The zone in which days begin, such as `Europe/Berlin`",
  }),
  groupBy: groupBy.meta({
    description: `Names with commas between: one part of time and up to two properties, of ${projectGroups.join(", ")}`,
    example: "week,type",
  }),
};

/** A figure as REST answers it: `rows` is the address of the list behind it. */
const Figure = ProjectFigure.extend({ rows: z.string().nullable() });
const Answer = ProjectAnalytics.extend({ figures: z.array(Figure) }).openapi("ProjectAnalytics");

const read = createRoute({
  method: "get",
  path: "/analytics/projects/{id}/documents",
  operationId: "readProjectAnalytics",
  ...offers(readProjectAnalytics),
  tags,
  summary:
    "Read the figures of a project's documents, counted from those that you may see. `to` is not inside the range.",
  request: { params: ofProject, query: z.object({ ...range, compare }) },
  responses: answers({
    200: { description: "The figures, with their definitions", schema: Answer, headers: ["ETag"] },
    304: { description: "The figures are those that you hold", headers: ["ETag"] },
  }),
});

const rows = createRoute({
  method: "get",
  path: "/analytics/projects/{id}/documents/rows",
  operationId: "listProjectRows",
  ...offers(listProjectRows),
  tags,
  summary:
    "List the rows behind a figure, newest first. With `at` and `group` of a point: those behind the point.",
  request: {
    params: ofProject,
    query: z.object({
      ...range,
      metric: metric.meta({ example: "documents.received" }),
      at: when.optional(),
      group: z.string().max(500).optional().openapi({
        description:
          "The keys of the point's groups, with commas between; an empty one is for none",
      }),
      ...paging,
    }),
  },
  responses: answers({ 200: { description: "A page of rows", schema: listProjectRows.output } }),
});

/** Figures of projects, the same as on the screens. */
export const analyticsRoutes = createRestApp();

analyticsRoutes.openapi(read, async (c) => {
  const asked = { ...c.req.valid("query"), ...c.req.valid("param") };
  const { asOf, ...told } = await readProjectAnalytics(c.var.workspace, asked);
  const kept = { etag: etagOf(told), "cache-control": "private, no-cache" };
  if (isHeld(c.req.raw.headers, kept.etag))
    return new Response(null, { status: 304, headers: kept });
  const figures = told.figures.map((figure) => ({
    ...figure,
    rows: figure.drill === null ? null : rowsPath(told, figure),
  }));
  return reply(Answer, { ...told, asOf, figures }, { headers: kept });
});

analyticsRoutes.openapi(rows, async (c) => {
  const { group, ...asked } = c.req.valid("query");
  const keys = group === undefined ? {} : { group: group.split(",") };
  return reply(
    listProjectRows.output,
    await listProjectRows(c.var.workspace, { ...asked, ...keys, ...c.req.valid("param") }),
  );
});

type Told = { projectId: string; from: Date; to: Date; timeZone: string };

function rowsPath(
  { projectId: id, from, to, timeZone: zone }: Told,
  { metric: name, groupedBy }: { metric: string; groupedBy: readonly string[] },
): string {
  const query = new URLSearchParams({
    metric: name,
    from: from.toISOString(),
    to: to.toISOString(),
    timeZone: zone,
    ...(groupedBy.length > 0 && { groupBy: groupedBy.join(",") }),
  });
  return `/api/v1/analytics/projects/${id}/documents/rows?${query}`;
}
