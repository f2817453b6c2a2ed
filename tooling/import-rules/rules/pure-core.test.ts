import { expect, test } from "vitest";

import { planted } from "../planted";
import { pureCoreBreaches } from "./pure-core";

const breaches = (source: string, file = "packages/core/src/search/a.ts") =>
  pureCoreBreaches(planted({ [file]: source }));

test.each([
  'import { createOpenAi } from "@besunny/ai/openai/openai-ai";',
  'import { createReader } from "@besunny/reading/reader";',
  'import { type A, b } from "@besunny/db/a";',
  'import { type A } from "@besunny/db/a";',
  'export { a } from "@besunny/engine/a";',
  'export * from "@besunny/engine/a";',
  'import "@besunny/db/a";',
  'const { a } = await import("@besunny/connectors/a");',
])("core may not write %s", (source) => {
  expect(breaches(source)).toEqual([expect.stringMatching(/imports values of/)]);
});

test("core imports values of the pure files of other packages, which import types alone", () => {
  expect(breaches('import { runStates } from "@besunny/engine/console/run-states";')).toEqual([]);
  expect(breaches('import { a } from "@besunny/engine/console/console";')).toHaveLength(1);

  const pure = "packages/ai/src/index/index-scope.ts";
  expect(breaches('import type { A } from "./a";', pure)).toEqual([]);
  expect(breaches('import { a } from "@besunny/document-model/a";', pure)).toEqual([]);
  for (const source of ['import { a } from "./a";', 'import "node:fs";', 'await import("./a");'])
    expect(breaches(source, pure)).toEqual([expect.stringMatching(/it counts as pure/)]);
});

test("core imports types, and values of pure packages", () => {
  expect(breaches('import type { Reader } from "@besunny/reading/reader";')).toEqual([]);
  expect(breaches('export type { Reader } from "@besunny/reading/reader";')).toEqual([]);
  expect(breaches('type A = import("@besunny/ai/a").A;')).toEqual([]);
  expect(breaches('import { locate } from "@besunny/document-model/locate";')).toEqual([]);
  expect(breaches('import { a } from "@besunny/db/a";', "packages/core/src/a.test.ts")).toEqual([]);
});
