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
  ["packages/jobs/src/a.ts", 'import { a } from "@besunny/core/operation/command";'],
  ["packages/jobs/src/a.ts", 'import { contextOf } from "@besunny/core/operation/caller-of";'],
  ["packages/api/src/a.ts", 'import { a } from "@besunny/core/operation/platform-caller-of";'],
  ["packages/api/src/a.ts", 'import type { A } from "@besunny/core/operation/workspace";'],
  ["packages/api/src/a.ts", 'import { a } from "@besunny/core/in-parts";'],
  ["packages/api/src/a.ts", 'import { a } from "@besunny/core/documents/operations";'],
])("%s may not write %s", (file, source) => {
  expect(breaches(file, source)).toEqual([expect.stringMatching(/of core; allowed are/)]);
});

test.each([
  ["packages/api/src/a.ts", 'import { act } from "@besunny/core/documents/upload-document";'],
  ["packages/jobs/src/a.ts", 'import { a } from "@besunny/core/documents/contract";'],
  ["packages/jobs/src/a.ts", 'import { a } from "@besunny/core/documents/contract/status";'],
  ["packages/api/src/a.ts", 'import { a } from "@besunny/core/access/policy";'],
  ["packages/api/src/a.ts", 'import { a } from "@besunny/core/platform/runs/contract";'],
  ["packages/api/src/a.ts", 'import { a } from "@besunny/core/known-trouble";'],
  ["packages/api/src/a.ts", 'import type { Door } from "@besunny/core/operation/door";'],
  ["packages/jobs/src/a.ts", 'import type { Caller } from "@besunny/core/operation/caller";'],
  ["packages/api/src/a.ts", 'import { AppError } from "@besunny/core/errors";'],
  ["packages/api/src/a.test.ts", 'import { a } from "@besunny/core/documents/model-file";'],
  ["packages/runtime/src/a.ts", 'import { a } from "@besunny/core/documents/model-file";'],
])("%s may write %s", (file, source) => {
  expect(breaches(file, source)).toEqual([]);
});
