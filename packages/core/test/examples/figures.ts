import { removeDashboard } from "../../src/dashboards/remove-dashboard";
import type { World } from "../world";
import { by, type Example, none, project } from "./example";

const always = { from: "2020-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };
const dashboard = async ({ aDashboard }: World) => ({ id: await aDashboard() });
const reportChoices = (title: string) => ({
  title,
  cron: "0 6 * * 1",
  timeZone: "Europe/Berlin",
  range: "lastWeek" as const,
  format: "csv" as const,
  channels: ["inbox" as const],
  recipientIds: ["usr_somebody"],
  tiles: [{ metric: "documents.received" }],
});

export const figuresExamples: Record<string, Example> = {
  "forecasts.forecast-metric": by(() => ({ metric: "documents.received" })),
  "reports.change-report": by(async ({ aReport, newName }) => ({
    id: await aReport(),
    version: 1,
    choices: reportChoices(newName()),
  })),
  "reports.create-report": by(({ newName }) => reportChoices(newName())),
  "reports.get-report-file": by(async ({ aReportRun }) => ({ id: await aReportRun() })),
  "reports.list-report-runs": by(async ({ aReport }) => ({ id: await aReport() })),
  "reports.list-reports": by(none),
  "reports.pause-report": by(async ({ aReport }) => ({ id: await aReport(), isPaused: true })),
  "reports.preview-report": by(() => ({
    title: "Received",
    range: "last7Days",
    timeZone: "UTC",
    tiles: [{ metric: "documents.received" }],
  })),
  "reports.preview-report-times": by(() => ({ cron: "0 6 * * 1", timeZone: "Europe/Berlin" })),
  "reports.remove-report": by(async ({ aReport }) => ({ id: await aReport() })),
  "reports.send-report": by(async ({ aReport }) => ({ id: await aReport() })),
  "metrics.drill-metric": by(() => ({ query: { metric: "documents.received", ...always } })),
  "metrics.list-metrics": by(none),
  "metrics.list-project-rows": by((scene) => ({ ...project(scene), metric: "documents.received" })),
  "metrics.read-metrics": by(() => ({
    queries: [
      { metric: "documents.received", ...always, breakOuts: ["document"] },
      { metric: "quality.labels", ...always, breakOuts: ["person"] },
      { metric: "search.searches", ...always },
    ],
  })),
  "metrics.read-project-analytics": by(project),
  "dashboards.bring-back-dashboard": by(async (world) => {
    const { id } = await dashboard(world);
    await removeDashboard(world.owner, { id });
    return { id };
  }),
  "dashboards.change-dashboard": by(async ({ aDashboard, newName }) => ({
    id: await aDashboard(),
    seen: 1,
    title: newName(),
    content: { tiles: [] },
  })),
  "dashboards.create-dashboard": by(({ newName }) => ({
    title: newName(),
    content: { tiles: [] },
  })),
  "dashboards.duplicate-dashboard": by(async ({ aDashboard, newName }) => ({
    id: await aDashboard(),
    title: newName(),
  })),
  "dashboards.get-dashboard": by(dashboard),
  "dashboards.list-dashboard-versions": by(dashboard),
  "dashboards.list-dashboards": by(none),
  "dashboards.remove-dashboard": by(dashboard),
  "dashboards.restore-dashboard-version": by(async (world) => ({
    ...(await dashboard(world)),
    seen: 1,
    version: 1,
  })),
  "dashboards.share-dashboard": by(async (world) => ({
    ...(await dashboard(world)),
    visibility: "workspace",
  })),
};
