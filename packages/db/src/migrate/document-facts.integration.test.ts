import { afterAll, beforeAll, expect, test } from "vitest";

import { freshDatabase, queryOnce } from "../../test/fresh-database";

let database: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database?.drop();
});

const read = async (normalised: string | null) => {
  const value = normalised === null ? "null::text" : `'${normalised}'::text`;
  const [row] = await queryOnce<Record<string, unknown>>(
    database.superuserUrl,
    `select fact_kind(v) as kind, fact_number(v) as number, fact_currency(v) as currency,
            fact_first_day(v)::text as first, fact_last_day(v)::text as last from (select ${value} as v) as given`,
  );
  return row;
};

test.each([
  ["EUR 12.50", "money", 12.5, "EUR", null, null],
  ["EUR -3", "money", -3, "EUR", null, null],
  ["1234.5", "number", 1234.5, null, null, null],
  ["2026-02-28", "date", null, null, "2026-02-28", "2026-02-28"],
  ["2026-02-31", "date", null, null, "2026-02-28", "2026-02-28"],
  ["2026-13-01", "text", null, null, null, null],
  ["2026-01-01/2027-12-31", "period", null, null, "2026-01-01", "2027-12-31"],
  ["2026-02", "period", null, null, "2026-02-01", "2026-02-28"],
  ["2026-Q2", "period", null, null, "2026-04-01", "2026-06-30"],
  ["2024/25", "period", null, null, "2024-01-01", "2025-12-31"],
  ["2026", "number", 2026, null, "2026-01-01", "2026-12-31"],
  ["P3Y", "duration", null, null, null, null],
  ["DE89370400440532013000", "text", null, null, null, null],
  ["99999999999999999999", "text", null, null, null, null],
  [null, "text", null, null, null, null],
])("a fact of %s is read as %s", async (normalised, kind, number, currency, first, last) => {
  expect(await read(normalised)).toEqual({ kind, number, currency, first, last });
});
