import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { generated, writeFigureRows } from "../../test/figure-rows";
import { byHand } from "../../test/figures-by-hand";
import { freshDatabase, queryOnce } from "../../test/fresh-database";
import { createDatabase } from "../database";
import type { FigureQuestion } from "./compile";
import { type Figures, FigureTooSlow } from "./figures";
import { rolledNames } from "./rolled-up";
import { type SourceName, sources } from "./sources";

const HOUR = 3_600_000;
const year = { from: new Date("2025-03-01T00:00:00Z"), to: new Date("2026-03-01T00:00:00Z") };
const question = {
  starts: null,
  breakOuts: [],
  filters: [],
  limit: 20,
} satisfies Partial<FigureQuestion>;

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: ReturnType<typeof createDatabase>;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = createDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });
  await writeFigureRows(fresh.superuserUrl);
});
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

/** Numbers that look random and are the same in each run. */
function randomly(seed: number) {
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const one = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(next() * items.length)] as Item;
  return { next, one };
}

const inWorkspace = <T>(
  principals: readonly string[],
  work: (figures: Figures) => Promise<T>,
  workspaceId = "ws_one",
) =>
  database.read({ workspaceId, principals }, ({ figures }) => work(figures), {
    isOfOneMoment: true,
  });
const across = <T>(work: (figures: Figures) => Promise<T>) =>
  database.platform.atOneMoment(({ figures }) => work(figures));

const measures = Object.entries(byHand).flatMap(([source, of]) =>
  Object.keys(of).map(
    (measure) => [`${source}.${measure}`, source as SourceName, measure] as const,
  ),
);

/** A figure as SQL that was written by hand has it. */
async function handwritten(source: string, measure: string, workspaceId: string | null) {
  const sql = byHand[source]?.[measure] ?? "";
  const [row] = await queryOnce<{ value: unknown }>(fresh.superuserUrl, sql, [
    year.from,
    year.to,
    workspaceId,
  ]);
  return row?.value === null ? null : Number(row?.value);
}

test("every measure is written by hand too, but for ages, what counts rollups, and the ways of people", () => {
  const known: ReadonlySet<string> = new Set(measures.map(([name]) => name));
  const missing = Object.entries(sources).flatMap(([source, of]) =>
    Object.keys(of.measures)
      .map((measure) => `${source}.${measure}`)
      .filter((name) => !known.has(name)),
  );
  expect(missing).toEqual([
    "citations.answers",
    "citations.documents",
    "deeds.done",
    "documents.oldestOpen",
    "events.waiting",
    "events.oldest",
    "journeys.joined",
    "journeys.uploaded",
    "journeys.ready",
    "journeys.asked",
    "journeys.answered",
    "journeys.toAnswer",
    "journeys.members",
    "journeys.activeShare",
    "marks.waiting",
    "marks.oldest",
    "rollups.drift",
    "weeks.people",
    "weeks.cameBack",
  ]);
});

test("every figure is what SQL written by hand says, in a workspace and over all", async () => {
  const differing: string[] = [];
  for (const [name, source, measure] of measures) {
    const asked = { ...question, source, measure, range: year };
    const own = await inWorkspace(["all"], (figures) => figures.read(asked, null));
    const all = await across((figures) => figures.read(asked, null));
    for (const [read, workspaceId] of [
      [own, "ws_one"],
      [all, null],
    ] as const) {
      const value = await handwritten(source, measure, workspaceId);
      const isEqual =
        value === null
          ? read.total.value === null
          : Math.abs((read.total.value ?? Number.NaN) - value) <
            1e-6 * Math.max(1, Math.abs(value));
      if (!isEqual) differing.push(`${name}: ${read.total.value}, by hand ${value}`);
      if (value === 0 || value === null)
        differing.push(`${name} counts nothing, so it proves nothing`);
    }
  }
  expect(differing).toEqual([]);
});

