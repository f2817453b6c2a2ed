import { expect, test } from "vitest";

import { planted } from "../planted";
import { databaseInCoreBreaches } from "./database-in-core";

const breaches = (source: string, file = "packages/core/src/documents/a.ts") =>
  databaseInCoreBreaches(planted({ [file]: source }));

test.each([
  "ctx.db.read(scope, work);",
  "tools.ctx.db;",
  'tools.ctx["db"].read();',
  "tools.ctx[`db`];",
  "tools.ctx?.db;",
  "(tools as Hidden).ctx!.db;",
  "const { db } = ctx;",
  "const { db: repositories } = ctx;",
  "const { ctx: { db } } = tools;",
  'const { ["db"]: a } = tools.ctx;',
  "const alias = tools.ctx; const { db = none } = alias;",
  "const run = ({ db }: Context) => db.read();",
  "({ db } = ctx);",
  'const key = "db"; tools.ctx[key];',
  'Reflect.get(ctx, "db");',
  "const { log, ...others } = ctx; others.db;",
])("a flow may not write %s", (source) => {
  expect(breaches(source)).toContainEqual(expect.stringMatching(/reaches a database/));
});

test.each([
  'import type { Database } from "@besunny/db/database";',
  'type Tools = Omit<Context, "db">;',
  'type Tools = { db: Pick<Database, "read"> }; interface A { db: Database }',
  'function open(db: Database["db"]) {}',
  '// ctx.db\nconst a = "ctx.db";',
  "const dbname = ctx.dbname;",
])("%s reaches no database", (source) => {
  expect(breaches(source)).toEqual([]);
});

test("the pipeline and tests reach it", () => {
  expect(breaches("ctx.db.read();", "packages/core/src/operation/pipeline.ts")).toEqual([]);
  expect(breaches("ctx.db.read();", "packages/core/src/documents/a.test.ts")).toEqual([]);
});
