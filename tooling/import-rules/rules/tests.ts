import { isBesideTheProduct, isTest } from "../reading/places";
import type { Breach, SourceTree } from "../reading/source-tree";

/** Only tests, and what measures or tests the product, import from a test or from a package's `test` folder. */
export function testBreaches(tree: SourceTree): Breach[] {
  return tree.edges
    .filter(({ to, target }) => isTest(to ?? target) || isTest(`${target}.ts`))
    .filter(({ file }) => !isBesideTheProduct(file))
    .map(({ file, specifier }) => `${file} imports ${specifier}, which only tests may import`);
}
