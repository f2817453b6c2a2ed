import { fittingKinds } from "@besunny/charts/suggest-kind";
import { describe, expect, test } from "vitest";

import { metricsFor } from "../../../metrics/contract/catalogue/catalogue";
import { DashboardContent } from "../dashboard";
import { shippedFor } from "./shipped";

describe.each([
  ["workspace", "members"],
  ["workspace", "admins"],
  ["platform", "platform"],
] as const)("the dashboards that come with a %s, for %s", (scope, asker) => {
  const metrics = new Map(metricsFor(asker).map((metric) => [metric.name, metric]));

  test.each(shippedFor(scope, asker).map((each) => [each.key, each] as const))(
    "%s",
    (_, dashboard) => {
      const { content } = dashboard;
      expect(DashboardContent.parse(content)).toEqual(content);
      for (const { kind, question } of content.tiles) {
        const asked = question.metrics.map((name) => metrics.get(name));
        expect([question.metrics, asked.includes(undefined)]).toEqual([question.metrics, false]);
        for (const metric of asked)
          expect([metric?.name, metric?.dimensions]).toEqual([
            metric?.name,
            expect.arrayContaining([...question.breakOuts]),
          ]);
        expect(new Set(asked.map((metric) => metric?.unit)).size).toBe(1);
        const shape = {
          metrics: question.metrics.length,
          isOverTime: question.grain !== "none",
          breakOuts: question.breakOuts.length,
          isAdditive: asked.every((metric) => metric?.isAdditive),
        };
        expect(fittingKinds(shape)).toContain(kind);
      }
    },
  );
});

test("no two dashboards have one name, and none looks like an id of people's own", () => {
  for (const [scope, asker] of [
    ["workspace", "admins"],
    ["platform", "platform"],
  ] as const) {
    const keys = shippedFor(scope, asker).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z][a-z-]+$/);
  }
});
