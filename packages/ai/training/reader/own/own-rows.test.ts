import { describe, expect, test } from "vitest";
import { ownRows } from "./own-rows";
import { papers } from "./papers";

const rows = ownRows();

describe("the papers", () => {
  test("mark an answer for each question and ask for each mark", () => {
    for (const { title, text, questions } of papers) {
      const marks = [...text.matchAll(/\[(\w+):[^\]]+\]/g)].map(({ 1: key }) => key);
      expect(marks.toSorted(), title).toEqual(Object.keys(questions).toSorted());
    }
  });

  test("fill every slot and keep no mark", () => {
    for (const { title, passage, question } of rows)
      expect(`${title} ${passage} ${question}`).not.toMatch(/[{}]|\[\w+:/);
  });

  test("do not call a question missing that they answer", () => {
    for (const { title, questions, missing } of papers) {
      const asked = new Set(Object.values(questions).flat());
      expect(
        missing.filter((question) => asked.has(question)),
        title,
      ).toEqual([]);
    }
  });

  test("give words for each answer", () => {
    for (const { passage, spans, question } of rows)
      for (const span of spans) expect(passage.slice(...span).trim(), question).not.toBe("");
  });
});
