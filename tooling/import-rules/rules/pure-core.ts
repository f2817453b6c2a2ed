import { isTest, packageOf } from "../reading/places";
import type { Breach, SourceTree } from "../reading/source-tree";
import { purePackages } from "../tables/packages";

/** core imports types of other packages, and values of pure packages only. */
export function pureCoreBreaches(tree: SourceTree): Breach[] {
  return tree.edges.flatMap(({ file, specifier, kind, target }) => {
    const into = packageOf(target);
    if (packageOf(file) !== "packages/core" || into === null || into === "packages/core") return [];
    if (isTest(file) || kind === "type" || kind === "url" || purePackages.includes(into)) return [];
    return [
      `${file} imports values of ${specifier}; core imports types of ${into}, and values of ${purePackages.join(", ")}`,
    ];
  });
}
