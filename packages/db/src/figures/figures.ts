import { assured, integer, nullable, real, text, timestamp } from "@besunny/sql/rows/column";

import { afterTime, type Page, toPage } from "../cursor";
import type { PrismaClient } from "../generated/client";
import { type Checked, type RowsOf, rawRows } from "../raw-rows";
import { type FigureQuestion, type FigureRange, NONE, pointsSql, REST, totalSql } from "./compile";
import { marksSql, type RollupRange, rolledPointsSql, rolledTotalSql } from "./compile-rollup";
import { type DrillQuestion, drillSql } from "./drill";
import type { AnalyticsScope } from "./figure-scope";
import { type RollupChoice, rollupFor, wholeHours } from "./rolled-up";

/** The longest time that one figure may take. */
const TIMEOUT_MS = 5000;
const CANCELLED = "57014";

/** Says that a figure took too long. */
export class FigureTooSlow extends Error {
  override readonly name = "FigureTooSlow";
}

const totals = rawRows({ n: integer, value: nullable(real), people: integer });
const points = rawRows({
  b: integer,
  g1: text,
  g2: text,
  n: integer,
  value: nullable(real),
  people: integer,
});
const drillRows = rawRows({
  id: assured(text),
  at: assured(timestamp),
  title: text,
  detail: text,
  value: nullable(real),
  documentId: nullable(text),
  runId: nullable(text),
  traceId: nullable(text),
  workspaceId: nullable(text),
});

/** The part of the row that is of the whole. */
const WHOLE = -1;
/** The most hours that are counted from rows beside rollups. */
const MOST_MARKED = 48;
const markedHours = rawRows({ source: text, bucket: nullable(timestamp) });

/** A sum of rows; `people` is the number of different people behind it where the source knows them. */
export type FigureSum = RowsOf<typeof totals>;
/** A part of a figure. `part` is the place of its beginning among those asked for; null: the whole. */
export type FigurePoint = FigureSum & {
  part: number | null;
  keys: (string | null)[];
  isRest: boolean;
};
export type FigureRead = {
  total: FigureSum;
  before: FigureSum | null;
  points: FigurePoint[];
  from: "rows" | "rollups";
};
export type FigureRow = RowsOf<typeof drillRows>;

type ReadOptions = {
  /** True: never from sums. */
  isFromRows?: boolean;
  timeoutMs?: number;
};

/** A transaction of either role. */
type Client = Pick<Checked<PrismaClient>, "$executeRaw">;

