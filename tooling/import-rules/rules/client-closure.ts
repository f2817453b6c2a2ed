import { isBuiltin } from "node:module";

import type { Edge } from "../reading/edges";
import { isTest, packageOf } from "../reading/places";
import type { SourceFile } from "../reading/source-file";
import type { Breach, SourceTree } from "../reading/source-tree";
import { isPure } from "../tables/packages";

/** Whatever a client component or a hook reaches by value imports runs in the browser, and imports nothing of the server. */
export function clientClosureBreaches(tree: SourceTree): Breach[] {
  const reachedFrom = clientClosure(tree);
  return [...reachedFrom.keys()].flatMap((file) =>
    tree
      .edgesFrom(file)
      .filter(isOfTheServer)
      .map(({ specifier }) => `${wayTo(file, reachedFrom)} imports ${specifier} of the server`),
  );
}

/** Returns each file that runs in the browser with the file that imports it, null for where the browser begins. */
function clientClosure(tree: SourceTree): ReadonlyMap<string, string | null> {
  const reached = new Map<string, string | null>();
  const waiting = [...tree.files.values()].filter(beginsInTheBrowser).map(({ path }) => path);
  for (const file of waiting) reached.set(file, null);
  for (let file = waiting.pop(); file; file = waiting.pop())
    for (const { to, kind } of tree.edgesFrom(file)) {
      if (to === null || kind === "type" || kind === "mock" || reached.has(to)) continue;
      reached.set(to, file);
      waiting.push(to);
    }
  return reached;
}

const runsInBrowsers = /^(apps\/(web|admin)|packages\/(ui|web-kit|api))\//;

/** The hooks of React that server components may call too. */
const onServersToo = /^(use|useId|useMemo|useCallback|useDebugValue)$/;

function beginsInTheBrowser(file: SourceFile): boolean {
  if (!runsInBrowsers.test(file.path) || isTest(file.path)) return false;
  if (/^packages\/api\/src\/(browser|client)\//.test(file.path)) return true;
  if (packageOf(file.path) === "packages/api") return false;
  if (!/use/.test(file.text)) return false;
  return hasDirective(file) || isHook(file);
}

function hasDirective({ text, parsed }: SourceFile): boolean {
  if (!text.includes("use client")) return false;
  return parsed.program.body.some(
    (statement) =>
      statement.type === "ExpressionStatement" &&
      "directive" in statement &&
      statement.directive === "use client",
  );
}

/** A file that exports `useSomething`, or that takes hooks from React which only a browser runs. */
function isHook({ parsed }: SourceFile): boolean {
  const exportsHook = parsed.module.staticExports
    .flatMap(({ entries }) => entries)
    .some(({ isType, exportName }) => !isType && /^use[A-Z]/.test(exportName.name ?? ""));
  const takesHook = parsed.module.staticImports
    .filter(({ moduleRequest }) => moduleRequest.value === "react")
    .flatMap(({ entries }) => entries)
    .some(({ isType, importName: { name } }) => {
      return !isType && /^use[A-Z]/.test(name ?? "") && !onServersToo.test(name ?? "");
    });
  return exportsHook || takesHook;
}

/** Zod belongs to the server too: what browsers get was checked there, and 30 kB on every page are a lot for little. */
const libraries =
  /^(server-only|next\/(headers|server|cache)|next-auth(?!\/react$)(\/|$)|next-intl\/server|@trpc\/server(?!\/observable$)|hono|@hono\/|pg$|@prisma\/|zod$)/;

const ofBrowsers = /^packages\/api\/src\/(browser|client)\//;

/** Packages that browsers may run; what their files import is followed in turn. */
const packagesOfBrowsers = [
  "packages/ui",
  "packages/web-kit",
  "packages/document-model",
  "packages/charts",
  "packages/rules",
  "packages/core",
];

function isOfTheServer({ file, specifier, kind, target }: Edge): boolean {
  const [from, into] = [packageOf(file), packageOf(target)];
  // Types too, so that one folder of api says what its clients know. Inside of api types may come from anywhere.
  if (into === "packages/api" && !ofBrowsers.test(target)) return kind !== "type" || from !== into;
  if (kind === "type" || into === "packages/api" || into === from) return false;
  if (into !== null) return !packagesOfBrowsers.includes(into) && !isPure(target);
  return isBuiltin(specifier) || libraries.test(specifier);
}

function wayTo(file: string, reachedFrom: ReadonlyMap<string, string | null>): string {
  const way = [file];
  for (let from = reachedFrom.get(file); from; from = reachedFrom.get(from)) way.unshift(from);
  return way.length > 4 ? [way[0], "...", ...way.slice(-2)].join(" -> ") : way.join(" -> ");
}
