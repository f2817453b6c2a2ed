import { afterAll, expect, test } from "vitest";

import { silentAi } from "../../test/asking";

import { aContext, aPlatformContext } from "../../test/contexts";
import { aDocument, anIndex, aReadyDocument } from "../../test/documents";
import { recordQuestion } from "../conversations/record-question";
import { startConversation } from "../conversations/start-conversation";
import { trashDocuments } from "../documents/trash-documents";
import { getOverview } from "../platform/get-overview";
import { drillMetric as drillAnyMetric } from "../platform/metrics/drill-metric";
import { readMetrics as readAnyMetrics } from "../platform/metrics/read-metrics";
import { getUsage } from "../usage/get-usage";
import { metricsFor } from "./contract/catalogue/catalogue";
import { drillMetric } from "./drill-metric";
import { readMetrics } from "./read-metrics";

const { index, close } = await anIndex();
afterAll(close);
const range = { from: "2020-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };

test("every figure answers with every break-out", async () => {
  const owner = await aContext({ role: "owner" });
  await aDocument(owner, { fileName: "one.txt" });
  const sources = new Set<string>();
  for (const metric of metricsFor("admins")) {
    const dimensions = sources.has(metric.source) ? [] : metric.dimensions;
    sources.add(metric.source);
    const queries = [
      { metric: metric.name, ...range },
      { metric: metric.name, ...range, grain: "month" as const, compare: "yearEarlier" as const },
      ...dimensions.map((dimension) => ({
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

test("figures of usage are the sums of the rows that invoices count, and open their documents", async () => {
  const owner = await aContext({ role: "owner", index, ai: silentAi });
  const document = await aReadyDocument(owner, "The tenant pays the rent.");
  const { id } = await startConversation(owner, {});
  for (const question of ["Who pays?", "And when?"]) await recordQuestion(owner, { id, question });
  const { meters } = await getUsage(owner, {});
  const names = { pages: "usage.pages", questions: "usage.questions" };
  for (const [meter, metric] of Object.entries(names)) {
    const { outcomes } = await readMetrics(owner, { queries: [{ metric, ...range }] });
    const total = meters.find((each) => each.meter === meter)?.used;
    expect(total, meter).toBeGreaterThan(0);
    expect(outcomes[0], meter).toMatchObject({ ok: true, answer: { total } });
  }
  const { items } = await drillMetric(owner, { query: { metric: "usage.pages", ...range } });
  expect(items.map(({ documentId }) => documentId)).toEqual([document.id]);
});

test("every figure answers over all workspaces", async () => {
  const admin = aPlatformContext();
  const sources = new Set<string>();
  for (const metric of metricsFor("platform")) {
    const dimensions = sources.has(metric.source) ? [] : metric.dimensions;
    sources.add(metric.source);
    const queries = [undefined, ...dimensions].map((dimension) => ({
      metric: metric.name,
      ...range,
      breakOuts: dimension ? [dimension] : [],
    }));
    const { outcomes } = await readAnyMetrics(admin, { queries });
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: true });
    if (metric.drill) await drillAnyMetric(admin, { query: { metric: metric.name, ...range } });
  }
});

test("the overview of the platform shows the figures of the catalogue", async () => {
  const owner = await aContext({ role: "owner", index, ai: silentAi });
  const { workspaceId } = owner;
  for (const text of ["one", "two"]) await aDocument(owner, { fileName: `${text}.txt` });
  await aReadyDocument(owner, "The tenant pays the rent.");
  const { id: trashed } = await aDocument(owner, { fileName: "trashed.txt" });
  await trashDocuments(owner, { ids: [trashed] });
  const admin = aPlatformContext();
  const now = new Date();
  const span = {
    from: new Date(now.getTime() - 3_600_000),
    to: new Date(now.getTime() + 60_000),
  };
  const { totals, queue } = await getOverview(admin, { workspaceId, ...span });
  const names = [
    ["documents.received", totals.documents],
    ["documents.ready", totals.ready],
    ["documents.failed", totals.failed],
    ["documents.unfinished", totals.open],
    ["cost.understanding", totals.costMicro],
    ["cost.understanding-unknown", totals.costsUnknown],
    ["queue.length", queue.depth],
  ] as const;
  const filters = [{ dimension: "workspace" as const, values: [workspaceId] }];
  const { outcomes } = await readAnyMetrics(admin, {
    queries: names.map(([metric]) => ({ metric, ...span, filters })),
  });
  expect(outcomes.map((outcome) => outcome.ok && outcome.answer.total)).toEqual(
    names.map(([, shown]) => shown),
  );
  expect(totals).toMatchObject({ documents: 3, ready: 1 });
});

test("figures that one may not ask for are not found, and the others are answered all the same", async () => {
  const member = await aContext();
  const own = { metric: "documents.received", ...range };
  const { outcomes } = await readMetrics(member, {
    queries: [
      { metric: "cost.calls", ...range },
      { metric: "no.such-figure", ...range },
      { ...own, breakOuts: ["model"] },
      { ...own, timeZone: "Mars/Olympus" },
      { ...own, grain: "hour" },
      { ...own, filters: [{ dimension: "model", values: ["m"] }] },
    ],
  });
  expect(outcomes).toMatchObject([
    { ok: false, code: "NOT_FOUND" },
    { ok: false, code: "NOT_FOUND" },
    { ok: false, code: "INVALID_INPUT" },
    { ok: false, code: "INVALID_INPUT" },
    { ok: false, code: "INVALID_INPUT" },
    { ok: true, answer: { total: 0, notFiltered: ["model"] } },
  ]);
  await expect(
    drillMetric(member, { query: { metric: "cost.calls", ...range } }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("gaps are filled with zeros of counts, in the days of the zone", async () => {
  const owner = await aContext({ role: "owner" });
  const days = {
    from: "2025-03-28T23:00:00Z",
    to: "2025-04-01T22:00:00Z",
    timeZone: "Europe/Berlin",
  };
  const { outcomes } = await readMetrics(owner, {
    queries: [
      { metric: "documents.received", ...days, grain: "day" },
      { metric: "quality.confidence", ...days, grain: "day" },
    ],
  });
  const values = outcomes.map((each) => each.ok && each.answer.points.map(({ value }) => value));
  expect(values).toEqual([
    [0, 0, 0, 0],
    [null, null, null, null],
  ]);
});
