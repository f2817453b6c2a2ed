import { platformFlow } from "../../operation/platform";
import { DependencyTest, ofDependency } from "./contract";
import { recordDependencyTest } from "./record-dependency-test";

/** Tries a dependency for real, keeps the outcome and returns it. A dependency that fails is an outcome, not an error. */
export const testDependency = platformFlow("platform.test-dependency", {
  title: "Test a dependency",
  permission: "system.manage",
  input: ofDependency,
  output: DependencyTest,
  doors: ["admin"],
  cost: 5,
  audit: { subjects: (_output, { name }) => [name] },

  async handle({ system, caller }, { name }) {
    const result = await system.test(name);
    return recordDependencyTest(caller, {
      name,
      isOk: result.isOk,
      tookMs: result.tookMs,
      finding: result.isOk ? result.finding : null,
      problem: result.isOk ? null : result.problem,
    });
  },
});