/** Computes figures from rows, within a scope. */
export function figureRepository(tx: Client, scope: AnalyticsScope) {
  let limitMs: number | null = null;
  const hoursToCount = new Map<string, Promise<RowsOf<typeof markedHours>[]>>();

  async function guarded<T>(work: () => Promise<T>, timeoutMs = TIMEOUT_MS): Promise<T> {
    if (limitMs !== timeoutMs)
      await tx.$executeRaw`select set_config('statement_timeout', ${String(timeoutMs)}, true)`;
    limitMs = timeoutMs;
    await tx.$executeRaw`savepoint figure`;
    try {
      const answer = await work();
      await tx.$executeRaw`release savepoint figure`;
      return answer;
    } catch (error) {
      await tx.$executeRaw`rollback to savepoint figure`;
      if (wasCancelled(error))
        throw new FigureTooSlow("The figure took too long", { cause: error });
      throw error;
    }
  }

  async function sumOf(question: FigureQuestion): Promise<FigureSum> {
    const [row] = await totals(tx)`${totalSql(question, scope)}`;
    return row ?? { n: 0, value: null, people: 0 };
  }

  async function fromRows(question: FigureQuestion, before: FigureRange | null) {
    const cut = isCut(question) ? await points(tx)`${pointsSql(question, scope)}` : [];
    return {
      total: wholeOf(cut) ?? (await sumOf(question)),
      before: before && (await sumOf({ ...question, range: before })),
      points: partsOf(cut, question),
    };
  }

  /** Returns the whole hours of a range and those to count again. Null: there are no rollups, or rows are as quick. */
  async function rollupRange(
    choice: RollupChoice,
    range: FigureRange,
  ): Promise<RollupRange | null> {
    const hours = wholeHours(range);
    if (!hours) return null;
    const key = JSON.stringify([choice.name, choice.workspaceId, hours]);
    const rows = await kept(
      hoursToCount,
      key,
      () => markedHours(tx)`${marksSql(choice, hours, MOST_MARKED + 1)}`,
    );
    if (rows.length === 0 || rows.length > MOST_MARKED) return null;
    return { hours, marked: rows.flatMap(({ bucket }) => bucket ?? []) };
  }

  async function fromRollups(question: FigureQuestion, before: FigureRange | null) {
    const choice = rollupFor(question, scope);
    const range = choice && (await rollupRange(choice, question.range));
    if (!choice || !range) return null;
    const cut = isCut(question)
      ? await points(tx)`${rolledPointsSql(question, choice, range, scope)}`
      : [];
    return {
      total: wholeOf(cut) ?? (await rolledSum(question, choice, range)),
      before: before && (await quickSumOf({ ...question, range: before }, choice)),
      points: partsOf(cut, question),
    };
  }

  async function rolledSum(
    question: FigureQuestion,
    choice: RollupChoice,
    range: RollupRange,
  ): Promise<FigureSum> {
    const [total] = await totals(tx)`${rolledTotalSql(question, choice, range, scope)}`;
    return total ?? { n: 0, value: null, people: 0 };
  }

  async function quickSumOf(
    question: FigureQuestion,
    choice: RollupChoice | null,
  ): Promise<FigureSum> {
    const range = choice && (await rollupRange(choice, question.range));
    return choice && range ? rolledSum(question, choice, range) : sumOf(question);
  }

  return {
    scope,

    /** Returns the figure of a range, its parts, and the figure of another range to compare with. Throws `FigureTooSlow`. */
    read: (
      question: FigureQuestion,
      before: FigureRange | null,
      { isFromRows = false, timeoutMs = TIMEOUT_MS }: ReadOptions = {},
    ): Promise<FigureRead> =>
      guarded(async () => {
        const rolled = isFromRows ? null : await fromRollups(question, before);
        return rolled
          ? { ...rolled, from: "rollups" }
          : { ...(await fromRows(question, before)), from: "rows" };
      }, timeoutMs),

    /** Lists the rows behind a figure, the newest first, and says how many there are. Throws `FigureTooSlow`. */
    drill: (
      question: Omit<DrillQuestion, "after">,
      cursor: string | null | undefined,
    ): Promise<Page<FigureRow> & { total: FigureSum }> =>
      guarded(async () => {
        const list = `figure ${question.source} ${question.measure}`;
        const after = afterTime(cursor, list);
        const limit = question.limit + 1;
        const rows = await drillRows(tx)`${drillSql({ ...question, after, limit }, scope)}`;
        const page = toPage(rows, {
          limit: question.limit,
          list,
          keyOf: ({ at, id }) => [at.toISOString(), id],
        });
        const whole = { ...question, starts: null, breakOuts: [] };
        return { ...page, total: await quickSumOf(whole, rollupFor(whole, scope)) };
      }),
  };
}

export type Figures = ReturnType<typeof figureRepository>;

/** Returns what was asked for under this key before, or asks. A failure is not kept. */
function kept<T>(asked: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const answer = asked.get(key) ?? ask();
  asked.set(key, answer);
  answer.catch(() => asked.delete(key));
  return answer;
}

function isCut({ starts, breakOuts }: FigureQuestion): boolean {
  return starts !== null || breakOuts.length > 0;
}

/** Returns the sum over all parts; null where the statement has none. */
function wholeOf(rows: readonly RowsOf<typeof points>[]): FigureSum | null {
  const whole = rows.find(({ b }) => b === WHOLE);
  return whole ? { n: whole.n, value: whole.value, people: whole.people } : null;
}

function partsOf(rows: readonly RowsOf<typeof points>[], question: FigureQuestion): FigurePoint[] {
  return rows
    .filter(({ b }) => b !== WHOLE)
    .toSorted((one, other) => one.b - other.b || (one.g1 + one.g2 < other.g1 + other.g2 ? -1 : 1))
    .map((row) => pointOf(row, question));
}

function pointOf(
  { b, g1, g2, ...sum }: RowsOf<typeof points>,
  { breakOuts }: FigureQuestion,
): FigurePoint {
  const keys = [g1, g2].slice(0, breakOuts.length);
  return {
    ...sum,
    part: b === 0 ? null : b - 1,
    keys: keys.map((key) => (key === NONE || key === REST ? null : key)),
    isRest: keys.includes(REST),
  };
}

/** Prisma says the code of PostgreSQL in the message alone. */
function wasCancelled(error: unknown): boolean {
  return error instanceof Error && error.message.includes(`\`${CANCELLED}\``);
}
