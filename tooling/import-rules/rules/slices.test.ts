import { expect, test } from "vitest";

import { anOperation, makers, planted } from "../planted";
import { sliceBreaches } from "./slices";

const core = "packages/core/src";
const tree = {
  ...makers,
  [`${core}/documents/upload-document.ts`]: anOperation,
  [`${core}/documents/rights.ts`]: "export const act = command(1);",
  [`${core}/documents/contract.ts`]: "export type A = 1;",
  [`${core}/content/contract/part.ts`]: "export type A = 1;",
  [`${core}/identity/sign-in.ts`]: anOperation,
  [`${core}/identity/contract.ts`]: "export type A = 1;",
  [`${core}/search/find-passages.ts`]: anOperation,
  [`${core}/search/contract.ts`]: "export type A = 1;",
  [`${core}/access/policy.ts`]: "export const a = 1;",
  [`${core}/errors.ts`]: "export const a = 1;",
  [`${core}/documents/operations.ts`]: "export const documentsOperations = [];",
  [`${core}/documents/runs/contract.ts`]: "export type A = 1;",
  [`${core}/documents/runs/contract-of-a-run.ts`]: "export type A = 1;",
};
const breaches = (file: string, specifier: string) =>
  sliceBreaches(planted({ ...tree, [`${core}/${file}`]: `import { a } from "${specifier}";` }));

test.each([
  [
    "an inside of a lower slice",
    "search/a.ts",
    "../documents/rights",
    /an inside of documents; allowed are documents\/contract\.ts/,
  ],
  ["an inside by the package's name", "search/a.ts", "@besunny/core/documents/rights", /an inside/],
  [
    "an operation of a higher slice",
    "documents/a.ts",
    "../search/find-passages",
    /layer 3, above layer 2 of documents/,
  ],
  ["a contract of a higher slice", "documents/a.ts", "../search/contract", /above layer 2/],
  ["an operation of the same layer", "members/a.ts", "../identity/sign-in", /same layer/],
  [
    "a slice from the top of core",
    "events.ts",
    "../src/documents/contract",
    /above layer 0 of events/,
  ],
  [
    "the list of a slice from another slice",
    "search/a.ts",
    "../documents/operations",
    /an inside of/,
  ],
  ["the list of a slice from health", "health.ts", "./documents/operations", /an inside of/],
  ["an inside from the catalogue", "catalogue.ts", "./documents/rights", /an inside of/],
  ["a file beside contracts", "search/a.ts", "../documents/runs/contract-of-a-run", /an inside of/],
  ["a slice from access", "access/a.ts", "../documents/contract", /above layer 0 of access/],
])("%s is a breach", (_, file, specifier, message) => {
  expect(breaches(file, specifier)).toEqual([expect.stringMatching(message)]);
});

test.each([
  ["types", 'import type { A } from "../documents/rights";'],
  ["a type inside of a type", 'type A = import("../documents/rights").A;'],
  ["a dynamic import", 'await import("../documents/rights");'],
  ["an export", 'export { act } from "../documents/rights";'],
])("%s counts too", (_, source) => {
  expect(sliceBreaches(planted({ ...tree, [`${core}/search/a.ts`]: source }))).toHaveLength(1);
});

test.each([
  ["an operation of a lower slice", "search/a.ts", "../documents/upload-document"],
  ["a contract of a lower slice", "search/a.ts", "../documents/contract"],
  ["a part of a contract", "search/a.ts", "../content/contract/part"],
  ["a contract of the same layer", "members/a.ts", "../identity/contract"],
  ["a file of its own", "documents/a.ts", "./rights"],
  ["an open slice", "search/a.ts", "../access/policy"],
  ["the top of core", "search/a.ts", "../errors"],
  ["an inside from a test", "search/a.test.ts", "../documents/rights"],
  ["a slice from the catalogue", "catalogue.ts", "./documents/upload-document"],
  ["the list of a slice from the catalogue", "catalogue.ts", "./documents/operations"],
  ["a contract of a folder in a slice", "search/a.ts", "../documents/runs/contract"],
])("%s is no breach", (_, file, specifier) => {
  expect(breaches(file, specifier)).toEqual([]);
});

test("a slice that the table does not know is a breach", () => {
  expect(sliceBreaches(planted({ [`${core}/new/a.ts`]: "" }))).toEqual([
    expect.stringMatching(/core\/src\/new is in no layer/),
  ]);
});

test("only what core's own makers make is an operation", () => {
  const forged = {
    ...tree,
    [`${core}/documents/b.ts`]: "const command = (a) => a; export const b = command(1);",
  };
  const source = 'import { b } from "../documents/b";';
  expect(sliceBreaches(planted({ ...forged, [`${core}/search/a.ts`]: source }))).toHaveLength(1);
});
