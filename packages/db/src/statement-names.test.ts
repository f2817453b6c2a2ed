import { expect, test } from "vitest";

import { plannedEachTime, statementNames } from "./statement-names";

const one = { sql: "select $1", args: ["a"] };

test("it gives a text one name, whatever its parameters, and another text another", () => {
  const nameOf = statementNames();
  const name = nameOf(one);

  expect(name).not.toBe("");
  expect(nameOf({ ...one, args: ["b"] })).toBe(name);
  expect(nameOf({ sql: "select $1, 2", args: ["a"] })).not.toBe(name);
});

test("it gives names that PostgreSQL does not cut off", () => {
  expect(
    statementNames()({ sql: `select $1 ${"x".repeat(9_000)}`, args: ["a"] }).length,
  ).toBeLessThan(64);
});

test("it leaves statements of a transaction and lists of parameters without a name", () => {
  const nameOf = statementNames();

  expect(nameOf({ sql: "BEGIN", args: [] })).toBe("");
  expect(nameOf({ sql: "select in", args: Array.from({ length: 17 }, () => "a") })).toBe("");
});

test("it names no more texts than a connection should keep", () => {
  const nameOf = statementNames();
  const names = Array.from({ length: 400 }, (_, n) =>
    nameOf({ sql: `select $1, ${n}`, args: [n] }),
  );

  expect(names.filter((name) => name !== "")).toHaveLength(300);
  expect(nameOf({ sql: "select $1, 0", args: [0] })).toBe(names[0]);
});

test("it asks for plans with parameters beside what was asked for before", () => {
  const url = "postgresql://someone@localhost/besunny?options=-c+timezone%3DUTC";

  expect(new URL(plannedEachTime(url)).searchParams.get("options")).toBe(
    "-c timezone=UTC -c plan_cache_mode=force_custom_plan",
  );
});
