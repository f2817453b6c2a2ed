import { errorCode } from "@besunny/sql/error-code";
import { assured, integer, nullable, real, text, timestamp } from "@besunny/sql/rows/column";

import { afterTime, type Page, toPage } from "../cursor";
import type { PrismaClient } from "../generated/client";
import { type Checked, type RowsOf, rawRows } from "../raw-rows";
import { type FigureQuestion, type FigureRange, NONE, pointsSql, REST, totalSql } from "./compile";
import { type DrillQuestion, drillSql } from "./drill";
import type { AnalyticsScope } from "./figure-scope";

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

/** A sum of rows; `people` is the number of different people behind it where the source knows them. */
export type FigureSum = RowsOf<typeof totals>;
/** A part of a figure. `part` is the place of its beginning among those asked for; null: the whole. */
export type FigurePoint = FigureSum & {
  part: number | null;
  keys: (string | null)[];
  isRest: boolean;
};
export type FigureRow = RowsOf<typeof drillRows>;

/** A transaction of either role. */
type Client = Pick<Checked<PrismaClient>, "$executeRaw">;

/** Computes figures from rows, within a scope. */
export function figureRepository(tx: Client, scope: AnalyticsScope) {
  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    await tx.$executeRaw`select set_config('statement_timeout', ${String(TIMEOUT_MS)}, true)`;
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

  return {
    scope,

    /** Returns the figure of a range, its parts, and the figure of another range to compare with. Throws `FigureTooSlow`. */
    read: (question: FigureQuestion, before: FigureRange | null) =>
      guarded(async () => ({
        total: await sumOf(question),
        before: before && (await sumOf({ ...question, range: before })),
        points:
          question.starts || question.breakOuts.length > 0
            ? (await points(tx)`${pointsSql(question, scope)}`).map((row) => pointOf(row, question))
            : [],
      })),

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
        return { ...page, total: await sumOf({ ...question, starts: null, breakOuts: [] }) };
      }),
  };
}

export type Figures = ReturnType<typeof figureRepository>;

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

function wasCancelled(error: unknown): boolean {
  return errorCode(error) === CANCELLED || JSON.stringify(error)?.includes(CANCELLED) === true;
}
