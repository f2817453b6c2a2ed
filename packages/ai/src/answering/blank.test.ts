import { expect, test } from "vitest";
import { isLeftBlank } from "./blank";
import { lookOfAnswer } from "./languages/wanted";

const isBlank = (question: string, text: string, answer: string) => {
  const at = text.indexOf(answer);
  return isLeftBlank(text, [0, text.length], [at, at + answer.length], lookOfAnswer(question));
};

test.each([
  ["How much is the fee?", "The fee is [***] a month.", "[***]"],
  ["How much is the fee?", "The fee is $[***] a month.", "a month"],
  ["When does it start?", "This Agreement begins on ______ between the parties.", "begins"],
  ["Wie hoch ist die Miete?", "Die Miete beträgt [geschwärzt] EUR.", "beträgt"],
  ["Who signed it?", "Signed by: __________", "Signed by"],
])("%s is not answered by %s", (question, text, answer) => {
  expect(isBlank(question, text, answer)).toBe(true);
});

test.each([
  ["How much is the fee?", "The fee is $500, of which [***] goes to Acme.", "$500"],
  ["Who pays the fee?", "Acme Inc. pays the fee, and later on a bonus of [***].", "Acme Inc."],
  ["When does it start?", "It starts on 1 May 2020.", "1 May 2020"],
])("%s is answered by %s", (question, text, answer) => {
  expect(isBlank(question, text, answer)).toBe(false);
});
