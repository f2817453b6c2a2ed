import { isBuiltin } from "node:module";

import type { Edge } from "../reading/edges";
import { isBesideTheProduct, isTest, packageOf } from "../reading/places";
import type { Breach, Manifest, SourceTree } from "../reading/source-tree";
import { type Home, homes } from "../tables/third-party";

/** A library is imported and declared where the table says, and each row of the table is declared by a manifest. */
export function thirdPartyBreaches(tree: SourceTree): Breach[] {
  return [
    ...tree.edges.flatMap(importedElsewhere),
    ...[...tree.manifests].flatMap(declaredElsewhere),
    ...(tree.manifests.size > 0 ? rowsWithoutManifest(tree) : []),
  ];
}

/** Returns the library that a specifier names, without the path inside it; null for our own files and Node's modules. */
export function libraryOf(specifier: string): string | null {
  if (/^([.~/#]|@besunny\/|\w+:(?!\/))/.test(specifier) || isBuiltin(specifier)) return null;
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

function importedElsewhere({ file, specifier, kind }: Edge): Breach[] {
  const from = packageOf(file);
  const library = libraryOf(specifier);
  if (from === null || library === null || kind === "url") return [];
  const row = homes[specifier] ?? homes[library];
  if (!row) return [`${file} imports ${specifier}, which has no row in the table of libraries`];
  if (row.home.includes(from)) return [];
  if (isTest(file) || isBesideTheProduct(file)) {
    if (row.tests === "everywhere" || row.tests?.includes(from)) return [];
  }
  if (kind === "type" && row.types?.includes(from)) return [];
  return [`${file} imports ${specifier}; ${from} is not one of its homes: ${homesOf(row)}`];
}

function declaredElsewhere([folder, manifest]: [string, Manifest]): Breach[] {
  return declaredBy(manifest).flatMap((library) => {
    const rows = rowsOf(library);
    if (rows.length === 0)
      return [`${folder}/package.json declares ${library}, which has no row in the table`];
    if (rows.some((row) => mayDeclare(row, folder))) return [];
    return [`${folder}/package.json declares ${library}; its homes are ${rows.map(homesOf)}`];
  });
}

function rowsOf(library: string): Home[] {
  return Object.entries(homes)
    .filter(([key]) => key === library || key.startsWith(`${library}/`))
    .map(([, row]) => row);
}

function mayDeclare({ home, tests, types }: Home, folder: string): boolean {
  if (tests === "everywhere") return true;
  return [...home, ...(tests ?? []), ...(types ?? [])].includes(folder);
}

/** Tools that come with the repository's own manifest. */
const ofTheRepository = new Set(["vitest", "tsx", "server-only"]);

function rowsWithoutManifest({ manifests }: SourceTree): Breach[] {
  const declared = new Set([...manifests.values()].flatMap(declaredBy));
  return Object.keys(homes)
    .filter((key) => !ofTheRepository.has(key) && !declared.has(libraryOf(key) ?? key))
    .map((key) => `the table of libraries has a row for ${key}, which no package.json declares`);
}

function declaredBy({ dependencies, devDependencies }: Manifest): string[] {
  return Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !/^@(besunny|types)\//.test(name),
  );
}

function homesOf({ home, tests }: Home): string {
  const inTests =
    tests === "everywhere" ? ["any test"] : (tests ?? []).map((one) => `tests of ${one}`);
  return [...home, ...inTests].join(", ");
}
