import { expect, test } from "vitest";

import { planted } from "../planted";
import { connectionBreaches } from "./connections";

const breaches = (source: string, file = "packages/db/src/a.ts") =>
  connectionBreaches(planted({ [file]: source }));

test.each([
  "new PrismaPg({ connectionString, max: 4 });",
  "new Client({ host });",
  "new pg.Pool(settings);",
  "inUtc(other); new pg.Client(settings);",
])("%s may run in another time zone", (source) => {
  expect(breaches(source)).toEqual([expect.stringMatching(/UTC/)]);
  expect(breaches(source, "packages/engine/src/a.ts")).toHaveLength(1);
  expect(breaches(source, "packages/sql/src/a.ts")).toHaveLength(1);
});

test.each([
  "new PrismaPg(inUtc({ connectionString }));",
  "new pg.Pool({ ...withSettings(settings), max: 4 });",
  "type A = Client; new PrismaClient({ adapter });",
  "// new Client({ host })",
])("%s does not", (source) => {
  expect(breaches(source)).toEqual([]);
});