describe("people who see some documents", () => {
  const kinds = ["documents", "stages", "results", "labels"] as const;

  test("a figure is the number of rows that its drill lists, all of them of documents that they see", async () => {
    const { next, one } = randomly(7);
    for (let round = 0; round < 50; round++) {
      const person = one(generated.people);
      const principals = ["ws", person, ...generated.projects.slice(1).filter(() => next() < 0.4)];
      const source = one(kinds);
      const of = sources[source];
      const measure = one(Object.keys(of.measures));
      const dimension = one(Object.keys(of.dimensions));
      const span = Math.ceil(next() * 200) * 24 * HOUR;
      const from = new Date(year.from.getTime() + next() * 200 * 24 * HOUR);
      const range = { from, to: new Date(from.getTime() + span) };
      const seen = new Set(
        (
          await queryOnce<{ id: string }>(
            fresh.superuserUrl,
            "select id from documents where workspace_id = 'ws_one' and access && $1::text[]",
            [principals],
          )
        ).map(({ id }) => id),
      );

      await inWorkspace(principals, async (figures) => {
        const asked = { ...question, source, measure, range };
        const { total, from: by } = await figures.read(asked, null);
        expect(by).toBe("rows");
        const rows = await allOf(figures, asked);
        const isDistinct = total.n !== rows.length;
        expect(isDistinct ? total.value : total.n).toBe(rows.length);
        for (const { documentId } of rows) if (documentId) expect(seen).toContain(documentId);

        const { points } = await figures.read({ ...asked, breakOuts: [dimension] }, null);
        for (const point of points.filter(({ isRest }) => !isRest).slice(0, 3)) {
          const filters = [{ dimension, values: point.keys }];
          const behind = await allOf(figures, { ...asked, filters });
          expect(behind.length).toBe(isDistinct ? point.value : point.n);
        }
      });
    }
  });

  test("a project that they may not see is no group, and filters nothing", async () => {
    const asked = { ...question, source: "documents", measure: "received", range: year } as const;
    const groupsOf = async (principals: readonly string[]) =>
      (
        await inWorkspace(principals, (figures) =>
          figures.read({ ...asked, breakOuts: ["project"] }, null),
        )
      ).points.flatMap(({ keys }) => keys[0] ?? []);
    expect((await groupsOf(["all"])).toSorted()).toEqual([...generated.projects].toSorted());
    expect((await groupsOf(["ws", "usr_2"])).toSorted()).toEqual(["prj_open"]);
    const filters = [{ dimension: "project", values: ["prj_secret"] }];
    const { total } = await inWorkspace(["ws", "usr_2"], (figures) =>
      figures.read({ ...asked, filters }, null),
    );
    expect(total.n).toBe(0);
  });

  test("sources without documents are not theirs to count", async () => {
    const asked = { ...question, source: "calls", measure: "cost", range: year } as const;
    await expect(inWorkspace(["ws"], (figures) => figures.read(asked, null))).rejects.toThrow(
      TypeError,
    );
  });
});

test("a figure that takes too long ends alone: the next one is answered in the same transaction", async () => {
  const blocker = new pg.Client({ connectionString: fresh.superuserUrl });
  await blocker.connect();
  await blocker.query("begin; lock table labels in access exclusive mode");
  const asked = { ...question, range: year };
  await inWorkspace(["all"], async (figures) => {
    const labels = { ...asked, source: "labels", measure: "written" } as const;
    await expect(figures.read(labels, null, { timeoutMs: 200 })).rejects.toThrow(FigureTooSlow);
    const searches = { ...asked, source: "searches", measure: "asked" } as const;
    expect((await figures.read(searches, null)).total.n).toBeGreaterThan(0);
  });
  await blocker.end();
});

