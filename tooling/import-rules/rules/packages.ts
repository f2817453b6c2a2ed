import type { Edge } from "../reading/edges";
import { isTest, packageOf } from "../reading/places";
import type { Breach, SourceTree } from "../reading/source-tree";
import { mayImport, measures, wiresTheRuntime } from "../tables/packages";

/** A package imports what its row allows, by path, and declares no other package of ours. */
export function packageBreaches(tree: SourceTree): Breach[] {
  const ofEdges = tree.edges.flatMap((edge) => [
    ...outsideOfItsRow(edge),
    ...runtimeOutsideItsFile(edge),
    ...enteredWhole(edge),
  ]);
  return [...ofEdges, ...undeclarable(tree)];
}

function outsideOfItsRow({ file, specifier, kind, target, to }: Edge): Breach[] {
  const from = packageOf(file);
  const into = packageOf(target);
  if (from === null || into === null || from === into) return [];
  // A URL may name the folder of a checkout, which is no import.
  if (kind === "url" && to === null) return [];
  if (measures.some((folder) => file.startsWith(folder))) return [];
  if (specifier.startsWith(".") && from !== "tooling")
    return [`${file} leaves ${from} by a relative path: ${specifier}`];
  const row = mayImport[from];
  if (!row) return [`${file}: ${from} has no row in the table of packages`];
  if (row.some((entry) => isWithin(target, entry))) return [];
  return [`${file} imports ${specifier}; ${from} may import ${row.join(", ") || "no package"}`];
}

function isWithin(target: string, entry: string): boolean {
  return target === entry || target.startsWith(`${entry}/`) || target.startsWith(`${entry}.`);
}

function runtimeOutsideItsFile({ file, specifier, target }: Edge): Breach[] {
  const isNextApp = /^apps\/(web|admin)\//.test(file) && !isTest(file);
  if (!isNextApp || packageOf(target) !== "packages/runtime") return [];
  return wiresTheRuntime.test(file)
    ? []
    : [`${file} imports ${specifier}; in a Next app only src/runtime.ts may`];
}

function enteredWhole({ file, specifier }: Edge): Breach[] {
  if (!/^@besunny\/[\w-]+$/.test(specifier)) return [];
  return [`${file} imports ${specifier} as a whole; a package is entered by path`];
}

/** A package without a row, or one that declares what its row does not allow. */
function undeclarable({ manifests }: SourceTree): Breach[] {
  return [...manifests].flatMap(([folder, { dependencies, devDependencies }]) => {
    const row = mayImport[folder];
    if (!row) return [`${folder} has no row in the table of packages`];
    return Object.keys({ ...dependencies, ...devDependencies })
      .filter((name) => name.startsWith("@besunny/"))
      .filter((name) => !row.some((entry) => isPackage(entry, name)))
      .map((name) => `${folder}/package.json declares ${name}; ${folder} may not import it`);
  });
}

function isPackage(entry: string, name: string): boolean {
  return (packageOf(entry) ?? entry).split("/").at(-1) === name.slice("@besunny/".length);
}
