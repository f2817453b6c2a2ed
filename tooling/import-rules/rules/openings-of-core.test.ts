import { expect, test } from "vitest";

import { anOperation, makers, planted } from "../planted";
import { openingsOfCoreBreaches } from "./openings-of-core";

const core = "packages/core/src";
const tree = {
  ...makers,
  [`${core}/documents/upload-document.ts`]: anOperation,
  [`${core}/documents/model-file.ts`]: "export const a = 1;",
};
const breaches = (file: string, source: string) =>
  openingsOfCoreBreaches(planted({ ...tree, [file]: source }));

test.each([
  ["packages/api/src/a.ts", 'import { a } from "@besunny/core/documents/model-file";'],
  ["packages/api/src/a.ts", 'import type { A } from "@besunny/core/documents/model-file";'],
  ["packages/jobs/src/a.ts", 'await import("@besunny/core/documents/model-file");'],
  ["packages/jobs/src/a.ts", 'import { a } from "@besunny/core/operation/pipeline";'],
  ["packages/api/src/a.ts", 'import { a } from "@besunny/core/known-trouble";'],
])("%s may not write %s", (file, source) => {
  expect(breaches(file, source)).toEqual([expect.stringMatching(/of core; allowed are/)]);
});

test.each([
  ["packages/api/src/a.ts", 'import { act } from "@besunny/core/documents/upload-document";'],
  ["packages/jobs/src/a.ts", 'import { a } from "@besunny/core/documents/contract";'],
  ["packages/jobs/src/a.ts", 'import { a } from "@besunny/core/documents/contract/status";'],
  ["packages/api/src/a.ts", 'import { a } from "@besunny/core/access/policy";'],
  ["packages/api/src/a.ts", 'import { AppError } from "@besunny/core/errors";'],
  ["packages/api/src/a.test.ts", 'import { a } from "@besunny/core/documents/model-file";'],
  ["packages/runtime/src/a.ts", 'import { a } from "@besunny/core/documents/model-file";'],
])("%s may write %s", (file, source) => {
  expect(breaches(file, source)).toEqual([]);
});
