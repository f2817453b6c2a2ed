import type { Edge } from "../reading/edges";
import { isTest, packageOf } from "../reading/places";
import type { Breach, SourceTree } from "../reading/source-tree";
import { isPure, pureFiles, purePackages } from "../tables/packages";

/** core imports types of other packages, and values of pure packages and pure files only; pure files import no other values. */
export function pureCoreBreaches(tree: SourceTree): Breach[] {
  return [...tree.edges.flatMap(intoCore), ...pureFiles.flatMap((file) => notPure(file, tree))];
}

function intoCore({ file, specifier, kind, target, to }: Edge): Breach[] {
  const into = packageOf(target);
  if (packageOf(file) !== "packages/core" || into === null || into === "packages/core") return [];
  if (isTest(file) || kind === "type" || kind === "url") return [];
  if (purePackages.includes(into) || isPure(to ?? target)) return [];
  return [
    `${file} imports values of ${specifier}; core imports types of ${into}, and values of ${purePackages.join(", ")} and the table's pure files`,
  ];
}

function notPure(file: string, tree: SourceTree): Breach[] {
  return tree
    .edgesFrom(file)
    .filter(({ kind, target, to }) => {
      return (
        kind !== "type" && !purePackages.includes(packageOf(target) ?? "") && !isPure(to ?? target)
      );
    })
    .map(
      ({ specifier }) =>
        `${file} imports values of ${specifier}; it counts as pure, so it imports types`,
    );
}
