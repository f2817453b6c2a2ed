import { globalsOf } from "../reading/globals";
import { isTest, packageOf } from "../reading/places";
import type { SourceFile } from "../reading/source-file";
import type { Breach, SourceTree } from "../reading/source-tree";
import {
  allowances,
  type Capability,
  ofGlobals,
  ofModules,
  unlimited,
} from "../tables/capabilities";

/** Network, files, processes, the environment and code from text are used only where the table says. */
export function capabilityBreaches(tree: SourceTree): Breach[] {
  return [...tree.files.values()].flatMap((file) => {
    const from = packageOf(file.path);
    if (from === null || unlimited.includes(from) || isTest(file.path)) return [];
    return usesOf(file, tree)
      .filter(({ capability }) => !isAllowed(file.path, from, capability))
      .map(
        ({ name, capability }) =>
          `${file.path} uses ${name} (${capability}); ${placesFor(from, capability)}`,
      );
  });
}

type Use = { name: string; capability: Capability };

function usesOf(file: SourceFile, tree: SourceTree): Use[] {
  const modules = tree
    .edgesFrom(file.path)
    .filter(({ kind }) => kind !== "type")
    .flatMap(({ specifier }) => {
      const [module = ""] = specifier.replace(/^node:/, "").split("/");
      const capability = ofModules[module];
      return capability ? [{ name: specifier, capability }] : [];
    });
  const globals = globalsOf(file).flatMap((name) => {
    const capability = ofGlobals[name];
    return capability ? [{ name, capability }] : [];
  });
  return [...modules, ...globals];
}

function isAllowed(file: string, from: string, capability: Capability): boolean {
  const places = allowances[from]?.[capability] ?? [];
  if (places === "everywhere") return true;
  const path = file.slice(from.length + 1);
  return places.some((place) => matches(path, place));
}

function matches(path: string, place: string): boolean {
  if (place.endsWith("/")) return path.startsWith(place);
  if (!place.includes("*")) return path === place;
  const pattern = place.replace(/[.]/g, "\\.").replace("*", "[^/]*");
  return new RegExp(`^${pattern}$`).test(path);
}

function placesFor(from: string, capability: Capability): string {
  const places = allowances[from]?.[capability] ?? [];
  return places.length === 0
    ? `no file of ${from} may`
    : `in ${from} only ${[places].flat().join(", ")} may`;
}
