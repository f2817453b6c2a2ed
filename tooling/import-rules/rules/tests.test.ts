import { expect, test } from "vitest";

import { planted } from "../planted";
import { testBreaches } from "./tests";

const breaches = (file: string, source: string) => testBreaches(planted({ [file]: source }));

test.each([
  ["packages/core/src/a.ts", 'import { aContext } from "../test/context";'],
  ["packages/core/src/a.ts", 'import type { A } from "./b.test";'],
  ["packages/api/src/a.ts", 'import { a } from "@besunny/core/test/documents";'],
  ["apps/cli/src/a.ts", 'await import("@besunny/db/test/fresh-database");'],
])("%s may not write %s", (file, source) => {
  expect(breaches(file, source)).toEqual([expect.stringMatching(/only tests may import/)]);
});

test.each([
  ["packages/core/src/a.test.ts", 'import { aContext } from "../test/context";'],
  ["packages/core/test/a.ts", 'import { aContext } from "./context";'],
  ["tooling/vitest/postgres.ts", 'import { a } from "@besunny/db/test/fresh-database";'],
  ["packages/core/src/a.ts", 'import { a } from "./documents/testimony";'],
])("%s may write %s", (file, source) => {
  expect(breaches(file, source)).toEqual([]);
});
