import { expect, test } from "vitest";

import { aContext, aPlatformContext } from "../../test/contexts";
import { aDocument } from "../../test/documents";
import { drillMetric as drillAnyMetric } from "../platform/metrics/drill-metric";
import { readMetrics as readAnyMetrics } from "../platform/metrics/read-metrics";
import { metricsFor } from "./contract/catalogue/catalogue";
import { drillMetric } from "./drill-metric";
import { readMetrics } from "./read-metrics";

const range = { from: "2020-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };

test("every figure answers with every break-out", async () => {
  const owner = await aContext({ role: "owner" });
  await aDocument(owner, { fileName: "one.txt" });
  for (const metric of metricsFor("admins")) {
    const queries = [
      { metric: metric.name, ...range },
      { metric: metric.name, ...range, grain: "month" as const, compare: "yearEarlier" as const },
      ...metric.dimensions.map((dimension) => ({
        metric: metric.name,
        ...range,
        breakOuts: [dimension],
        filters: [{ dimension, values: [null] }],
      })),
    ];
    const { outcomes } = await readMetrics(owner, { queries });
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: true });
    if (metric.drill) await drillMetric(owner, { query: { metric: metric.name, ...range } });
  }
  const { outcomes } = await readMetrics(owner, {
    queries: [{ metric: "documents.received", ...range, breakOuts: ["format"] }],
  });
  expect(outcomes[0]).toMatchObject({ ok: true, answer: { total: 1, n: 1 } });
});

test("every figure answers over all workspaces", async () => {
  const admin = aPlatformContext();
  for (const metric of metricsFor("platform")) {
    const queries = [undefined, ...metric.dimensions].map((dimension) => ({
      metric: metric.name,
      ...range,
      breakOuts: dimension ? [dimension] : [],
    }));
    const { outcomes } = await readAnyMetrics(admin, { queries });
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: true });
    if (metric.drill) await drillAnyMetric(admin, { query: { metric: metric.name, ...range } });
  }
});
