import { platformCommand } from "../../operation/platform";
import { DependencyTest, ofDependency } from "./contract";

/** Keeps the outcome of a test, in the place of the one before. A step of `test-dependency`. */
export const recordDependencyTest = platformCommand("platform.record-dependency-test", {
  title: "Keep the outcome of a test",
  permission: "system.manage",
  input: ofDependency.extend(DependencyTest.omit({ testedAt: true }).shape),
  output: DependencyTest,
  doors: [],
  audit: { notAudited: "The test itself has left a row." },

  async handle({ dependencyTests, clock }, test) {
    const testedAt = clock();
    await dependencyTests.record({ ...test, testedAt });
    const { name: _name, ...outcome } = test;
    return { ...outcome, testedAt };
  },
});
