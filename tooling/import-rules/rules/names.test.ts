import { expect, test } from "vitest";

import { planted } from "../planted";
import { nameBreaches } from "./names";

const breaches = (file: string, source = "export const a = 1;") =>
  nameBreaches(planted({ [file]: source }));

test.each([
  "utils",
  "helpers",
  "common",
  "shared",
  "lib",
  "types",
  "services",
  "constants",
  "support",
  "misc",
  "internal",
])("a folder named %s does not say what it holds", (folder) => {
  expect(breaches(`packages/core/src/${folder}/a.ts`)).toEqual([
    expect.stringMatching(/folder name/),
  ]);
  expect(breaches(`apps/web/src/viewer/${folder}/a.tsx`)).toHaveLength(1);
  expect(breaches(`bench/${folder}/a.ts`)).toHaveLength(1);
});

test.each([
  "packages/core/src/utils.ts",
  "apps/web/src/viewer/helpers.tsx",
  "packages/db/src/types.ts",
])("%s does not say what it holds", (file) => {
  expect(breaches(file)).toEqual([expect.stringMatching(/file name/)]);
});

test("a folder that repeats its package's name is a breach", () => {
  expect(breaches("packages/core/src/core/a.ts")).toEqual([expect.stringMatching(/repeats/)]);
});

test.each([
  ["packages/core/src/documents/index.ts", ""],
  ["packages/api/src/browser/all.ts", 'export * from "@besunny/core/access/actions";'],
  ["packages/api/src/browser/index.ts", 'export { a } from "./a";'],
  [
    "packages/api/src/client/policy.ts",
    'export { a } from "@besunny/core/a";\nexport { b } from "@besunny/core/b";',
  ],
  ["packages/core/src/documents/all.ts", 'export * from "./a";\nexport const b = 1;'],
  ["packages/core/src/documents/all.ts", 'export { a } from "./a";\nexport type { B } from "./b";'],
])("%s is a barrel with %s", (file, source) => {
  expect(breaches(file, source)).toEqual([expect.stringMatching(/barrel/)]);
});

test.each([
  ["packages/core/src/documents/upload-document.ts", "export const a = 1;"],
  ["packages/api/src/client/router.ts", 'export type { AppRouter } from "../trpc/router";'],
  ["apps/web/src/app/api/route.ts", 'export { GET } from "./a";\nexport { POST } from "./b";'],
  [
    "packages/api/src/browser/policy.ts",
    'export { a } from "@besunny/core/a";\nexport { b } from "@besunny/core/b";',
  ],
  ["tooling/start/services.mjs", ""],
  ["packages/reading/src/types-of-files.ts", ""],
])("%s is no breach", (file, source) => {
  expect(breaches(file, source)).toEqual([]);
});
