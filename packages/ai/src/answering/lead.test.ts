import { describe, expect, test } from "vitest";

import type { Span } from "../ai";
import { leadOf } from "./lead";

const text = "The tenant pays the rent on the third working day of each month, in advance.";
const whole: Span = [0, text.length];
const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];

describe("leadOf", () => {
  test("puts the words that answer before their sentence", () => {
    const span = spanOf("on the third working day of each month,");
    expect(leadOf("When is the rent due?", text, whole, span)).toBe(
      "On the third working day of each month",
    );
  });

  test("leaves a question for a yes or a no to the sentence", () => {
    const span = spanOf("in advance");
    expect(leadOf("Is the rent paid in advance?", text, whole, span)).toBeNull();
    expect(leadOf("Darf die Miete im Voraus gezahlt werden?", text, whole, span)).toBeNull();
  });

  test("does not say the same twice", () => {
    expect(leadOf("What does the tenant do?", text, whole, [0, text.length - 5])).toBeNull();
  });

  test("needs words", () => {
    expect(leadOf("What?", text, whole, spanOf(","))).toBeNull();
  });
});
