import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import {
  circles,
  clientFiles,
  doors,
  importsOf,
  isTest,
  judgeFile,
  judgeImport,
  judgeManifest,
  targetOf,
} from "./law";

const root = join(import.meta.dirname, "..");
const skipped = new Set([
  "node_modules",
  "dist",
  ".next",
  ".turbo",
  ".besunny",
  "generated",
  "public",
]);

const files = ["apps", "packages", "e2e", "bench", "tooling"]
  .flatMap(sourcesIn)
  // What is planted below is no import.
  .filter((file) => file !== "tooling/law.test.ts")
  .concat("start.mjs");
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
for (const [file, source] of sources)
  if (/^\s*["']use client["']/.test(source)) clientFiles.add(file);
const imports = [...sources].flatMap(([file, source]) => importsOf(file, source));

function sourcesIn(directory: string): string[] {
  if (!existsSync(join(root, directory))) return [];
  return readdirSync(join(root, directory), { withFileTypes: true }).flatMap((entry) => {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourcesIn(path);
    return /\.(ts|tsx|mjs|mts|js)$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

function fileAt(path: string): string | null {
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}.mjs`];
  return candidates.find((candidate) => sources.has(candidate)) ?? null;
}

describe("the house", () => {
  test("it opens no door that is closed, and keeps each library in its room", () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.flatMap(judgeImport)).toEqual([]);
  });

  test("it has no nameless folder, no barrel, and reads its variables in one place", () => {
    expect([...sources].flatMap(([file, source]) => judgeFile(file, source))).toEqual([]);
  });

  test("it declares only the rooms that it may open, and has no room outside the table", () => {
    const rooms = ["apps", "packages"]
      .flatMap((street) => readdirSync(join(root, street)).map((house) => `${street}/${house}`))
      .concat("e2e", "bench", "tooling");
    const violations = rooms.flatMap((room) => {
      if (!(room in doors)) return [`${room} is in no line of the table`];
      const manifest = JSON.parse(readFileSync(join(root, room, "package.json"), "utf8"));
      return judgeManifest(room, { ...manifest.dependencies, ...manifest.devDependencies });
    });
    expect(violations).toEqual([]);
  });

  test("it goes in no circles", () => {
    const edges = new Map(
      files.filter((file) => !isTest(file)).map((file) => [file, valueImportsOf(file)]),
    );
    expect(circles(edges).map((circle) => circle.join(" -> "))).toEqual([]);
  });
});

/** A type is gone when the program runs, so it closes no circle. */
function valueImportsOf(file: string): string[] {
  return importsOf(file, sources.get(file) ?? "")
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .flatMap((one) => fileAt(targetOf(one)) ?? []);
}

describe("the law finds what is planted", () => {
  const judge = (file: string, source: string) => importsOf(file, source).flatMap(judgeImport);

  test.each([
    [
      "a closed door",
      "apps/web/src/page.tsx",
      'import { a } from "@besunny/db/documents";',
      /closed/,
    ],
    [
      "a type through a closed door",
      "packages/api/src/a.ts",
      'import type { A } from "@besunny/db/a";',
      /closed/,
    ],
    [
      "an export through a closed door",
      "packages/ai/src/a.ts",
      'export { a } from "@besunny/core/a";',
      /closed/,
    ],
    [
      "an import that happens later",
      "packages/ui/src/a.tsx",
      'const a = await import("@besunny/api/a");',
      /closed/,
    ],
    [
      "an import over several lines",
      "packages/jobs/src/a.ts",
      'import {\n  a,\n  b,\n} from "@besunny/db/a";',
      /closed/,
    ],
    [
      "a path out of the room",
      "packages/core/src/a.ts",
      'import { a } from "../../db/src/a";',
      /leaves its room/,
    ],
    [
      "a library out of its room",
      "packages/core/src/a.ts",
      'import pg from "pg";',
      /kept in packages\/db/,
    ],
    [
      "a model out of its room",
      "packages/jobs/src/a.ts",
      'import { ChatOpenAI } from "@langchain/openai";',
      /kept in packages\/ai/,
    ],
    [
      "Inngest in the worker",
      "apps/worker/src/main.ts",
      'import { serve } from "inngest/edge";',
      /kept in packages\/jobs/,
    ],
    [
      "a sign-in server in an app",
      "apps/web/src/a.ts",
      'import { getServerSession } from "next-auth";',
      /kept in packages\/api/,
    ],
    [
      "the runtime in a page",
      "apps/web/src/app/page.tsx",
      'import { runtime } from "@besunny/runtime/runtime";',
      /only src\/runtime\.ts/,
    ],
    [
      "a package entered whole",
      "packages/api/src/a.ts",
      'import { a } from "@besunny/core";',
      /by path/,
    ],
    [
      "a test that is used",
      "packages/core/src/a.ts",
      'import { aContext } from "../test/context";',
      /for tests/,
    ],
  ])("it sees %s", (_, file, source, message) => {
    expect(judge(file, source)).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    ["an open door", "packages/api/src/a.ts", 'import { a } from "@besunny/core/documents/a";'],
    [
      "the browser's half of next-auth",
      "apps/web/src/a.tsx",
      'import { signIn } from "next-auth/react";',
    ],
    [
      "a comment",
      "packages/ui/src/a.tsx",
      '// import { a } from "@besunny/db/a";\n/* import "pg" */',
    ],
    [
      "a test's own support",
      "packages/core/src/a.test.ts",
      'import { aContext } from "../test/context";',
    ],
  ])("it lets %s be", (_, file, source) => {
    expect(judge(file, source)).toEqual([]);
  });

  test("it sees a client component that reaches for the server", () => {
    clientFiles.add("apps/web/src/planted.tsx");
    const judged = (path: string) =>
      judge("apps/web/src/planted.tsx", `import { a } from "@besunny/api/${path}";`);

    expect(judged("trpc/router")).toEqual([expect.stringMatching(/runs in the browser/)]);
    expect(judged("browser/errors")).toEqual([]);
  });

  test.each([
    ["packages/core/src/utils/a.ts", "", /says nothing/],
    ["packages/core/src/documents/index.ts", "", /barrel/],
    ["packages/core/src/a.ts", "const key = process.env.KEY;", /process\.env/],
    ["packages/core/src/documents/a.ts", "await ctx.db.read(scope, work);", /operation\.ts/],
    ["packages/db/src/a.ts", "new PrismaPg({ connectionString, max: 4 });", /run in UTC/],
    ["packages/engine/src/a.ts", "new Client({ host });", /run in UTC/],
  ])("it sees what is wrong with %s", (file, source, message) => {
    expect(judgeFile(file, source)).toEqual([expect.stringMatching(message)]);
  });

  test("it sees a declared room that is closed", () => {
    expect(judgeManifest("packages/api", { "@besunny/db": "workspace:*" })).toHaveLength(1);
    expect(judgeManifest("packages/api", { "@besunny/core": "workspace:*", zod: "1" })).toEqual([]);
  });

  test("it sees a circle, and none where two ways lead to one file", () => {
    const edges = (pairs: [string, string[]][]) => new Map(pairs);

    expect(
      circles(
        edges([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", ["a"]],
        ]),
      ),
    ).toEqual([["a", "b", "c", "a"]]);
    expect(
      circles(
        edges([
          ["a", ["b", "c"]],
          ["b", ["d"]],
          ["c", ["d"]],
          ["d", []],
        ]),
      ),
    ).toEqual([]);
  });
});
