import type { ReportPerson } from "@besunny/db/platform/due-reports";
import type { StoredReport } from "@besunny/db/reports/reports";
import type { ReportDocument } from "@besunny/reports/report-document";
import { z } from "zod";

import { roles } from "../../access/actions";
import type { PlatformContext } from "../../context";
import { outcomesOf } from "../../metrics/contract/answering/answer";
import { namesAcross } from "../../metrics/contract/answering/names";
import { definitionOf, metricsFor } from "../../metrics/contract/catalogue/catalogue";
import type { MetricOutcome, MetricQuery } from "../../metrics/contract/query";
import { readMetrics } from "../../metrics/read-metrics";
import { documentOf, questionsOf } from "../../reports/contract/document-of";
import type { ReportChoices } from "../../reports/contract/report";

type Given = { report: StoredReport; owner: ReportPerson; choices: ReportChoices };

/** Returns what a report says now, with the figures that its owner may see. */
export async function readReport(ctx: PlatformContext, given: Given): Promise<ReportDocument> {
  const { report, choices } = given;
  const now = ctx.clock();
  const queries = questionsOf(choices, now);
  const { workspaceId } = report;
  const outcomes =
    workspaceId === null
      ? await ofAllWorkspaces(ctx, queries)
      : await ofWorkspace(ctx, { ...given, workspaceId, queries });
  return documentOf(choices, {
    outcomes,
    definitions: metricsFor(workspaceId === null ? "platform" : "admins").map(definitionOf),
    about: workspaceId === null ? "All workspaces" : await nameOf(ctx, workspaceId),
    now,
  });
}

function ofAllWorkspaces(
  { db, clock }: PlatformContext,
  queries: readonly MetricQuery[],
): Promise<MetricOutcome[]> {
  return db.platform.atOneMoment(({ figures, names }) =>
    outcomesOf(queries, {
      figures,
      asker: "platform",
      names: namesAcross(names.of),
      asOf: clock(),
    }),
  );
}

async function ofWorkspace(
  ctx: PlatformContext,
  { owner, workspaceId, queries }: Given & { workspaceId: string; queries: MetricQuery[] },
): Promise<MetricOutcome[]> {
  const caller = ctx.asPerson(workspaceId, {
    kind: "user",
    id: owner.id,
    name: owner.name,
    role: z.enum(roles).parse(owner.role),
    projects: [],
    groups: [],
    via: { kind: "session", id: "schedule" },
  });
  return (await readMetrics(caller, { queries })).outcomes;
}

async function nameOf({ db }: PlatformContext, workspaceId: string): Promise<string> {
  return (await db.platform.names.of([workspaceId])).get(workspaceId) ?? "A workspace";
}
