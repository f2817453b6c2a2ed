import { describe, expect, test } from "vitest";

import { passageVector, questionVector } from "./sparse-vector";

function overlap(text: string, question: string): number {
  const passage = passageVector(text);
  const asked = questionVector(question);
  return (asked?.indices ?? []).reduce(
    (sum, index) => sum + (passage.values[passage.indices.indexOf(index)] ?? 0),
    0,
  );
}

describe("sparse vectors", () => {
  test("give passage and question the same ids for the same word, in any inflection", () => {
    expect(overlap("The boiler was inspected.", "boiler inspections")).toBeGreaterThan(1.5);
    expect(overlap("The boiler was inspected.", "garden")).toBe(0);
  });

  test("count a word that is said often for more, but ever less so", () => {
    const [once, twice, ten] = [1, 2, 10].map((times) => overlap("rent ".repeat(times), "rent"));
    expect(twice).toBeGreaterThan(once ?? 0);
    expect((ten ?? 0) - (twice ?? 0)).toBeLessThan(((twice ?? 0) - (once ?? 0)) * 8);
  });

  test("find words of scripts without spaces", () => {
    expect(overlap("本合同金额为人民币五万元", "合同金额")).toBeGreaterThan(1);
  });

  test("are nothing for a question without words", () => {
    expect(questionVector("?!")).toBeNull();
  });
});
