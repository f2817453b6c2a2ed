import { describe, expect, test } from "vitest";

import { passageWords, questionVector } from "./passage-words";

function overlap(text: string, question: string, language = "en"): number {
  const { vector } = passageWords(text, language);
  const asked = questionVector(question, [null, language]);
  return (asked?.indices ?? []).reduce(
    (sum, index) => sum + (vector.values[vector.indices.indexOf(index)] ?? 0),
    0,
  );
}

describe("the words of a point", () => {
  test("give passage and question the same ids for the same word, in any inflection", () => {
    expect(overlap("The boiler was inspected.", "boiler inspecting")).toBeGreaterThan(1.5);
    expect(overlap("The boiler was inspected.", "garden")).toBe(0);
  });

  test("count a word that is said often for more, but ever less so", () => {
    const [once, twice, ten] = [1, 2, 10].map((times) => overlap("rent ".repeat(times), "rent"));
    expect(twice).toBeGreaterThan(once ?? 0);
    expect((ten ?? 0) - (twice ?? 0)).toBeLessThan(((twice ?? 0) - (once ?? 0)) * 8);
  });

  test("find words of scripts without spaces", () => {
    expect(overlap("本合同金额为人民币五万元", "合同金额", "zh")).toBeGreaterThan(1);
  });

  test("are nothing for a question without words", () => {
    expect(questionVector("?!", ["en"])).toBeNull();
  });

  test("keep no text in the row for phrases, where forms are apart from words", () => {
    const { payload } = passageWords("Invoice INV-0024", "en");
    expect(payload.row).toMatch(/^[a-z0-9]+ [a-z0-9]+ [a-z0-9]+ \| [a-z0-9]+$/);
  });
});
