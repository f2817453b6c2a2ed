import { describe, expect, test } from "vitest";

import { readTree } from "./reading/read-tree";
import { rules } from "./rules";
import { enforced } from "./tables/enforced";
import { pureFiles } from "./tables/packages";

describe("the repository", () => {
  const tree = readTree();

  test("it is read whole", () => {
    expect(tree.files.size).toBeGreaterThan(1000);
    expect(tree.edges.length).toBeGreaterThan(3000);
    expect(tree.manifests.size).toBeGreaterThan(10);
    const own = tree.edges.filter(({ specifier }) => /^[.~]/.test(specifier));
    expect(own.filter(({ to }) => to === null).length / own.length).toBeLessThan(0.05);
  });

  test("every pure file of the table exists", () => {
    expect(pureFiles.filter((file) => !tree.files.has(file))).toEqual([]);
  });

  for (const [name, breaches] of Object.entries(rules))
    test.runIf(Reflect.get(enforced, name))(`it keeps the rule "${name}"`, () => {
      expect(breaches(tree)).toEqual([]);
    });
});
