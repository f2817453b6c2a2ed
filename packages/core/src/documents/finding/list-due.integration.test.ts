import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";

import { aColleague, aContext } from "../../../test/contexts";
import {
  anIndex,
  anUnderstanding,
  aReadyDocument,
  aRestrictedProject,
} from "../../../test/documents";
import type { WorkspaceContext } from "../../context";
import { trashDocuments } from "../trash-documents";
import { listDue } from "./list-due";

const { index, close } = await anIndex();
afterAll(close);

const stating = (
  ctx: WorkspaceContext,
  facts: { name: string; normalised: string; value?: string; confidence?: number }[],
  given: { title?: string; projectIds?: string[] } = {},
) =>
  aReadyDocument(ctx, `${randomUUID()} pays on the day.`, {
    ...given,
    understanding: anUnderstanding({
      facts: facts.map((fact) => ({
        value: fact.normalised,
        confidence: 0.9,
        evidence: [[0, 8]],
        ...fact,
      })),
    }),
  });

const from = "2026-03-01";
const due = async (ctx: WorkspaceContext, days?: number) =>
  (await listDue(ctx, { from, days })).items.map(({ kind, day, amount }) => [kind, day, amount]);

test("due dates, ends and last days of notice of the next 60 days are listed, the nearest first", async () => {
  const ctx = await aContext({ index });
  await stating(ctx, [
    { name: "due date", normalised: "2026-03-14" },
    { name: "due date", normalised: "2026-03-20", confidence: 0.4 },
    { name: "total", normalised: "EUR 99.50", value: "€ 99.50" },
  ]);
  const lease = [
    { name: "end date", normalised: "2026-05-31" },
    { name: "notice period", normalised: "P3M" },
  ];
  await stating(ctx, lease);
  await stating(ctx, [
    { name: "end date", normalised: "2026-06-30" },
    { name: "notice period", normalised: "P2M10D" },
    { name: "agreement date", normalised: "2026-03-02" },
  ]);
  await stating(ctx, [{ name: "notice period", normalised: "three months" }]);
  await stating(ctx, [{ name: "due date", normalised: "2026-02-28" }]);

  expect(await due(ctx)).toEqual([
    ["due", "2026-03-14", "€ 99.50"],
    ["notice", "2026-04-20", null],
  ]);
  expect(await due(ctx, 100)).toContainEqual(["ends", "2026-05-31", null]);
  const { items } = await listDue(ctx, { from: "2026-02-01" });
  expect(items.map(({ kind, day }) => [kind, day])).toContainEqual(["notice", "2026-02-28"]);
  expect(items[0]?.evidence).toMatchObject({ span: [0, 8] });
});

test("nobody is told of days in documents that they may not see", async () => {
  const { project, insider, outsider } = await aRestrictedProject({ index });
  const facts = [{ name: "due date", normalised: "2026-03-14" }];
  const { id } = await stating(insider, facts, { projectIds: [project.id] });
  const viewer = await aColleague(insider, {
    role: "viewer",
    projects: [{ id: project.id, role: "reader" }],
  });
  const neighbour = await aContext({ role: "owner" });

  expect(await due(insider)).toHaveLength(1);
  expect(await due(viewer)).toHaveLength(1);
  expect(await due(outsider)).toEqual([]);
  expect(await due(neighbour)).toEqual([]);
  await trashDocuments(insider, { ids: [id] });
  expect(await due(insider)).toEqual([]);
});

test("a day that is none is refused", async () => {
  const ctx = await aContext();
  await expect(listDue(ctx, { from: "2026-13-40" })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
});
