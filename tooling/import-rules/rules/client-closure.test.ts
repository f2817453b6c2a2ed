import { expect, test } from "vitest";

import { planted } from "../planted";
import { clientClosureBreaches } from "./client-closure";

const web = "apps/web/src";
const component = (source: string) => `"use client";\n${source}`;
const breaches = (texts: Record<string, string>) => clientClosureBreaches(planted(texts));

test.each([
  ["the server's router", 'import { appRouter } from "@besunny/api/trpc/router";'],
  ["a type of the server's router", 'import type { AppRouter } from "@besunny/api/trpc/router";'],
  ["a built-in module", 'import { join } from "node:path";'],
  ["a built-in module without prefix", 'import { readFileSync } from "fs";'],
  ["the database", 'import { db } from "@besunny/db/database";'],
  ["the runtime", 'const a = await import("@besunny/runtime/runtime");'],
  ["a library of the server", 'import { headers } from "next/headers";'],
  ["what is marked for the server", 'import "server-only";'],
])("a client component may not import %s", (_, source) => {
  expect(breaches({ [`${web}/a.tsx`]: component(source) })).toEqual([
    expect.stringMatching(/of the server/),
  ]);
});

test("files without the directive count when a client component reaches them", () => {
  expect(
    breaches({
      [`${web}/a.tsx`]: component('import { b } from "./b";'),
      [`${web}/b.ts`]: 'export { c } from "~/deep/c";',
      [`${web}/deep/c.ts`]: 'import { appRouter } from "@besunny/api/trpc/router";',
    }),
  ).toEqual([
    `${web}/a.tsx -> ${web}/b.ts -> ${web}/deep/c.ts imports @besunny/api/trpc/router of the server`,
  ]);
});

test.each([
  ["exports a hook", "export function useThings() {}"],
  ["exports a constant hook", "const useThings = () => 1; export { useThings };"],
  ["takes a hook from React", 'import { useState } from "react";'],
])("a file that %s runs in the browser, whoever imports it", (_, source) => {
  const router = 'import { appRouter } from "@besunny/api/trpc/router";';
  expect(breaches({ [`${web}/use-things.ts`]: `${router}\n${source}` })).toHaveLength(1);
});

test("another package of the browser is followed", () => {
  expect(
    breaches({
      [`${web}/a.tsx`]: component('import { b } from "@besunny/ui/b";'),
      "packages/ui/src/b.tsx": 'import { readFileSync } from "node:fs";',
    }),
  ).toHaveLength(1);
  expect(
    breaches({
      "packages/api/src/browser/policy.ts": 'export { can } from "@besunny/core/access/policy";',
      "packages/core/src/access/policy.ts": 'import { createHash } from "node:crypto";',
    }),
  ).toHaveLength(1);
});

test("server components, types and the browser's half of api are no breach", () => {
  expect(
    breaches({
      [`${web}/page.tsx`]: 'import { headers } from "next/headers"; import { A } from "./a";',
      [`${web}/a.tsx`]: component(
        'import type { B } from "./b"; import { errors } from "@besunny/api/browser/errors"; import { useState } from "react";',
      ),
      [`${web}/b.ts`]: 'import { readFileSync } from "node:fs"; export type B = 1;',
      "packages/api/src/client/router.ts": 'export type { AppRouter } from "../trpc/router";',
    }),
  ).toEqual([]);
});
