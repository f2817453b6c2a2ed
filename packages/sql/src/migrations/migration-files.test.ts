import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { readMigrations } from "./migration-files";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "migrations-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

function aFolder(name: string) {
  mkdirSync(join(directory, name));
  writeFileSync(join(directory, name, "migration.sql"), "select 1;");
}
const aFile = (name: string) => writeFileSync(join(directory, name), "select 1;");

const names = () => readMigrations(directory).map(({ name }) => name);

test("it reads files and folders in the order of their numbers", () => {
  aFile("0002_second.sql");
  aFolder("0001_first");
  aFile("0010_tenth.sql");
  aFile("README.md");
  expect(names()).toEqual(["0001_first", "0002_second", "0010_tenth"]);
});

test("it refuses two migrations with one number, and names both", () => {
  aFolder("20270101000000_one");
  aFolder("20270101000000_other");
  expect(names).toThrow(/20270101000000_one and 20270101000000_other have the same number/);
});

test("it lets a number be shared only where that is listed", () => {
  aFolder("20270101000000_one");
  aFolder("20270101000000_other");
  const shared = readMigrations(directory, { sharedNumbers: ["20270101000000"] });
  expect(shared).toHaveLength(2);
  expect(() => readMigrations(directory, { sharedNumbers: ["20270101"] })).toThrow(/same number/);
});
