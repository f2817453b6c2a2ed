import { expect, test } from "vitest";

import { planted } from "../planted";
import { thirdPartyBreaches } from "./third-party";

const breaches = (file: string, source: string) => thirdPartyBreaches(planted({ [file]: source }));

test.each([
  ["packages/core/src/a.ts", 'import pg from "pg";'],
  ["packages/core/src/a.ts", 'import { createTransport } from "nodemailer";'],
  ["packages/api/src/a.ts", 'import { S3Client } from "@aws-sdk/client-s3";'],
  ["packages/jobs/src/a.ts", 'import { run } from "graphile-worker";'],
  ["packages/jobs/src/a.ts", 'import { ChatOpenAI } from "@langchain/openai";'],
  ["packages/ai/src/a.ts", 'const sharp = await import("sharp");'],
  ["packages/ai/src/a.ts", 'const sharp = createRequire(import.meta.url)("sharp");'],
  ["packages/ai/src/a.ts", 'import sharp = require("sharp");'],
  ["packages/core/src/a.ts", 'export { z } from "hono/validator";'],
  ["packages/core/src/a.ts", 'type A = import("pg").Client;'],
  ["apps/worker/src/main.ts", 'import { serve } from "inngest/edge";'],
  ["apps/web/src/a.ts", 'import { getServerSession } from "next-auth";'],
  ["apps/web/src/a.ts", 'import { initTRPC } from "@trpc/server";'],
  ["packages/ai/src/a.ts", 'import pdf from "pdfjs-dist";'],
  ["packages/reading/src/a.ts", 'import { zip } from "fflate";'],
  ["packages/core/src/a.ts", 'import { test } from "vitest";'],
  ["packages/ui/src/a.tsx", 'import { render } from "@testing-library/react";'],
  ["apps/web/src/a.test.tsx", 'import { render } from "@testing-library/react";'],
  ["packages/document-model/src/a.ts", 'import { load } from "cheerio";'],
])("%s may not write %s", (file, source) => {
  expect(breaches(file, source)).toEqual([expect.stringMatching(/is not one of its homes/)]);
});

test("a library that the table does not know is a breach", () => {
  expect(breaches("packages/core/src/a.ts", 'import got from "got/dist";')).toEqual([
    expect.stringMatching(/no row/),
  ]);
});

test.each([
  ["packages/connectors/src/a.ts", 'import { createTransport } from "nodemailer";'],
  ["packages/ai/training/a.ts", 'import pdf from "pdfjs-dist";'],
  ["packages/reading/src/a.test.ts", 'import { zip } from "fflate";'],
  ["packages/ui/src/a.test.tsx", 'import { render } from "@testing-library/react";'],
  ["packages/document-model/src/a.test.ts", 'import { load } from "cheerio";'],
  ["packages/core/src/a.test.ts", 'vi.mock("node:fs"); import { test } from "vitest";'],
  ["apps/web/src/a.tsx", 'import { signIn } from "next-auth/react";'],
  ["apps/web/src/a.ts", 'import type { inferRouterOutputs } from "@trpc/server";'],
  ["packages/core/src/a.ts", 'import { join } from "node:path"; import fs from "fs";'],
])("%s may write %s", (file, source) => {
  expect(breaches(file, source)).toEqual([]);
});

test("manifests and the table of libraries agree", () => {
  const declared = { dependencies: { nodemailer: "catalog:", got: "catalog:" } };
  const found = thirdPartyBreaches(planted({}, { "packages/core": declared }));

  expect(found).toContainEqual(expect.stringMatching(/core\/package\.json declares nodemailer/));
  expect(found).toContainEqual(expect.stringMatching(/got, which has no row/));
  expect(found).toContainEqual(expect.stringMatching(/row for pg, which no package\.json/));
  expect(found.some((breach) => /row for nodemailer/.test(breach))).toBe(false);
});
