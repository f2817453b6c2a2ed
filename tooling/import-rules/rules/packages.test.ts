import { expect, test } from "vitest";

import { planted } from "../planted";
import { packageBreaches } from "./packages";

const breaches = (file: string, source: string) => packageBreaches(planted({ [file]: source }));

test.each([
  [
    "a value",
    "apps/web/src/page.tsx",
    'import { a } from "@besunny/db/workspace/documents/documents";',
    /may import/,
  ],
  ["a type", "packages/api/src/a.ts", 'import type { A } from "@besunny/db/a";', /may import/],
  ["an export", "packages/ai/src/a.ts", 'export { a } from "@besunny/core/a";', /may import/],
  [
    "a type inside of a type",
    "packages/db/src/a.ts",
    'type A = import("@besunny/core/a").A;',
    /db may/,
  ],
  [
    "a dynamic import",
    "packages/ui/src/a.tsx",
    "const a = await import(`@besunny/api/a`);",
    /ui may import/,
  ],
  [
    "a require",
    "packages/sql/src/a.ts",
    'const a = createRequire(import.meta.url)("@besunny/db/a");',
    /no package/,
  ],
  [
    "a named require",
    "packages/sql/src/a.ts",
    'const load = createRequire(import.meta.url); load.resolve("@besunny/db/a");',
    /no package/,
  ],
  ["a mock", "packages/jobs/src/a.test.ts", 'vi.mock(import("@besunny/db/a"));', /jobs may import/],
  [
    "an import over lines",
    "packages/jobs/src/a.ts",
    'import {\n  a,\n  b,\n} from "@besunny/db/a";',
    /jobs may/,
  ],
  [
    "a pure package",
    "packages/document-model/src/a.ts",
    'import type { A } from "@besunny/reading/a";',
    /no package/,
  ],
  [
    "a closed part of api",
    "packages/web-kit/src/a.ts",
    'import { a } from "@besunny/api/trpc/router";',
    /api\/src\/client/,
  ],
  [
    "a neighbour's name",
    "packages/web-kit/src/a.ts",
    'import { a } from "@besunny/api/client-address";',
    /web-kit may/,
  ],
  [
    "a package without a row",
    "packages/new/src/a.ts",
    'import { a } from "@besunny/db/a";',
    /no row/,
  ],
  [
    "a relative path",
    "packages/core/src/a.ts",
    'import { a } from "../../db/src/a";',
    /relative path/,
  ],
  [
    "the runtime in a page",
    "apps/web/src/app/page.tsx",
    'import { runtime } from "@besunny/runtime/runtime";',
    /only src\/runtime\.ts/,
  ],
])("%s that its row does not allow is a breach", (_, file, source, message) => {
  expect(breaches(file, source)).toEqual([expect.stringMatching(message)]);
});

test("a package is entered by path", () => {
  expect(breaches("packages/api/src/a.ts", 'import { a } from "@besunny/core";')).toEqual([
    expect.stringMatching(/by path/),
  ]);
});

test("a URL beside the module may not name a file of another package", () => {
  const tree = planted({
    "bench/a.ts": 'new URL("../packages/reading/src/child.ts", import.meta.url);',
    "packages/reading/src/child.ts": "",
  });
  expect(packageBreaches(tree)).toEqual([expect.stringMatching(/relative path/)]);
});

test.each([
  ["an allowed package", "packages/api/src/a.ts", 'import { a } from "@besunny/core/documents/a";'],
  [
    "an allowed part",
    "packages/web-kit/src/a.ts",
    'import { a } from "@besunny/api/client/router";',
  ],
  [
    "the runtime where it is wired",
    "apps/web/src/runtime.ts",
    'import { a } from "@besunny/runtime/a";',
  ],
  ["the app's own alias", "apps/web/src/a.ts", 'import { a } from "~/b";'],
  [
    "what an evaluation measures",
    "packages/ai/evals/a.ts",
    'import { a } from "@besunny/reading/a";',
  ],
  [
    "a comment",
    "packages/ui/src/a.tsx",
    '// import { a } from "@besunny/db/a";\n/* import "pg" */',
  ],
  ["a text", "packages/ui/src/a.tsx", `const a = 'import { a } from "@besunny/db/a"';`],
])("%s is no breach", (_, file, source) => {
  expect(breaches(file, source)).toEqual([]);
});

test("a manifest declares what its row allows", () => {
  const declares = (folder: string, name: string) =>
    packageBreaches(planted({}, { [folder]: { devDependencies: { [name]: "workspace:*" } } }));

  expect(declares("packages/api", "@besunny/db")).toEqual([expect.stringMatching(/declares/)]);
  expect(declares("packages/new", "@besunny/db")).toEqual([expect.stringMatching(/no row/)]);
  expect(declares("packages/api", "@besunny/core")).toEqual([]);
  expect(declares("packages/web-kit", "@besunny/api")).toEqual([]);
});
