import { expect, test } from "vitest";

import { planted } from "../planted";
import { folderSizeBreaches } from "./folder-size";

const files = (count: number, name: (n: number) => string) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [name(n), ""]));

test("a folder with 26 source files is a breach, one with 25 is none", () => {
  const folder = "packages/core/src/documents";
  expect(folderSizeBreaches(planted(files(26, (n) => `${folder}/a${n}.ts`)))).toEqual([
    `${folder} holds 26 source files; at most 25`,
  ]);
  expect(folderSizeBreaches(planted(files(25, (n) => `${folder}/a${n}.ts`)))).toEqual([]);
});

test("tests, folders below and Next's route files are not counted", () => {
  const tree = planted({
    ...files(25, (n) => `apps/web/src/app/a${n}.tsx`),
    ...files(20, (n) => `apps/web/src/app/b${n}.test.tsx`),
    ...files(20, (n) => `apps/web/src/app/c/d${n}.tsx`),
    ...files(25, (n) => `tooling/start/a${n}.mjs`),
    ...files(5, (n) => `tooling/start/b${n}.test.mjs`),
    "apps/web/src/app/page.tsx": "",
    "apps/web/src/app/layout.tsx": "",
  });
  expect(folderSizeBreaches(tree)).toEqual([]);
});