test("a document of several groups counts once in the whole, and once in the rest", async () => {
  const asked = { ...question, source: "documents", measure: "received", range: year } as const;
  const breakOuts = ["project"];
  await inWorkspace(["all"], async (figures) => {
    const { total, points } = await figures.read({ ...asked, breakOuts }, null);
    const { points: few } = await figures.read({ ...asked, breakOuts, limit: 1 }, null);
    const [kept] = few.filter(({ isRest }) => !isRest);
    const left = points.flatMap(({ keys }) => keys).filter((key) => key !== kept?.keys[0]);
    const behind = await allOf(figures, {
      ...asked,
      filters: [{ dimension: "project", values: left }],
    });
    expect(few.find(({ isRest }) => isRest)?.n).toBe(behind.length);
    expect(points.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThan(total.n);
  });
});

/** Reads all pages behind a figure. */
async function allOf(
  figures: Figures,
  asked: Omit<FigureQuestion, "starts" | "breakOuts" | "limit">,
) {
  const rows = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Figures["drill"]>> = await figures.drill(
      { ...asked, limit: 60 },
      cursor,
    );
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}

describe("rollups", () => {
  /** Compares random questions from rollups with the same from rows. Returns how many rollups answered. */
  async function compare(seed: number, rounds: number): Promise<number> {
    const { next, one } = randomly(seed);
    let byRollups = 0;
    for (let round = 0; round < rounds; round++) {
      const source = one(rolledNames);
      const of = sources[source];
      const dimension = one(Object.keys(of.dimensions));
      const from = new Date(year.from.getTime() + Math.floor(next() * 250 * 24 * 60) * 60_000);
      const range = {
        from,
        to: new Date(from.getTime() + Math.ceil(next() * 100 * 24 * 60) * 60_000),
      };
      const first = Math.floor(from.getTime() / HOUR) * HOUR;
      const starts = Array.from({ length: 400 }, (_, place) => new Date(first + place * 24 * HOUR));
      const asked: FigureQuestion = {
        ...question,
        source,
        measure: one(Object.keys(of.measures)),
        range,
        starts: next() < 0.5 ? starts.filter((start) => start < range.to) : null,
        breakOuts: next() < 0.4 ? [dimension] : [],
        filters:
          next() < 0.2
            ? [{ dimension, values: [one(["invoice", "pdf", "ws_one", "read", null])] }]
            : [],
        limit: one([2, 20]),
      };
      const work = async (figures: Figures) => {
        const rolled = await figures.read(asked, year);
        const rows = await figures.read(asked, year, { isFromRows: true });
        if (rolled.from === "rollups") byRollups++;
        expect(round6(rolled.total), JSON.stringify(asked)).toEqual(round6(rows.total));
        expect(round6(rolled.before), JSON.stringify(asked)).toEqual(round6(rows.before));
        expect(rolled.points.map(round6), JSON.stringify(asked)).toEqual(rows.points.map(round6));
      };
      await (next() < 0.6 ? across(work) : inWorkspace(["all"], work));
    }
    return byRollups;
  }
  const round6 = <Sum extends { value: number | null }>(sum: Sum | null) =>
    sum && {
      ...sum,
      people: 0,
      value: sum.value === null ? null : Math.round(sum.value * 1e6) / 1e6,
    };
  const workOff = async () => {
    let rounds = 0;
    while ((await database.platform.rollups.workOff()) > 0) rounds++;
    return rounds;
  };

  test("answer nothing before they were made", async () => {
    expect(await compare(1, 20)).toBe(0);
  });

  test("are what rows say, in 200 questions", async () => {
    expect(await workOff()).toBeGreaterThan(5);
    expect(await database.platform.rollups.waiting()).toEqual({ marks: 0, behindMs: 0 });
    expect(await compare(2, 200)).toBeGreaterThan(60);
    expect(await database.platform.rollups.compare(new Date(0), new Date())).toBe(0);
  });

  test("are right at once after corrections, deletions, and a parent whose format turned out to be another", async () => {
    await queryOnce(
      fresh.superuserUrl,
      `update documents set type = 'memo', is_type_corrected = true where id in ('doc_12', 'doc_101');
       update documents set trashed_at = now() where id = 'doc_200';
       update documents set format = 'msg' where id = 'doc_13';
       delete from documents where id in ('doc_77', 'doc_150');
       update model_calls set state = 'ok', cost_micro = 7 where id = 'mdc_20'`,
    );
    expect((await database.platform.rollups.waiting()).marks).toBeGreaterThan(5);
    expect(await compare(3, 50)).toBeGreaterThan(10);
    expect(await workOff()).toBeGreaterThan(0);
    expect(await compare(3, 50)).toBeGreaterThan(10);
    expect(await database.platform.rollups.compare(new Date(0), new Date())).toBe(0);
  });

  test("are the same after hours were counted twice, and when two processes count at once", async () => {
    const rollups = () =>
      queryOnce(fresh.superuserUrl, "select * from metric_rollups order by 1, 2, 3, 4, 5");
    const before = await rollups();
    await queryOnce(
      fresh.superuserUrl,
      `insert into rollup_marks (source, workspace_id, bucket) select source, workspace_id, bucket from metric_rollups where workspace_id <> ''`,
    );
    await Promise.all([workOff(), workOff()]);
    await workOff();
    expect(await rollups()).toEqual(before);
  });

  test("an update that changes no figure marks no hour", async () => {
    await queryOnce(fresh.superuserUrl, "update documents set title = 'New', updated_at = now()");
    expect(await database.platform.rollups.waiting()).toEqual({ marks: 0, behindMs: 0 });
  });

  test("the comparison finds wrong sums, and they are counted again", async () => {
    await queryOnce(
      fresh.superuserUrl,
      `update metric_rollups set n[1] = n[1] + 1 where source = 'documents' and dimension = '' and workspace_id = 'ws_one'
         and bucket = (select min(bucket) from metric_rollups where source = 'documents' and workspace_id = 'ws_one')`,
    );
    expect(await database.platform.rollups.compare(new Date(0), new Date())).toBe(1);
    const drift = { ...question, source: "rollups", measure: "drift", range: year } as const;
    expect((await across((figures) => figures.read(drift, null))).total.value).toBe(1);
    await workOff();
    expect(await database.platform.rollups.compare(new Date(0), new Date())).toBe(0);
    expect((await across((figures) => figures.read(drift, null))).total.value).toBe(0);
  });
});
