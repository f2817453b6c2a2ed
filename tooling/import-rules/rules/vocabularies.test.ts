import { expect, test } from "vitest";

import { planted } from "../planted";
import { vocabularyBreaches } from "./vocabularies";

const home = {
  "packages/core/src/documents/contract.ts":
    'export const statuses = ["pending", "ready", "failed"] as const;',
};
const breaches = (source: string, file = "apps/web/src/a.tsx") =>
  vocabularyBreaches(planted({ ...home, [file]: source }));

test.each([
  'const statuses = ["pending", "ready", "failed"];',
  'const statuses = ["failed", "pending", "ready"] as const satisfies readonly string[];',
  'type Status = "ready" | "pending" | "failed";',
  "const Status = z.enum(['pending', 'ready', 'failed']);",
  "const Status = z.enum([`pending`, `ready`, `failed`]);",
  'function isDone(status: "failed" | "ready" | "pending") {}',
  'for (const status of ["pending", "ready", "failed"]) show(status);',
  'const statuses = new Set(["pending", "ready", "failed", "ready"]);',
])("%s repeats a vocabulary", (source) => {
  expect(breaches(source)).toEqual([
    expect.stringMatching(
      /a\.tsx:1 repeats the vocabulary of packages\/core\/src\/documents\/contract\.ts:1/,
    ),
  ]);
});

test("a second list in the same file, and a vocabulary of types or of z.enum, count too", () => {
  const file = "packages/core/src/batches/contract.ts";
  const states = 'export type State = "a" | "b" | "c";\nconst states = ["a", "b", "c"];';
  expect(breaches(states, file)).toHaveLength(1);
  const enumeration = 'export const State = z.enum(["a", "b", "c"]);\nconst all = ["a", "b", "c"];';
  expect(breaches(enumeration, file)).toHaveLength(1);
});

test.each([
  ["what is said of each of its words", "const tones = { pending: 1, ready: 2, failed: 3 };"],
  ["a part of it", 'const ended = ["ready", "failed"];'],
  ["more than it", 'const all = ["pending", "ready", "failed", "trashed"];'],
  ["an array with other values", 'const rows = ["pending", "ready", "failed", count];'],
  ["two lists that nobody exports", 'const a = ["x", "y", "z"]; const b = ["x", "y", "z"];'],
  [
    "lists of a component's own",
    'export function A({ side }: { side: "l" | "r" | "t" }) {}\ntype S = "l" | "r" | "t";',
  ],
])("%s is no breach", (_, source) => {
  expect(breaches(source)).toEqual([]);
});

test("the lowest package owns a list that two export, and core repeats it like any other", () => {
  const list = 'export const states = ["a", "b", "c"] as const;';
  const found = vocabularyBreaches(
    planted({
      "apps/admin/src/a.ts": list,
      "packages/core/src/platform/contract.ts": list,
      "packages/engine/src/console/run-states.ts": list,
      "packages/api/src/a.ts": list,
    }),
  );
  expect(found).toHaveLength(3);
  for (const breach of found)
    expect(breach).toMatch(
      /repeats the vocabulary of packages\/engine\/src\/console\/run-states\.ts:1/,
    );
});

test("tests may write a list out", () => {
  expect(breaches('const all = ["pending", "ready", "failed"];', "apps/web/src/a.test.ts")).toEqual(
    [],
  );
});
