import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { actingIn, aPlatformContext } from "../../../test/contexts";
import { doTwice } from "../../../test/do-twice";
import { wordVectors } from "../../../test/documents";
import { aHouseOfItsOwn } from "../../../test/engine";
import type { WorkspaceContext } from "../../context";
import { featuresVersion } from "../../models/contract/measure-document";
import { countDataIssues } from "../../platform/quality/count-data-issues";
import { countLabels } from "../../platform/quality/count-labels";
import { listDataIssues } from "../../platform/quality/list-data-issues";
import { listDrift } from "../../platform/quality/list-drift";
import { listLabels } from "../../platform/quality/list-labels";
import { weekOf, weeksAfter } from "../../quality/drift/weeks";
import { watchQuality } from "./watch-quality";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const job = { kind: "job", name: "run-schedule" } as const;
const lastWeek = weeksAfter(weekOf(new Date()), -1);

let house: Awaited<ReturnType<typeof aHouseOfItsOwn>>;
beforeAll(async () => {
  house = await aHouseOfItsOwn();
});
afterAll(() => house.close());

type Came = {
  weeksAgo: number;
  count: number;
  language: string;
  confidence: number;
  isUnknown?: boolean;
};

/** Ready documents that came some weeks ago, spread over the week, understood and measured. */
async function came(
  { workspaceId }: WorkspaceContext,
  { weeksAgo, count, language, confidence, isUnknown = false }: Came,
) {
  const week = weeksAfter(weekOf(new Date()), -weeksAgo).toISOString();
  const key = `${workspaceId.slice(3)}_${weeksAgo}_`;
  const type = isUnknown ? "null" : "'invoice'";
  await house.sql(`
    insert into documents (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access, status, stage, created_at)
    select 'doc_${key}' || n, '${workspaceId}', 'Paper', 'paper.txt', 'text/plain', 1, '${key}' || n, 'uploads/${key}' || n, '{all,ws}',
           'ready', 'indexed', '${week}'::timestamptz + n * interval '5 hours' from generate_series(0, ${count - 1}) n`);
  await house.sql(`
    insert into classification_results (id, workspace_id, document_id, version, release, producer, model, type, confidence, candidates, statements, duration_ms)
    select 'res_${key}' || n, '${workspaceId}', 'doc_${key}' || n, 1, '1', 'local', 'm', ${type}, ${isUnknown ? "null" : confidence}, '[]', '{}', 1
      from generate_series(0, ${count - 1}) n`);
  await house.sql(`
    insert into feature_values (document_id, version, workspace_id, "values")
    select 'doc_${key}' || n, '${featuresVersion}', '${workspaceId}',
           jsonb_build_object('language', '${language}', 'pages', 1 + n % 3, 'words', 200 + n, 'emptyText', 0, 'garbledShare', 0, 'mojibake', 0)
      from generate_series(0, ${count - 1}) n`);
}

async function aWatched() {
  const owner = await house.anOwner({ ai: wordVectors });
  const ctx = house.upkeep({ inWorkspace: actingIn(owner, job) });
  return { owner, ctx };
}

describe("watching the quality of data", () => {
  test("tells a week that is other than those before, once, with examples and figures that SQL gives too", async () => {
    const { owner, ctx } = await aWatched();
    for (let weeksAgo = 2; weeksAgo < 10; weeksAgo += 1)
      await came(owner, { weeksAgo, count: 12, language: "de", confidence: 0.9 });
    await came(owner, { weeksAgo: 1, count: 30, language: "fr", confidence: 0.5 });

    const { counts } = await doTwice(watchQuality, ctx);
    expect(counts.looked).toBe(126);
    expect(watchQuality.summary(counts)).toContain("drifted");

    const admin = aPlatformContext({ db: house.db });
    const { items } = await listDrift(admin, { workspaceId: owner.workspaceId });
    const week =
      items.find((each) => each.week === lastWeek.toISOString().slice(0, 10)) ?? expect.fail();
    expect(week).toMatchObject({
      state: "drifted",
      documents: 30,
      referenceDocuments: 96,
      source: "upload",
    });
    expect(week.measures.filter(({ isDrifted }) => isDrifted).map(({ name }) => name)).toEqual([
      "confidence",
      "language",
    ]);
    expect(week.examples).toHaveLength(10);
    const [row] = await house.sql<{ mean: number }>(
      `select avg(confidence)::float8 as mean from classification_results r join documents d on d.id = r.document_id
        where d.workspace_id = '${owner.workspaceId}' and d.created_at >= '${lastWeek.toISOString()}'`,
    );
    expect(week.estimatedAccuracy).toBeCloseTo(Number(row?.mean), 6);
    expect(week.labelledAccuracy).toBeNull();
    expect(items.filter(({ state }) => state === "drifted")).toHaveLength(1);

    const again = await doTwice(watchQuality, ctx);
    expect(again.counts).toMatchObject({ looked: 0, computed: 0 });
  });

  test("has a mark that changes with documents and stays otherwise", async () => {
    const { owner, ctx } = await aWatched();
    await came(owner, { weeksAgo: 1, count: 1, language: "de", confidence: 0.9 });
    const before = await watchQuality.look(ctx);
    expect(await watchQuality.look(ctx)).toBe(before);
    await came(owner, { weeksAgo: 2, count: 1, language: "de", confidence: 0.9 });
    expect(await watchQuality.look(ctx)).not.toBe(before);
  });

  test("shows admins issues and labels as SQL counts them, and no words of documents", async () => {
    const { owner, ctx } = await aWatched();
    await came(owner, { weeksAgo: 1, count: 4, language: "de", confidence: 0.9 });
    const { workspaceId } = owner;
    await house.sql(
      `update feature_values set "values" = "values" || '{"emptyText": 1, "words": 0}' where workspace_id = '${workspaceId}'`,
    );
    await house.sql(`
      insert into labels (id, workspace_id, document_id, field, value, source, by_id)
      select 'lab_' || id, workspace_id, id, 'type', 'letter', 'correction', '${owner.actor.kind === "user" ? owner.actor.id : ""}'
        from documents where workspace_id = '${workspaceId}' and id like '%_0'`);
    await doTwice(watchQuality, ctx);
    const admin = aPlatformContext({ db: house.db });

    expect((await countDataIssues(admin, { workspaceId })).items).toEqual([
      {
        workspaceId,
        kind: "empty_text",
        source: "upload",
        severity: "high",
        state: "open",
        count: 4,
      },
    ]);
    const { items } = await listDataIssues(admin, { workspaceId, kind: "empty_text" });
    expect(items).toHaveLength(4);
    expect(items[0]).not.toHaveProperty("title");
    expect(await countLabels(admin, { workspaceId })).toMatchObject({
      values: [{ key: "letter", count: 1 }],
      sources: [{ key: "upload", count: 1 }],
      people: [{ name: "Olive Owner", count: 1 }],
      weeks: [{ count: 1 }],
    });
    expect((await listLabels(admin, { workspaceId, value: "letter" })).items).toHaveLength(1);
    expect((await listLabels(admin, { workspaceId, value: "memo" })).items).toEqual([]);
    await expect(listLabels(ctx, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
