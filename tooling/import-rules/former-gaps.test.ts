import { expect, test } from "vitest";

import { anOperation, makers, planted } from "./planted";
import { rules } from "./rules";

const core = "packages/core/src";
const tree = {
  ...makers,
  [`${core}/documents/model-file.ts`]: "export const readModel = 1;",
  [`${core}/documents/upload-document.ts`]: anOperation,
};

/** Breaches that the rules did not see while they matched texts. */
const gaps: [rule: keyof typeof rules, file: string, source: string][] = [
  [
    "databaseInCore",
    `${core}/search/a.ts`,
    'import { flow } from "../operation/flow"; export const a = flow("a", { handle({ ctx }) { const { db } = ctx; } });',
  ],
  ["databaseInCore", `${core}/search/a.ts`, 'export const a = (tools) => tools.ctx["db"].read();'],
  [
    "pureCore",
    `${core}/search/a.ts`,
    'import { openAi } from "@besunny/ai/openai/openai-ai"; openAi({ key });',
  ],
  [
    "pureCore",
    `${core}/documents/a.ts`,
    'import { createReader } from "@besunny/reading/reader"; createReader();',
  ],
  ["slices", `${core}/search/a.ts`, 'import { readModel } from "../documents/model-file";'],
  [
    "openingsOfCore",
    "packages/api/src/rest/a.ts",
    'import { readModel } from "@besunny/core/documents/model-file";',
  ],
  ["capabilities", "packages/api/src/a.ts", 'import { env } from "node:process"; env.KEY;'],
  ["capabilities", `${core}/a.ts`, "const { env } = process; env.KEY;"],
  [
    "clientClosure",
    "apps/web/src/documents/use-things.ts",
    'import { appRouter } from "@besunny/api/trpc/router"; export const useThings = () => appRouter;',
  ],
  ["capabilities", "packages/reading/src/a.ts", 'await fetch("https://example.org");'],
  ["capabilities", "packages/reading/src/a.ts", 'import { connect } from "node:net"; connect(80);'],
  ["capabilities", `${core}/search/a.ts`, 'await fetch("https://example.org");'],
  ["capabilities", "packages/jobs/src/a.ts", 'import { connect } from "node:net"; connect(80);'],
  ["thirdParty", `${core}/members/a.ts`, 'import { createTransport } from "nodemailer";'],
  ["thirdParty", "packages/api/src/upload/a.ts", 'import { S3Client } from "@aws-sdk/client-s3";'],
  ["thirdParty", "packages/jobs/src/a.ts", 'import { run } from "graphile-worker";'],
  ["names", `${core}/support/a.ts`, "export const a = 1;"],
  ["names", "packages/api/src/misc/a.ts", "export const a = 1;"],
];

test.each(gaps)("%s sees %s: %s", (rule, file, source) => {
  expect(rules[rule](planted({ ...tree, [file]: source }))).toHaveLength(1);
});

/** The same with what is allowed instead. */
const controls: [rule: keyof typeof rules, file: string, source: string][] = [
  [
    "databaseInCore",
    `${core}/search/a.ts`,
    "export const a = ({ documents }) => documents.find(id);",
  ],
  ["pureCore", `${core}/search/a.ts`, 'import type { Ai } from "@besunny/ai/ai";'],
  ["slices", `${core}/search/a.ts`, 'import { act } from "../documents/upload-document";'],
  [
    "openingsOfCore",
    "packages/api/src/rest/a.ts",
    'import { act } from "@besunny/core/documents/upload-document";',
  ],
  ["capabilities", "packages/runtime/src/env.ts", "const { env } = process; env.KEY;"],
  [
    "clientClosure",
    "apps/web/src/documents/use-things.ts",
    'import { a } from "@besunny/api/browser/a"; export const useThings = () => a;',
  ],
  ["thirdParty", "packages/engine/src/a.ts", 'import { run } from "graphile-worker";'],
  ["names", `${core}/documents/a.ts`, "export const a = 1;"],
];

test.each(controls)("%s lets %s be: %s", (rule, file, source) => {
  expect(rules[rule](planted({ ...tree, [file]: source }))).toEqual([]);
});
