import { beforeAll, describe, expect, test } from "vitest";

import { aColleague, aContext } from "../../test/contexts";
import { aDocument } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { fileDocuments } from "../documents/file-documents";
import { createProject } from "../projects/create-project";
import { putProjectMember } from "../projects/put-project-member";
import { drillMetric } from "./drill-metric";
import { listProjectRows } from "./list-project-rows";
import { readMetrics } from "./read-metrics";
import { readProjectAnalytics } from "./read-project-analytics";

const range = { from: new Date("2026-01-01T00:00:00Z"), to: new Date("2031-01-01T00:00:00Z") };

type Scene = { id: string } & Record<"owner" | "insider" | "outsider", WorkspaceContext>;

/** A restricted project of three documents, of which one is in an open project too, and a document in another restricted project. */
async function aScene(): Promise<Scene> {
  const owner = await aContext({ role: "owner" });
  const member = await aColleague(owner);
  const open = await createProject(owner, { name: "Open" });
  const secret = await createProject(owner, { name: "Secret", isRestricted: true });
  const closed = await createProject(owner, { name: "Closed", isRestricted: true });
  await fileDocuments(owner, { projectId: closed.id, add: [(await aDocument(owner)).id] });
  await putProjectMember(owner, { id: secret.id, userId: member.actor.id, role: "contributor" });
  const insider = {
    ...member,
    actor: { ...member.actor, projects: [{ id: secret.id, role: "contributor" as const }] },
  };
  for (const [place, fileName] of ["a.txt", "b.pdf", "c.pdf"].entries()) {
    const { id } = await aDocument(owner, { fileName });
    await fileDocuments(owner, { projectId: secret.id, add: [id] });
    if (place === 0)
      await fileDocuments(owner, { projectId: open.id, add: [id], isConfirmed: true });
  }
  return { id: secret.id, owner, insider, outsider: await aColleague(owner, { role: "viewer" }) };
}

describe("the figures of a project", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await aScene();
  });

  test("are for each person as many as the rows behind them, and as the same question of a screen", async () => {
    for (const ctx of [scene.owner, scene.insider]) {
      const { figures, missing } = await readProjectAnalytics(ctx, {
        id: scene.id,
        ...range,
        groupBy: "month,format",
      });
      expect(missing).toEqual([]);
      expect(figures.find(({ metric }) => metric === "documents.received")?.total).toBe(3);
      for (const { metric, total, n, kind, drill, groupedBy } of figures) {
        const { outcomes } = await readMetrics(ctx, {
          queries: [{ metric, ...range, filters: [{ dimension: "project", values: [scene.id] }] }],
        });
        expect(outcomes[0]).toMatchObject({ ok: true, answer: { total, n } });
        if (drill === null) continue;
        const rows = await listProjectRows(ctx, {
          id: scene.id,
          ...range,
          metric,
          groupBy: groupedBy.join(","),
          limit: 200,
        });
        expect(rows.items.length, metric).toBe(kind === "distinct" ? total : n);
        expect(rows.total, metric).toBe(rows.items.length);
      }
    }
  });

  test("of the whole workspace differ by what people may see, and so do their rows", async () => {
    const query = { metric: "documents.received", ...range };
    const totals = [];
    for (const ctx of [scene.owner, scene.insider, scene.outsider]) {
      const { outcomes } = await readMetrics(ctx, { queries: [query] });
      const { items, total } = await drillMetric(ctx, { query });
      expect(outcomes[0]).toMatchObject({ ok: true, answer: { total: items.length, n: total } });
      totals.push(items.length);
    }
    expect(totals).toEqual([4, 3, 1]);
  });

  test("lead from a point to its rows", async () => {
    const { figures } = await readProjectAnalytics(scene.insider, {
      id: scene.id,
      ...range,
      groupBy: "format",
    });
    const received = figures.find(({ metric }) => metric === "documents.received");
    expect(received?.points.length).toBeGreaterThan(0);
    for (const { group, value } of received?.points ?? []) {
      const rows = await listProjectRows(scene.insider, {
        id: scene.id,
        ...range,
        metric: "documents.received",
        groupBy: "format",
        group: group.map(({ key }) => key ?? ""),
      });
      expect(rows.total).toBe(value);
    }
  });

  test("have no cost for members, and are nothing for others", async () => {
    const names = async (ctx: WorkspaceContext) =>
      (await readProjectAnalytics(ctx, { id: scene.id })).figures.map(({ metric }) => metric);
    expect(await names(scene.owner)).toContain("cost.calls");
    expect((await names(scene.insider)).filter((name) => name.startsWith("cost."))).toEqual([]);
    const asked = { id: scene.id, metric: "documents.received" };
    await expect(readProjectAnalytics(scene.outsider, asked)).rejects.toThrow(
      expect.objectContaining({ code: "NOT_FOUND" }),
    );
    await expect(listProjectRows(scene.outsider, asked)).rejects.toThrow(
      expect.objectContaining({ code: "NOT_FOUND" }),
    );
  });

  test.each([
    [{ groupBy: "colour" }, "Use hour, day, week, month, type"],
    [{ groupBy: "day,week" }, "Give one of hour, day"],
    [{ groupBy: "type,status,format" }, "Give at most 2"],
    [{ timeZone: "Berlin" }, "Europe/Berlin"],
    [{ from: range.to, to: range.from }, "`to` that is after"],
    [{ metric: "cost.calls" }, "Use documents.received"],
  ])("say what to ask instead of %j", async (given, hint) => {
    const asked = { id: scene.id, metric: "documents.received", ...given };
    const { insider } = scene;
    await expect(
      "metric" in given ? listProjectRows(insider, asked) : readProjectAnalytics(insider, asked),
    ).rejects.toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", hint: expect.stringContaining(hint) }),
    );
  });
});
